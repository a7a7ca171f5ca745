"""Comparing the log with the content, and mending it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import reset_queries, transaction
from django.db.models import Exists, OuterRef, Q

from .batch import write_all, written_of
from .known import knowing
from .models import ORDER, Publication, Reason, Resource
from .publishable import Publishable
from .record import follow_all, lock
from .render import render
from .sources import (
    Reference,
    all_of,
    batches,
    count,
    load_many,
)
from .stored import TEXTS, Stored, bury_all, stored_rows


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
    for references in everything():
        with knowing(anew=True):
            rows = stored_rows(references)
            for reference, thing in load_many(references).items():
                what = difference(thing, rows[reference])
                if what:
                    yield Difference(*reference, what)
    for row in orphans():
        yield Difference(row.resource, row.object_id, "is live, but does not exist")


def difference(thing: Publishable, stored: Stored) -> str:
    """Return what the row of a thing has wrong, in words; empty where nothing."""
    reason = thing.why_not_public()
    if reason is not None:
        return f"is live, but {reason}" if stored.is_live else ""
    if not stored.is_live:
        return "is public, but not live in the log"
    written = written_of(thing, render(thing), stored)
    wrong = sorted(written.changed | written.noted)
    return f"differs in {', '.join(wrong)}" if wrong else ""


def orphans() -> Iterator[Publication]:
    """Yield live rows of things that are gone."""
    for resource in ORDER:
        rows = Publication.objects.of(resource).live().defer(*TEXTS)
        yield from rows.exclude(is_there(resource)).iterator()


def is_there(resource: str) -> Q | Exists:
    """Return the condition that there is a thing of the resource for a row."""
    if resource == Resource.SITE:
        there = [pk for some in batches(resource) for _resource, pk in some]
        return Q(object_id__in=there)
    return Exists(all_of(resource).filter(pk=OuterRef("object_id")))


def everything(after: Reference | None = None) -> Iterator[list[Reference]]:
    """Yield references to all things, a batch at a time, in an order that holds.

    `after` begins behind the thing with which an earlier run ended.
    """
    resource, number = after or (ORDER[0], 0)
    for one in ORDER[ORDER.index(Resource(resource)) :]:
        yield from batches(one, number if one == resource else 0)


def total(after: Reference | None = None) -> int:
    """Return how many things there are to look at."""
    resource, number = after or (ORDER[0], 0)
    first = ORDER.index(Resource(resource))
    rest = sum(count(one) for one in ORDER[first + 1 :])
    return count(resource, number) + rest


def rebuild(
    tell: Callable[[int, Reference], None] = lambda done, last: None,
    after: Reference | None = None,
) -> int:
    """Write each row as it should be, and return how many had to change.

    Goes in transactions of a batch each, so that it can be stopped at any point, and
    begun anew or after the last thing that it told of; readers see the old row or the
    new one. Nothing else is followed: whatever depends on a thing has its own turn.
    """
    before, done = last_sequence(), 0
    for references in everything(after):
        with transaction.atomic():
            lock()
            write_all(references)
        done += len(references)
        if references:
            tell(done, references[-1])
        reset_queries()
    bury_orphans()
    return last_sequence() - before


def bury_orphans() -> None:
    with transaction.atomic():
        lock()
        while some := list(islice(orphans(), 500)):
            follow_all([], tags=bury_all(dict.fromkeys(some, Reason.DELETED)))


def last_sequence() -> int:
    last = Publication.objects.order_by("-sequence").values_list("sequence", flat=True)
    return last.first() or 0
