"""What the site says about itself; no agency is named in the code."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from cms.publishing import record
from cms.publishing.tags import CONTACT

from .navigation import Subject
from .record_form import RecordForm
from .security_contact import SecurityContact
from .settings_translation import SettingsTranslation, languages


class AlertKind(models.TextChoices):
    NONE = "", "No alert"
    INFORMATION = "information", "Information"
    EMERGENCY = "emergency", "Emergency"


@register_setting(icon="site", order=100)
class SiteSettings(SecurityContact, BaseSiteSetting):
    """Name, agency, contacts, navigation and alert of one site."""

    base_form_class = RecordForm

    tagline = models.CharField(
        max_length=120,
        blank=True,
        help_text="A few words beside the site's name, for example “For migrant "
        "education”.",
    )
    banner = models.BooleanField(
        "official government banner",
        default=False,
        help_text="Turn on only where the site is an official website of the United "
        "States government. It is shown where the address of the site ends in .gov or "
        ".mil, and the notice below everywhere else.",
    )
    demonstration_notice = models.CharField(
        max_length=200,
        blank=True,
        default="This is a demonstration site. It is not an official website.",
        help_text="Shown at the top of every page where the banner is not. Leave "
        "empty to show nothing.",
    )
    agency_name = models.CharField(
        "parent agency",
        max_length=120,
        blank=True,
        help_text="The agency that is answerable for the site, for example "
        "“Department of Education”.",
    )
    agency_url = models.URLField(
        "address of the agency",
        blank=True,
        help_text="The agency's own site, for example “https://example.gov”.",
    )
    contact_name = models.CharField(
        "contact",
        max_length=120,
        blank=True,
        help_text="Whom readers may ask, for example “Office of Migrant Education”.",
    )
    contact_email = models.EmailField(
        "email", blank=True, help_text="For example “help@example.gov”."
    )
    contact_phone = models.CharField(
        "phone",
        max_length=40,
        blank=True,
        help_text="With the area code, for example “555-010-0123”.",
    )
    contact_address = models.TextField(
        "postal address",
        blank=True,
        help_text="As on an envelope, in several lines.",
    )
    alert_kind = models.CharField(
        "alert",
        max_length=20,
        choices=AlertKind.choices,
        blank=True,
        default=AlertKind.NONE,
        help_text="An alert stands at the top of every page. Information is for what "
        "readers should know, such as a holiday; emergency for what they must act on "
        "today, such as a storm.",
    )
    alert_heading = models.CharField(
        "heading",
        max_length=100,
        blank=True,
        help_text="A few words, for example “Offices are closed on Monday”.",
    )
    alert_text = models.TextField(
        "text",
        max_length=400,
        blank=True,
        help_text="Say what happened and what readers should do, in at most 400 "
        "characters.",
    )
    alert_starts_at = models.DateTimeField(
        "from",
        null=True,
        blank=True,
        help_text="The alert appears by itself at this time. Leave empty to show it "
        "at once.",
    )
    alert_ends_at = models.DateTimeField(
        "until",
        null=True,
        blank=True,
        help_text="The alert disappears by itself at this time. Leave empty to show "
        "it until you choose “No alert”.",
    )

    authoritative_language = models.CharField(
        "official language",
        max_length=12,
        choices=languages,
        blank=True,
        help_text="Choose the language whose version counts if a translation differs. "
        "Translated pages then say so, with a link. Without a choice they say nothing.",
    )
    identity_panels = [
        FieldPanel("tagline"),
        MultiFieldPanel(
            [FieldPanel("banner"), FieldPanel("demonstration_notice")], "Banner"
        ),
        MultiFieldPanel(
            [FieldPanel("agency_name"), FieldPanel("agency_url")], "Parent agency"
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel(
                    [FieldPanel("contact_email"), FieldPanel("contact_phone")]
                ),
                FieldPanel("contact_address"),
            ],
            "Contact",
        ),
        MultiFieldPanel(SecurityContact.security_panels, "Security"),
    ]
    link_panels = [
        InlinePanel(
            "navigation",
            heading="Main navigation",
            label="Link",
            max_num=8,
            help_text="Up to eight links, shown at the top of every page.",
        ),
        InlinePanel(
            "footer_links",
            heading="Footer",
            label="Link",
            max_num=12,
            help_text="Up to twelve links, shown at the end of every page.",
        ),
        InlinePanel(
            "required_links",
            heading="Required links",
            label="Link",
            max_num=12,
            help_text="Shown in the identifier at the end of every page. A federal "
            "website has all eight of the subjects offered.",
        ),
    ]
    alert_panels = [
        FieldPanel("alert_kind"),
        FieldPanel("alert_heading"),
        FieldPanel("alert_text"),
        FieldRowPanel([FieldPanel("alert_starts_at"), FieldPanel("alert_ends_at")]),
    ]
    translation_panels = [
        FieldPanel("authoritative_language"),
        InlinePanel(
            "translations",
            heading="In other languages",
            label="Translation",
            help_text="The same words for readers of another language. What is empty "
            "is shown in the language of the site.",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(identity_panels, heading="Identity"),
            ObjectList(link_panels, heading="Links"),
            ObjectList(alert_panels, heading="Alert"),
            ObjectList(translation_panels, heading="Translations"),
        ]
    )

    class Meta:
        verbose_name = "site settings"

    def clean(self) -> None:
        super().clean()
        errors = self.security_errors()
        if self.alert_kind and not self.alert_heading.strip():
            errors["alert_heading"] = "Enter the heading of the alert, or choose none."
        if self.alert_kind and not self.alert_text.strip():
            errors["alert_text"] = "Enter the text of the alert, or choose no alert."
        starts_at, ends_at = self.alert_starts_at, self.alert_ends_at
        if starts_at and ends_at and ends_at <= starts_at:
            errors["alert_ends_at"] = "The alert must end after it starts."
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            record.follow_sites()
            record.follow_tags({CONTACT})

    def translation(self, language: str) -> SettingsTranslation | None:
        """Return the words in a language, None where they are not translated."""
        found = (t for t in self.translations.all() if t.language == language)
        return next(found, None)

    @property
    def disclosure_links(self) -> Any:
        """Return the links to what is asked of those who find a weakness."""
        return self.required_links.filter(subject=Subject.DISCLOSURE)

    def words(self, name: str, language: str) -> str:
        """Return one of the texts in a language, or as it is where it has none."""
        text: str = getattr(self.translation(language), name, "") or getattr(self, name)
        return text

    def contact_in(self, language: str) -> dict[str, str]:
        """Return the public form of whom readers of a language may ask."""
        return {
            "name": self.words("contact_name", language),
            "email": self.contact_email,
            "phone": self.contact_phone,
            "address": self.contact_address,
        }

    @property
    def alert_is_on(self) -> bool:
        """Tell whether the alert is shown now."""
        now = timezone.now()
        return bool(
            self.alert_kind
            and (self.alert_starts_at is None or self.alert_starts_at <= now)
            and (self.alert_ends_at is None or now < self.alert_ends_at)
        )
