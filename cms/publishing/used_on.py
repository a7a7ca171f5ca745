"""Documents that name pages: hidden ones are taken out with nothing rendered.

The pages of one section may link to thousands of documents, and whoever hides it waits
until the last of these names none of them (docs/decisions/0009-few-at-once.md).
"""

from collections.abc import Collection, Iterable, Sequence

from pydantic_core import from_json, to_json

from .models import Publication, Resource, Tag
from .rows import etag_of
from .sources import batched
from .stored import delete_numbered, stamp_all
from .tags import numbers_in, page_tag


def take_out(tags: Iterable[str]) -> None:
    """Bring documents to what a rendering would make of them without these pages.

    Those that change by the clock are left to one: the moment may be that of a page.
    """
    numbers = numbers_in(tags)
    for some in batched(documents_naming(numbers), 500):
        forget_pages(some, numbers)


def documents_naming(numbers: Iterable[int]) -> list[int]:
    """Return the keys of the rows that have noted one of these pages, oldest first."""
    found: dict[int, int] = {}
    documents = Publication.objects.of(Resource.DOCUMENTS).live()
    for some in batched(map(page_tag, numbers), 1000):
        rows = documents.filter(changes_at=None).tagged(set(some))
        found |= rows.values_list("pk", "sequence")
    return sorted(found, key=lambda pk: found[pk])


def forget_pages(keys: Sequence[int], numbers: Collection[int]) -> None:
    rows = Publication.objects.filter(pk__in=keys).order_by("sequence")
    stamp_all([row for row in rows if shorten(row, numbers)])
    names = set(map(page_tag, numbers))
    tags = Tag.objects.filter(publication__in=keys).values_list("pk", "name")
    delete_numbered(Tag, [pk for pk, name in tags if name in names])


def shorten(row: Publication, numbers: Collection[int]) -> bool:
    """Remove links to these pages from a row, and tell whether there were any."""
    body = from_json(row.body)
    links = [link for link in body["used_on"] if link["id"] not in numbers]
    if len(links) == len(body["used_on"]):
        return False
    row.body = to_json(body | {"used_on": links}).decode()
    row.etag = etag_of(row.card, row.body)
    return True
