"""The document: one record for one upload, whatever shows it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.documents.models import Document
from wagtail.search import index

from cms.publishing.models import Reason
from cms.publishing.record import follow, lock
from cms.publishing.visibility import is_collection_public
from documents.choices import DocumentStatus
from documents.inspection.accessibility import (
    NOT_CHECKED,
    Accessibility,
    accessibility_of,
)
from documents.querysets import DocumentQuerySet

from .relations import (
    Replacement,
    Replacements,
    SeriesNeighbor,
    replacement_tag,
    series_tag,
)
from .released_document import ReleasedDocument
from .replacing import settled_replacement
from .updates import note_update
from .uploads import Upload, keep_version, plan_version
from .version import ChangeKind, DocumentVersion, PageUnit, VersionText

LONGEST_SLUG = 80
# How many pages of a text are read from the database together.
TEXTS_AT_ONCE = 100


class CustomDocument(ReleasedDocument):
    """A document with its status, its place among others, its release and versions."""

    # Moves with what readers may see, and not with notes for staff.
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    # Of the newest version, for lists and links that show many documents.
    version_number = models.PositiveIntegerField(default=1, editable=False)
    pages = models.PositiveIntegerField(null=True, editable=False)
    page_unit = models.CharField(
        max_length=10, choices=PageUnit.choices, blank=True, editable=False
    )

    FACTS = (*ReleasedDocument.FACTS, "version_number", "pages", "page_unit")

    # What its public form reads beside its own row.
    shown_with = ("versions",)

    # What is said of a new file, to be set before it is saved.
    upload = Upload()

    objects = DocumentQuerySet.as_manager()

    admin_form_fields = (
        *("title", "file", "collection", "summary", "document_type", "language"),
        *("document_date", "fiscal_year", "issue", "series", "series_position"),
        *("topics", "status", "status_explanation"),
        *("replaced_by", "replacement_extent", "replaced_on", "replacement_note"),
        *("release_at", "releases_with_page", "review_due_on", "tags"),
    )

    search_fields = [
        *ReleasedDocument.search_fields,
        index.SearchField("summary"),
        index.SearchField("original_filename"),
        index.FilterField("document_type"),
        index.FilterField("status"),
        index.FilterField("released_at"),
    ]

    class Meta(ReleasedDocument.Meta):
        permissions = [
            *Document._meta.permissions,
            ("release_document", "Can release documents and change released ones"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and bring the publication log to the same state in one transaction."""
        with (
            self.new_file_stored(kwargs.get("update_fields")) as brings_file,
            transaction.atomic(),
        ):
            lock()
            self.keep_release()
            if not brings_file:
                self.keep_file(kwargs.get("update_fields"))
            kwargs |= settled_replacement(self, kwargs.get("update_fields"))
            version = plan_version(self, brings_file)
            if version is not None:
                self.take_facts(version)
            note_update(self)
            super().save(*args, **kwargs)
            if version is not None:
                keep_version(self, version, brings_file)
            follow(self)

    def take_facts(self, version: DocumentVersion) -> None:
        """Show what is known of a version, which may be newer than this record."""
        self.version_number = version.number
        self.pages, self.page_unit = version.pages, version.page_unit

    def replace_file(
        self, file: Any, note: str, kind: str = ChangeKind.SUBSTANTIVE, by: Any = None
    ) -> None:
        """Put another file in the place of this one, whose bytes stay as a version.

        Raises ValidationError where the file is refused, or the note is empty.
        """
        self.file, self.upload = file, Upload(note, kind, by)
        self.save()

    # --- What the publication log asks --------------------------------------------

    def why_not_public(self) -> Reason | None:
        """Return why an anonymous visitor may not see it now, or None if they may."""
        if not self.is_released:
            return Reason.UNRELEASED
        if not is_collection_public(self.collection_id):
            return Reason.RESTRICTED
        return None

    def is_public(self) -> bool:
        """Tell whether an anonymous visitor may see the document now."""
        return self.why_not_public() is None

    @property
    def is_withdrawn(self) -> bool:
        return self.status == DocumentStatus.WITHDRAWN

    @property
    def is_listed(self) -> bool:
        """Tell whether lists and search show the document while it is public."""
        return not self.is_withdrawn

    @property
    def dated_at(self) -> datetime | None:
        """Return the document's own date, or without one that of its release."""
        if self.document_date is None:
            return self.released_at
        return timezone.make_aware(datetime.combine(self.document_date, time.min))

    def next_change(self) -> datetime | None:
        """Return when the document is released by the clock."""
        return None if self.is_released else self.release_at

    def list_tags(self) -> set[str]:
        """Return the tags of the lists in which the document may stand."""
        tags = {f"list-{self._meta.label}"}
        if self.series_id:
            tags.add(series_tag(self.series_id))
        if self.replaced_by_id:
            tags.add(replacement_tag(self.replaced_by_id))
        return tags

    def public_facets(self) -> Iterator[tuple[str, str]]:
        """Yield name and value of what the library filters by."""
        yield "document_type", self.document_type
        yield "status", self.status
        yield "language", self.language
        if self.fiscal_year:
            yield "fiscal_year", str(self.fiscal_year)
        if self.series:
            yield "series", self.series.slug
        for topic in self.topics.all():
            yield "topic", topic.slug

    @property
    def current_version(self) -> DocumentVersion | None:
        """Return the version of the document's own file, if it has one."""
        newest = self.version_number
        return next((v for v in self.versions.all() if v.number == newest), None)

    @property
    def text_etag(self) -> str:
        """Return what tells the text of the file from others, while it can be had."""
        version = None if self.is_withdrawn else self.current_version
        return version.text_sha256 if version else ""

    def public_texts(self) -> Iterator[tuple[int, str]]:
        """Yield number and text of each page, where there is a text to be had."""
        if self.text_etag:
            texts = VersionText.objects.filter(version=self.current_version)
            pages = texts.order_by("number").values_list("number", "text")
            yield from pages.iterator(TEXTS_AT_ONCE)

    # --- What the public form shows -----------------------------------------------

    @property
    def slug(self) -> str:
        return slugify(self.title)[:LONGEST_SLUG].strip("-") or "document"

    @property
    def path(self) -> str:
        """Return the path of the landing page in the site's own language."""
        with override(settings.LANGUAGE_CODE):
            return reverse("document", args=[self.pk, self.slug])

    @property
    def download_path(self) -> str:
        """Return the path that always leads to the file as it is now."""
        return reverse("document_download", args=[self.pk, self.filename])

    @property
    def public_versions(self) -> list[DocumentVersion]:
        """Return the versions that everybody may see, the newest first."""
        newest = self.version_number
        versions = sorted(self.versions.all(), key=lambda v: -v.number)
        return [v for v in versions if v.was_public or v.number == newest]

    @property
    def public_updated_at(self) -> datetime | None:
        """Return when the last version came that was more than a correction."""
        found = (v for v in self.public_versions if v.is_substantive)
        return next((v.published_at for v in found), None) or self.released_at

    @property
    def cover_version(self) -> DocumentVersion | None:
        """Return the newest version, while its first page can be shown as a picture."""
        version = None if self.is_withdrawn else self.current_version
        return version if version and version.thumbnail else None

    @property
    def cover_alt(self) -> str:
        return _("First page of “%(title)s”") % {"title": self.title}

    @property
    def accessibility(self) -> Accessibility:
        """Return what a program finds of the newest file's accessibility."""
        version = self.current_version
        return accessibility_of(version) if version else NOT_CHECKED

    @property
    def replacement(self) -> Replacement:
        """Return what took the place of this document, if anything did."""
        return Replacement(replaced=self, shown=self.replaced_by)

    @property
    def replaces(self) -> Replacements:
        return Replacements(self)

    @property
    def previous_in_series(self) -> SeriesNeighbor:
        return SeriesNeighbor(self.series_id, self._others_in_series("before"))

    @property
    def next_in_series(self) -> SeriesNeighbor:
        return SeriesNeighbor(self.series_id, self._others_in_series("after"))

    def _others_in_series(self, side: str) -> Iterable["CustomDocument"]:
        """Return those with a place on this side in the series, nearest first."""
        if self.series_id is None or self.series_position is None:
            return ()
        others = CustomDocument.objects.released().not_withdrawn()
        others = others.filter(series_id=self.series_id, language=self.language)
        return getattr(others, side)(self.series_position)
