"""Keeping versions: what becomes of a document's file when another takes its place."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from cms.publishing.models import Publication, Resource

from .version import DocumentVersion

if TYPE_CHECKING:
    from .document import CustomDocument


@dataclass(frozen=True)
class Upload:
    """What is said of a file that takes the place of another, and by whom."""

    note: str = ""
    kind: str = ""
    by: Any = None


def newest_version(document: "CustomDocument") -> DocumentVersion | None:
    """Return the version of the document's own file; None before it has one."""
    if document._state.adding:
        return None
    return document.versions.order_by("-number").first()


def plan_version(
    document: "CustomDocument", brings_file: bool
) -> DocumentVersion | None:
    """Return the version that is to hold the document's file, before it is saved.

    A published version stays as it is and is followed by a new one; raises
    ValidationError where nothing is said of the change. The file of any other version
    makes way for the new one.
    """
    if not document.file:
        return None
    newest = newest_version(document)
    if newest is None:
        return DocumentVersion(number=1, created_at=timezone.now())
    if not brings_file:
        return newest
    if newest.published_at is None:
        return emptied(newest)
    if not document.upload.note.strip() or not document.upload.kind:
        raise ValidationError(
            "Say in a note what the new file changes, and whether that is a correction "
            "or a substantive change: readers see it beside the version.",
            code="change_note",
        )
    keep_sight_of(newest, document)
    return DocumentVersion(
        number=newest.number + 1,
        created_at=timezone.now(),
        change_note=document.upload.note.strip(),
        change_kind=document.upload.kind,
    )


def emptied(version: DocumentVersion) -> DocumentVersion:
    """Return the version without what was read of its file, which goes for good."""
    remove_files(version)
    version.texts.all().delete()
    return DocumentVersion(
        pk=version.pk, number=version.number, created_at=timezone.now()
    )


def remove_files(version: DocumentVersion) -> None:
    """Remove the files of a version as soon as the change is there to stay."""
    for file in (version.file, version.thumbnail):
        remove_later(file)


def remove_later(file: FieldFile) -> None:
    """Remove a file, if there is one, when the transaction is there to stay."""
    if file:
        transaction.on_commit(partial(file.storage.delete, str(file.name)))


def keep_version(
    document: "CustomDocument", version: DocumentVersion, brings_file: bool
) -> None:
    """Save the version of a document that was just saved."""
    changed = brings_file or version._state.adding
    if changed:
        version.document = document
        version.uploaded_by = document.upload.by or document.uploaded_by_user
        take_file(version, document)
    if version.published_at is None and document.released_at is not None:
        is_first = version.number == 1
        version.published_at = document.released_at if is_first else version.created_at
        changed = True
    if not version.was_public and document.is_public():
        version.was_public = changed = True
    if changed:
        version.save()


def take_file(version: DocumentVersion, document: "CustomDocument") -> None:
    """Give a version the file of its document, which is stored already."""
    version.file = document.file.name
    version.original_filename = document.original_filename
    version.media_type = document.media_type
    version.size = document.size
    version.sha256 = document.sha256


def keep_sight_of(version: DocumentVersion, document: "CustomDocument") -> None:
    """Note that visitors could get the version, though the document was not saved.

    It becomes public without that where its collection does; the log knows.
    """
    rows = Publication.objects.of(Resource.DOCUMENTS).filter(object_id=document.pk)
    since = rows.filter(recorded_at__gte=version.created_at)
    if not version.was_public and (document.is_public() or since.exists()):
        version.was_public = True
        version.save(update_fields=["was_public"])
