"""The one version that each made-up document has, as if its file had been read."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from documents.models import (
    CustomDocument,
    DocumentVersion,
    PageUnit,
    Reading,
    VersionText,
)

from .text import chance_of, paragraphs

PAGES = 20
# About 2 kB, as a page with a heading and a table has.
PARAGRAPHS = 4
BATCH = 500


def add_versions(documents: Iterable[CustomDocument]) -> None:
    made = DocumentVersion.objects.bulk_create(
        map(version, documents), batch_size=BATCH
    )
    VersionText.objects.bulk_create(
        (text for one in made for text in texts(one)), batch_size=BATCH
    )


def version(document: CustomDocument) -> DocumentVersion:
    return DocumentVersion(
        document=document,
        number=1,
        created_at=document.released_at,
        published_at=document.released_at,
        was_public=True,
        file=document.file.name,
        original_filename=document.original_filename,
        media_type=document.media_type,
        size=document.file_size or 0,
        sha256=document.sha256,
        reading=Reading.READ,
        read_at=document.released_at,
        pages=PAGES,
        page_unit=PageUnit.PAGE,
        is_tagged=document.pk % 3 > 0,
        has_title=document.pk % 2 > 0,
        has_language=True,
        has_text_layer=True,
        text_sha256=sha256(f"{document.pk}".encode()).hexdigest(),
    )


def texts(version: DocumentVersion) -> Iterator[VersionText]:
    for number in range(1, PAGES + 1):
        chance = chance_of(f"text {version.document_id} {number}")
        text = "\n".join(paragraphs(chance, PARAGRAPHS))
        yield VersionText(version=version, number=number, text=text)
