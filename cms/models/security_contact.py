"""Where weaknesses of the site are reported: what security.txt says (RFC 9116)."""

import re
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel

# RFC 9116 asks that what is in the file is looked at within a year.
LONGEST = timedelta(days=366)
SCHEMES = ("https://", "mailto:", "tel:")
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
LANGUAGES = re.compile(rf"{LANGUAGE}(, ?{LANGUAGE})*")


class SecurityContact(ClusterableModel):
    """Whom to tell of a weakness, and until when that holds."""

    security_contact = models.CharField(
        "contact for security",
        max_length=200,
        blank=True,
        help_text="Where researchers report a weakness of the site: an email address, "
        "or an address that begins with https:// or tel:. Leave empty to publish no "
        "security.txt.",
    )
    security_expires_on = models.DateField(
        "holds until",
        null=True,
        blank=True,
        help_text="The day by which somebody looks at this again, at most a year from "
        "now. The dashboard tells of it 30 days before.",
    )
    security_languages = models.CharField(
        "languages of reports",
        max_length=60,
        default="en",
        help_text="The codes of the languages in which reports are read, parted by "
        "commas, for example “en, es”.",
    )

    security_panels = [
        FieldPanel("security_contact"),
        FieldPanel("security_expires_on"),
        FieldPanel("security_languages"),
    ]

    class Meta:
        abstract = True

    def security_errors(self) -> dict[str, str]:
        """Return what security.txt lacks, as messages by field name."""
        errors = {}
        if self.security_contact and not is_address(self.security_contact):
            errors["security_contact"] = (
                "Enter an email address, or an address that begins with https:// or "
                "tel:."
            )
        if self.security_contact and not self.security_expires_on:
            errors["security_expires_on"] = "Enter the day until which this holds."
        elif self.security_expires_on and self.security_expires_on > last_day():
            errors["security_expires_on"] = "Enter a day within a year from now."
        if not LANGUAGES.fullmatch(self.security_languages):
            errors["security_languages"] = (
                "Enter codes of languages, parted by commas, for example “en, es”."
            )
        return errors

    @property
    def security_address(self) -> str:
        """Return the contact as an address with its scheme."""
        contact = self.security_contact
        return contact if contact.startswith(SCHEMES) else f"mailto:{contact}"

    @property
    def report_languages(self) -> list[str]:
        """Return the codes of the languages in which reports are read."""
        return [code.strip() for code in self.security_languages.split(",")]

    @property
    def security_expires_at(self) -> datetime | None:
        """Return the end of the last day, None where there is no file."""
        if not self.security_contact or self.security_expires_on is None:
            return None
        return timezone.make_aware(
            datetime.combine(self.security_expires_on, time(23, 59, 59))
        )

    def security_days_left(self) -> int | None:
        """Return the days until the file expires, negative after that."""
        if not self.security_contact or self.security_expires_on is None:
            return None
        return (self.security_expires_on - timezone.localdate()).days


def last_day() -> date:
    return timezone.localdate() + LONGEST


def is_address(contact: str) -> bool:
    if contact.startswith(("https://", "tel:")):
        return " " not in contact and contact not in SCHEMES
    try:
        validate_email(contact.removeprefix("mailto:"))
    except ValidationError:
        return False
    return True
