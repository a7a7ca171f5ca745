"""Links that stand on every page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable


class SiteLink(Orderable):
    """A link to a page of the site or to an address elsewhere, never both."""

    label = models.CharField(
        max_length=80,
        blank=True,
        help_text="Leave empty to use the title of the page.",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=(
            "A page of this site. Readers of another language get its translation."
        ),
    )
    url = models.URLField(
        "address",
        blank=True,
        help_text=(
            "An address elsewhere, for example “https://example.gov/foia”. A link has "
            "a page or an address."
        ),
    )

    panels = [FieldPanel("label"), PageChooserPanel("page"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.label or (self.page.title if self.page else self.url)

    @property
    def words(self) -> str:
        """Return what the link is called where it is not the title of its page."""
        return self.label

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError(
                {"url": "Choose a page or enter an address, one of the two."}
            )
        if self.url and not self.words:
            raise ValidationError(
                {"label": "A link to an address needs a label that people can read."}
            )


class NavigationLink(SiteLink):
    """An entry of the main navigation."""

    settings = ParentalKey("cms.SiteSettings", related_name="navigation")


class FooterLink(SiteLink):
    """An entry of the footer."""

    settings = ParentalKey("cms.SiteSettings", related_name="footer_links")


class Subject(models.TextChoices):
    """What each federal website must link to (USWDS identifier), in its own words."""

    ABOUT = "about", _("About the agency")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    FOIA = "foia", _("FOIA requests")
    NO_FEAR = "no_fear", _("No FEAR Act data")
    INSPECTOR_GENERAL = "inspector_general", _("Office of the Inspector General")
    PERFORMANCE = "performance", _("Performance reports")
    PRIVACY = "privacy", _("Privacy policy")
    DISCLOSURE = "disclosure", _("Vulnerability disclosure policy")


class RequiredLink(SiteLink):
    """A link the parent agency must show, in the identifier."""

    settings = ParentalKey("cms.SiteSettings", related_name="required_links")
    subject = models.CharField(
        max_length=20,
        choices=Subject,
        blank=True,
        help_text="What the link is about. Readers of each language see these words, "
        "unless you enter a label of your own. Leave empty for any other link.",
    )

    panels = [FieldPanel("subject"), *SiteLink.panels]

    @property
    def words(self) -> str:
        return self.label or (str(Subject(self.subject).label) if self.subject else "")
