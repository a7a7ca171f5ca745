"""Comparing the log with the content, and mending it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import transaction

from .models import Publication, Reason, Resource
from .publishable import Publishable
from .record import bury, follow_all, lock
from .render import render
from .rows import differences, facets_in, facets_of, fields_of
from .sources import BATCH, load, load_all, reference_to

# Documents name the pages that link to them, so they come after pages.
ORDER = (Resource.IMAGES, Resource.PAGES, Resource.DOCUMENTS, Resource.SITE)


@dataclass(frozen=True)
class Difference:
    """One thing of which the log does not say what it should."""

    resource: str
    object_id: int
    what: str

    def __str__(self) -> str:
        return f"{self.resource}/{self.object_id}: {self.what}"


def check() -> Iterator[Difference]:
    """Yield what the log says wrongly, leaves out, or should not have."""
    for resource in ORDER:
        for obj in load_all(resource):
            what = difference(obj)
            if what:
                yield Difference(*reference_to(obj), what)
    for row in orphans():
        yield Difference(row.resource, row.object_id, "is live, but does not exist")


def difference(obj: Publishable) -> str:
    """Return what the row of a thing has wrong, in words; empty where nothing."""
    resource, object_id = reference_to(obj)
    row = Publication.objects.filter(resource=resource, object_id=object_id).first()
    reason = obj.why_not_public()
    if reason is not None:
        return f"is live, but {reason}" if row and row.live else ""
    if row is None or not row.live:
        return "is public, but not live in the log"
    rendering = render(obj)
    wrong = differences(row, fields_of(obj, rendering))
    if facets_in(row) != facets_of(obj, rendering):
        wrong.add("facets")
    if set(row.tags.values_list("name", flat=True)) != rendering.tags:
        wrong.add("tags")
    if row.changes_at != rendering.changes_at:
        wrong.add("changes_at")
    return f"differs in {', '.join(sorted(wrong))}" if wrong else ""


def orphans() -> Iterator[Publication]:
    """Yield live rows of things that are gone."""
    for resource in ORDER:
        rows = Publication.objects.of(resource).live()
        existing = {obj.pk for obj in load_all(resource)}
        yield from rows.exclude(object_id__in=existing).iterator(chunk_size=BATCH)


def count() -> int:
    """Return how many things there are to look at."""
    return sum(1 for resource in ORDER for _ in load_all(resource))


def rebuild(tell: Callable[[int], None] = lambda done: None) -> int:
    """Write each row as it should be, and return how many had to change.

    Goes in transactions of a batch each, so that it can be stopped and begun anew
    at any point; readers see the old row or the new one.
    """
    before, done = last_sequence(), 0
    for resource in ORDER:
        things = (reference_to(obj) for obj in load_all(resource))
        while batch := list(islice(things, BATCH)):
            with transaction.atomic():
                lock()
                follow_all(batch)
            done += len(batch)
            tell(done)
    bury_orphans()
    return last_sequence() - before


def bury_orphans() -> None:
    with transaction.atomic():
        lock()
        for row in list(orphans()):
            if load(row.resource, row.object_id) is None:
                bury(row, Reason.DELETED)


def last_sequence() -> int:
    last = Publication.objects.order_by("-sequence").values_list("sequence", flat=True)
    return last.first() or 0
