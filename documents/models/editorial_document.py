"""What editors say of a document."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _

from documents.choices import (
    DocumentStatus,
    DocumentType,
    ReplacementExtent,
    default_language,
    language_choices,
)

from .rules import document_errors
from .stored_document import StoredDocument


class EditorialDocument(StoredDocument):
    """A document with its facts for readers, its status and its place among others."""

    summary = models.TextField(
        max_length=500,
        blank=True,
        help_text=(
            "Say in plain words what the document answers and for whom, in at most "
            "500 characters, for example “Answers for recruiters about moves made "
            "before a school year starts.”"
        ),
    )
    document_type = models.CharField(
        "type",
        max_length=20,
        choices=DocumentType.choices,
        help_text="What kind of document this is. Readers filter the library by it.",
    )
    document_date = models.DateField(
        "document date",
        null=True,
        blank=True,
        help_text="The date printed on the document, for example “July 14, 2017”.",
    )
    fiscal_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1965), MaxValueValidator(2100)],
        help_text="The fiscal year it belongs to, in four digits, for example “2017”.",
    )
    issue = models.CharField(
        max_length=60,
        blank=True,
        help_text="How the document calls its own issue, for example “v.1 (July)”.",
    )
    series = models.ForeignKey(
        "cms.DocumentSeries",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Choose the series in which this document appeared, if any.",
    )
    series_position = models.PositiveSmallIntegerField(
        "place in series",
        null=True,
        blank=True,
        help_text=(
            "Number the documents of a series in the order of their appearance: 1 is "
            "the first. Readers get links to the one before and the one after."
        ),
    )
    topics = models.ManyToManyField("cms.Topic", blank=True, related_name="+")
    language = models.CharField(
        max_length=10,
        choices=language_choices,
        default=default_language,
        help_text="The language in which the document is written.",
    )
    status = models.CharField(
        max_length=20,
        choices=DocumentStatus.choices,
        default=DocumentStatus.CURRENT,
        help_text=(
            "A withdrawn document leaves lists and search and can no longer be "
            "downloaded; its page stays and shows the explanation. A superseded one "
            "stays available and says what replaced it."
        ),
    )
    status_explanation = models.TextField(
        "explanation of the status",
        max_length=500,
        blank=True,
        help_text=(
            "Tell readers why, and where to look instead, for example “Withdrawn "
            "because chapter 3 gave an outdated form.” A withdrawn document needs it."
        ),
    )
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_documents",
        help_text=(
            "Choose the document that takes the place of this one. The next issue of "
            "a series usually replaces nothing: leave this empty then."
        ),
    )
    replacement_extent = models.CharField(
        "replaced",
        max_length=10,
        choices=ReplacementExtent.choices,
        default=ReplacementExtent.WHOLE,
        help_text="A document that is replaced wholly becomes “Superseded” by itself.",
    )
    replaced_on = models.DateField(
        null=True,
        blank=True,
        help_text=(
            "The day from which the other document takes the place of this one; today "
            "if you leave it empty. Readers see it on the pages of both."
        ),
    )
    replacement_note = models.CharField(
        "note on the replacement",
        max_length=300,
        blank=True,
        help_text=(
            "Say what was replaced, for example “Chapters II and III only.” Readers "
            "see it on the pages of both."
        ),
    )
    review_due_on = models.DateField(
        "review due",
        null=True,
        blank=True,
        help_text=(
            "The day by which somebody checks that the document is still right. "
            "Readers do not see it; a report lists what is past it."
        ),
    )

    class Meta(StoredDocument.Meta):
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = document_errors(self)
        if errors:
            raise ValidationError(errors)

    @property
    def document_type_label(self) -> str:
        """Return the type in words; files of a bulk upload may have none yet."""
        return str(self.get_document_type_display() or _("Document"))

    @property
    def status_label(self) -> str:
        return str(DocumentStatus(self.status).label)
