"""Putting pages, pictures and documents where they belong."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from django.core.files import File
from wagtail.models import Page

from cms.models import Attachment, CustomImage, Topic
from documents.models import CustomDocument
from documents.models.version import ChangeKind

HERE = Path(__file__).parent

P = TypeVar("P", bound=Page)


def place_page(parent: Page, page: P) -> P:
    """Publish a page below its parent; slug, description and the rest are its own.

    A draft first, as an editor would have it: publishing then asks for all that a
    publication needs, releases what is attached and leaves its entry in the history.
    """
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    return publish(page)


def publish(page: P) -> P:
    """Publish the page as it is in memory, and return it as it is then stored."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def place_image(filename: str, **values: Any) -> CustomImage:
    """Store a picture of `images/`."""
    with (HERE / "images" / filename).open("rb") as file:
        return CustomImage.objects.create(file=File(file, name=filename), **values)


def place_document(
    filename: str, *, topics: Iterable[Topic] = (), **values: Any
) -> CustomDocument:
    """Store a file of `files/` as a document that waits for its release."""
    with (HERE / "files" / filename).open("rb") as file:
        document = CustomDocument(file=File(file, name=filename), **values)
        document.full_clean()
        document.save()
    document.topics.set(topics)
    return document


def correct_document(document: CustomDocument, filename: str, note: str) -> None:
    """Put a file of `files/` in the place of a document's own, under the same name."""
    with (HERE / "files" / filename).open("rb") as file:
        document.replace_file(
            File(file, name=document.original_filename),
            note=note,
            kind=ChangeKind.CORRECTION,
        )


def attached(documents: Iterable[CustomDocument]) -> list[Attachment]:
    """Return what attaches documents to a page, in this order."""
    return [Attachment(document=d, sort_order=n) for n, d in enumerate(documents)]
