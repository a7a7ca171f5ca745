"""Reading the file of a version, and keeping what it says.

The upload is there before, whatever the reading comes to: a file that cannot be read
keeps its record, which says why.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from cms.publishing.record import follow, lock

from .inspection import Cover, FailedError, Inspection, InspectionError, Limits, inspect
from .models import CustomDocument, DocumentVersion, Reading, VersionText
from .models.uploads import remove_later

logger = logging.getLogger(__name__)

NOT_FETCHED = (
    "The file could not be fetched from where files are kept. Try again; if that does "
    "not help, tell those who run the site."
)
NOT_KEPT = (
    "What was read could not be kept. Try again; if that does not help, tell those who "
    "run the site."
)
# Of a file of many pages so many are written together.
TEXTS_AT_ONCE = 500
COPY_BYTES = 1024 * 1024


def unread() -> "QuerySet[DocumentVersion]":
    """Return the versions that wait, or whose reading was broken off."""
    return DocumentVersion.objects.filter(
        reading__in=[Reading.WAITING, Reading.READING]
    ).order_by("pk")


def read(version: DocumentVersion) -> None:
    """Read the file of a version in a process of its own, and keep what it says.

    Raises nothing where that does not succeed: the version says why. What is read of a
    file that was replaced meanwhile is thrown away.
    """
    same_file(version).update(reading=Reading.READING)
    try:
        with local_copy(version.file) as path:
            facts = inspect(path, version.media_type, limits())
        keep(version, facts)
    except InspectionError as error:
        keep_reason(version, error)
    except Exception:
        logger.exception("What was read of version %s is not kept.", version.pk)
        keep_reason(version, FailedError(NOT_KEPT))


def limits() -> Limits:
    return Limits(**settings.DOCUMENT_READING_LIMITS)


def same_file(version: DocumentVersion) -> "QuerySet[DocumentVersion]":
    """Return the version while it has the file that it had when it was loaded."""
    return DocumentVersion.objects.filter(pk=version.pk, file=version.file.name)


@contextmanager
def local_copy(file: FieldFile) -> Iterator[Path]:
    """Give a stored file a path on this machine, without holding it in memory.

    Raises FailedError where the storage does not have it, or does not answer.
    """
    if isinstance(file.storage, FileSystemStorage) and Path(file.path).is_file():
        yield Path(file.path)
        return
    with NamedTemporaryFile(prefix="results-") as copy:
        try:
            with file.storage.open(str(file.name), "rb") as stored:
                copyfileobj(stored, copy, COPY_BYTES)
        except Exception as error:
            # Each storage has errors of its own.
            logger.exception("The file %s could not be fetched.", file.name)
            raise FailedError(NOT_FETCHED) from error
        copy.flush()
        yield Path(copy.name)


def keep(version: DocumentVersion, facts: Inspection) -> None:
    """Write all that was read in one transaction, and let the log show it."""
    cover = store_cover(version, facts.cover)
    kept = False
    try:
        with transaction.atomic():
            lock()
            current = same_file(version).first()
            if current is not None:
                write(current, facts, cover)
                kept = True
    finally:
        if cover and not kept:
            version.file.storage.delete(cover)


def store_cover(version: DocumentVersion, cover: Cover | None) -> str:
    """Put the picture of the first page beside the file; return its name, if any."""
    if cover is None:
        return ""
    content = ContentFile(cover.data)
    name: str = version.file.storage.save(f"{uuid4().hex}.webp", content)
    return name


def write(version: DocumentVersion, facts: Inspection, cover: str) -> None:
    remove_later(version.thumbnail)
    version.thumbnail = cover
    version.thumbnail_width = facts.cover.width if facts.cover else None
    version.thumbnail_height = facts.cover.height if facts.cover else None
    take(facts, version)
    version.save()
    version.texts.all().delete()
    VersionText.objects.bulk_create(
        (
            VersionText(version=version, number=number, text=text)
            for number, text in enumerate(facts.texts, start=1)
        ),
        batch_size=TEXTS_AT_ONCE,
    )
    show(version)


def take(facts: Inspection, version: DocumentVersion) -> None:
    """Give a version the facts of its file."""
    version.reading, version.reading_note = Reading.READ, "\n".join(facts.notes)
    version.read_at = timezone.now()
    version.pages, version.page_unit = facts.count, facts.unit or ""
    version.title_in_file = facts.title
    version.language_in_file = facts.language[:40]
    version.is_tagged, version.has_title = facts.is_tagged, facts.has_title
    version.has_language = facts.has_language
    version.has_text_layer = facts.has_text_layer
    version.text_sha256 = digest_of(facts.texts)


def digest_of(texts: list[str]) -> str:
    """Return what tells these texts from others; nothing where there are no words."""
    if not any(texts):
        return ""
    digest = sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\f")
    return digest.hexdigest()


def show(version: DocumentVersion) -> None:
    """Let the document and the log say what is known of its newest version."""
    newest = CustomDocument.objects.filter(
        pk=version.document_id, version_number=version.number
    )
    newest.update(pages=version.pages, page_unit=version.page_unit)
    follow(CustomDocument.objects.get(pk=version.document_id))


def keep_reason(version: DocumentVersion, error: InspectionError) -> None:
    """Note why a file was not read; what was read of it before stays."""
    failed = isinstance(error, FailedError)
    same_file(version).update(
        reading=Reading.FAILED if failed else Reading.REFUSED,
        reading_note=error.reason,
        read_at=timezone.now(),
    )
