"""What documents are, where they stand, and how one takes another's place."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentType(models.TextChoices):
    POLICY_QA = "policy_qa", _("Policy Q&A")
    GUIDANCE = "guidance", _("Guidance")
    FORM = "form", _("Form")
    PRESENTATION = "presentation", _("Presentation")
    HANDOUT = "handout", _("Handout")
    REPORT = "report", _("Report")
    DATA = "data", _("Data")
    TRANSCRIPT = "transcript", _("Transcript")


class DocumentStatus(models.TextChoices):
    """Whether a reader may rely on a document."""

    CURRENT = "current", _("Current")
    UNDER_REVIEW = "under_review", _("Under review")
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ReplacementExtent(models.TextChoices):
    """How much of a document another one replaces."""

    WHOLE = "whole", _("Wholly")
    PART = "part", _("In part")


def language_choices() -> list[tuple[str, str]]:
    """Return the languages of the site; a function, so that migrations name none."""
    return list(settings.LANGUAGES)


def default_language() -> str:
    return settings.LANGUAGE_CODE
