"""The text of public files, page by page, beside their rows in the log."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .models import PageText, Publication

if TYPE_CHECKING:
    from .stored import Written

# How many pages are in memory at once.
PAGES_AT_ONCE = 100


def save_texts(written: Iterable["Written"]) -> None:
    """Write the texts that are not those which the rows have."""
    for one in written:
        if "text_etag" in one.changed and one.stored.row is not None:
            PageText.objects.filter(publication=one.stored.row).delete()
            add_texts(one.stored.row, one.texts())


def add_texts(row: Publication, texts: Iterable[tuple[int, str]]) -> None:
    PageText.objects.bulk_create(
        (PageText(publication=row, number=number, text=text) for number, text in texts),
        batch_size=PAGES_AT_ONCE,
    )


def remove_texts(rows: Iterable[Publication]) -> None:
    PageText.objects.filter(publication__in=[row.pk for row in rows]).delete()
