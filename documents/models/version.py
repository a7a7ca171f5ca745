"""What a document was: each file that stood under its name, for good."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.publishing.record import follow, lock
from documents.media_types import extension_of

from .stored_document import LONGEST_NAME, document_storage


class ChangeKind(models.TextChoices):
    """What another file of the same document changes for its readers."""

    CORRECTION = "correction", _("Correction")
    SUBSTANTIVE = "substantive", _("Substantive change")


class Reading(models.TextChoices):
    """How far the reading of a file is (documents/inspection)."""

    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    REFUSED = "refused", _("Not readable")
    FAILED = "failed", _("Reading failed")


class PageUnit(models.TextChoices):
    """What the pages of a file are."""

    PAGE = "page", _("Page")
    SHEET = "sheet", _("Sheet")
    SLIDE = "slide", _("Slide")


class DocumentVersion(models.Model):
    """A file of a document: the newest is the document's own, the others stay.

    `published_at` is when it was released. Until then a newer file takes its place, and
    nothing of it stays; afterwards it can be withdrawn, but not deleted. `was_public`
    tells whether everybody could get it, and not only whom a collection lets in.
    """

    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    was_public = models.BooleanField(default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    change_note = models.CharField(max_length=500, blank=True)
    change_kind = models.CharField(
        max_length=20, choices=ChangeKind.choices, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_explanation = models.TextField(max_length=500, blank=True)

    file = models.FileField(storage=document_storage, editable=False)
    original_filename = models.CharField(max_length=LONGEST_NAME)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField("SHA-256", max_length=64)

    reading = models.CharField(
        max_length=10, choices=Reading.choices, default=Reading.WAITING
    )
    reading_note = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    page_unit = models.CharField(max_length=10, choices=PageUnit.choices, blank=True)
    title_in_file = models.CharField(max_length=500, blank=True)
    language_in_file = models.CharField(max_length=40, blank=True)
    is_tagged = models.BooleanField(null=True, blank=True)
    has_title = models.BooleanField(null=True, blank=True)
    has_language = models.BooleanField(null=True, blank=True)
    has_text_layer = models.BooleanField(null=True, blank=True)
    # Tells one text from another without loading it; empty where there is none.
    text_sha256 = models.CharField(max_length=64, blank=True)
    thumbnail = models.FileField(storage=document_storage, blank=True, editable=False)
    # In pixels, for pages that keep its place free.
    thumbnail_width = models.PositiveSmallIntegerField(null=True, blank=True)
    thumbnail_height = models.PositiveSmallIntegerField(null=True, blank=True)

    # A document is not in use because it has a file.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="document_version_number"
            )
        ]
        indexes = [models.Index(fields=["sha256"], name="document_version_sha256")]

    def __str__(self) -> str:
        return f"{self.document}, version {self.number}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a version that nobody has seen; raises ProtectedError for others."""
        if self.published_at is not None:
            raise ProtectedError("A published version can only be withdrawn.", {self})
        return super().delete(*args, **kwargs)

    def withdraw(self, explanation: str) -> None:
        """Take an earlier version back, for a reason that its address gives for good.

        Raises ValidationError without a reason, or for the document's own file.
        """
        if not explanation.strip():
            raise ValidationError("Say for its readers why the version is withdrawn.")
        if self.number == self.document.version_number:
            raise ValidationError(
                "This is the document's own file. Withdraw the document by its status, "
                "or replace the file first."
            )
        with transaction.atomic():
            lock()
            self.withdrawn_at = self.withdrawn_at or timezone.now()
            self.withdrawal_explanation = explanation.strip()
            self.save(update_fields=["withdrawn_at", "withdrawal_explanation"])
            follow(self.document)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_substantive(self) -> bool:
        return self.change_kind != ChangeKind.CORRECTION

    @property
    def withdrawal(self) -> dict[str, Any] | None:
        """Return when and why it was withdrawn, or None while it can be had."""
        if self.withdrawn_at is None:
            return None
        return {
            "withdrawn_at": self.withdrawn_at,
            "explanation": self.withdrawal_explanation,
        }

    @property
    def public_form(self) -> dict[str, Any]:
        """Return what everybody may know of it, but for its address on this site."""
        names = (
            *("number", "change_note", "change_kind", "filename", "extension"),
            *("media_type", "size", "sha256", "pages", "page_unit", "withdrawal"),
        )
        facts = {name: getattr(self, name) for name in names}
        return facts | {"published_at": self.dated_at}

    @property
    def filename(self) -> str:
        return self.original_filename

    @property
    def extension(self) -> str:
        return extension_of(self.original_filename)

    @property
    def dated_at(self) -> datetime:
        """Return when readers got it, or for a draft when it was uploaded."""
        return self.published_at or self.created_at

    @property
    def download_path(self) -> str:
        """Return the path that leads to these bytes for good."""
        return reverse(
            "document_version", args=[self.document_id, self.number, self.filename]
        )

    @property
    def cover_path(self) -> str:
        """Return the path of the picture of its first page, where it has one."""
        return reverse("document_cover", args=[self.document_id, self.number])


class VersionText(models.Model):
    """The text of one page, slide or sheet of a version, in its order from 1."""

    version = models.ForeignKey(
        DocumentVersion, on_delete=models.CASCADE, related_name="texts"
    )
    number = models.PositiveIntegerField()
    text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["version", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"], name="version_text_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.number}"
