"""What the site says about itself, in its other languages."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


def languages() -> list[tuple[str, str]]:
    """Return the codes of the site's languages with their names."""
    return list(settings.LANGUAGES)


class SettingsTranslation(Orderable):
    """The words of the settings in one more language; empty ones are not translated."""

    settings = ParentalKey("cms.SiteSettings", related_name="translations")
    language = models.CharField(
        max_length=20,
        choices=languages,
        help_text="The language of the words below, once each.",
    )
    tagline = models.CharField(
        max_length=120,
        blank=True,
        help_text="A few words beside the site's name, for example “Para la educación "
        "migrante”.",
    )
    demonstration_notice = models.CharField(
        max_length=200,
        blank=True,
        help_text="The notice at the top of every page, for example “Este sitio es una "
        "demostración.”",
    )
    agency_name = models.CharField(
        max_length=160,
        blank=True,
        help_text="The parent agency as it is called in this language. Leave empty "
        "where its name is the same.",
    )
    contact_name = models.CharField(
        max_length=120,
        blank=True,
        help_text="Whom readers may ask, for example “Mesa de ayuda”.",
    )
    alert_heading = models.CharField(
        max_length=100,
        blank=True,
        help_text="The heading of the alert, for example “Las oficinas cierran el "
        "lunes”.",
    )
    alert_text = models.TextField(
        max_length=400,
        blank=True,
        help_text="The text of the alert, in at most 400 characters. Without heading "
        "and text, readers of this language see the alert in the site's own.",
    )

    translation_notice = models.CharField(
        max_length=300,
        blank=True,
        help_text="What translated pages say of the official version, for example "
        "“Esta página es una traducción. La versión oficial está en inglés.” Leave "
        "empty for a sentence like this one.",
    )

    panels = [
        FieldPanel("language"),
        FieldPanel("tagline"),
        FieldPanel("demonstration_notice"),
        FieldPanel("agency_name"),
        FieldPanel("contact_name"),
        FieldPanel("alert_heading"),
        FieldPanel("alert_text"),
        FieldPanel("translation_notice"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "language"],
                name="settings_in_language",
                violation_error_message="Each language has one translation.",
            )
        ]

    def __str__(self) -> str:
        return self.language

    def clean(self) -> None:
        super().clean()
        if bool(self.alert_heading.strip()) != bool(self.alert_text.strip()):
            raise ValidationError(
                {"alert_text": "Translate heading and text of the alert, or neither."}
            )
