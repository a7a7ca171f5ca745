"""Writing the log: `follow` brings it to the state of a thing, now.

Everything here runs in the caller's transaction and takes the counter's row before
it looks at anything. Writers therefore go one after the other, from rendering to
commit: sequence numbers are in the order of commits, and no rendering can miss what
another one has just changed (docs/decisions/0002-one-writer-at-a-time.md).

A few things are written at once, and the rest by the worker; what is to be seen no
more is always gone at once (docs/decisions/0009-few-at-once.md).
"""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from . import queue
from .batch import Change, hide, write_all
from .gathering import gathered, gathering
from .models import (
    ORDER,
    SILENT_REASONS,
    SNIPPETS,
    Counter,
    Publication,
    Reason,
    Resource,
)
from .publishable import Publishable, is_publishable
from .redirects import redirects_by
from .site_in_locale import SiteInLocale
from .sources import Reference, batched, reference_to
from .stored import bare_rows, bury_all
from .tags import names_one
from .used_on import take_out
from .uses import snippets_in

# What the log tells of others stands in them: they are looked at again.
READERS_OF_THE_LOG = {Resource.DOCUMENTS, Resource.REDIRECTS, *SNIPPETS}
# Of what is deleted, or was hidden before, a deletion tells nothing new.
TOLD_NO_MORE = SILENT_REASONS | {Reason.DELETED}


def follow(obj: Publishable) -> None:
    """Bring the log to the state of a thing, and whatever shows it.

    Reads the thing from the database: an instance in memory may hold a draft.
    """
    reference, together = reference_to(obj), gathered()
    if together is not None:
        together.add(reference, obj.list_tags())
        return
    with transaction.atomic():
        lock()
        follow_all([reference], tags=obj.list_tags(), releasing={reference})


def follow_page(page: Page) -> None:
    """Follow a page that was saved as Wagtail's `Page`, past its own class."""
    specific = page.specific_deferred
    if is_publishable(specific):
        follow(specific)


@contextmanager
def following_together() -> Iterator[None]:
    """Follow what changes in the block at its end, in the same transaction.

    One by one, a list that shows many of them would be written as often.
    """
    with transaction.atomic():
        lock()
        with gathering() as together:
            yield
        bury_deleted(list(together.deleted), together.deleted_tags)
        follow_many(list(together.references), tags=together.tags)


def follow_subtree(page: Page) -> None:
    """Follow a page and all below it, whose addresses or privacy changed."""
    follow_trees([page])


def follow_trees(pages: Iterable[Page], with_others: Iterable[Reference] = ()) -> None:
    """Follow pages and all below them, with others for which the same was changed.

    What becomes public by it is published with the documents that wait for it.
    """
    pages = list(pages)
    with transaction.atomic():
        lock()
        references, live = below(pages), Publication.objects.of(Resource.PAGES).live()
        known = set(live.values_list("resource", "object_id"))
        follow_many(
            list(dict.fromkeys([*references, *with_others])),
            releasing=set(references) - known,
        )
        if any(page.is_site_root() for page in pages):
            follow_sites()


def below(pages: Iterable[Page]) -> list[Reference]:
    """Return references to pages and all below them, the uppermost first."""
    found = {
        pk: depth
        for page in pages
        for pk, depth in page.get_descendants(inclusive=True).values_list("pk", "depth")
    }
    return [(str(Resource.PAGES), pk) for pk in sorted(found, key=lambda pk: found[pk])]


def follow_many(
    references: Sequence[Reference],
    releasing: Container[Reference] = (),
    tags: Iterable[str] = (),
) -> None:
    """Follow things that changed together: the first of them now, all of them soon.

    Those that no visitor may see any more are gone now, too, and from what shows them.
    """
    with transaction.atomic():
        lock()
        change, public = hide(references)
        now, later = public[: at_once()], public[at_once() :]
        queue.add(later, releasing)
        follow_all(now, tags=tags, releasing=releasing, change=change)


def follow_tags(tags: Iterable[str]) -> None:
    """Follow whatever touched one of these things when it was rendered."""
    with transaction.atomic():
        lock()
        follow_all([], tags=tags)


def follow_gone(tags: Iterable[str]) -> None:
    """Follow whatever touched one of these things, which are to be seen no more."""
    with transaction.atomic():
        lock()
        follow_all([], change=Change(hidden=set(tags)))


def follow_sites() -> None:
    """Follow what stands around the content, in each language."""
    with transaction.atomic():
        lock()
        homes = [one.pk for one in SiteInLocale.load_all()]
        follow_all([(str(Resource.SITE), pk) for pk in homes])
        for row in Publication.objects.of(Resource.SITE).live():
            if row.object_id not in homes:
                follow_all([], tags=bury_all({row: Reason.DELETED}))


def at_once() -> int:
    """Return how many rows a change may write in its own transaction."""
    return settings.PUBLISH_AT_ONCE


def follow_all(
    references: Iterable[Reference],
    tags: Iterable[str] = (),
    releasing: Container[Reference] = (),
    change: Change | None = None,
    room: int | None = None,
) -> None:
    """Write things, then whatever depends on what changed, until nothing does.

    A thing is written once, for its form follows from the content alone. Some are
    looked at again, for the log is what they tell of: documents name the pages that
    link to them, snippets are public while they are in use, redirects where no page is.
    Documents that wait for a page are released with those in `releasing` alone:
    rendering something again, because something else changed, publishes nothing new.

    Where more depends on it than there is room for, the rest is queued, but for what
    shows a thing that is hidden now.
    """
    references = list(references)
    room = at_once() if room is None else room
    change = change or Change()
    change |= Change(set(tags))
    change |= write_all(readers_last(references), releasing)
    written = set(references)
    while change:
        take_out(change.hidden)
        tags, shown = change.changed | change.hidden, set(showing(change.hidden))
        others = dict.fromkeys([*dependents_of(tags), *may_appear(tags)])
        found = [r for r in others if is_open(r, written)]
        urgent = [r for r in found if r in shown]
        rest = [r for r in found if r not in shown]
        change, public = hide(rest[room:])
        queue.add(public)
        now = urgent + rest[:room]
        room = max(room - len(rest), 0)
        written.update(now)
        change |= write_all(readers_last(now))


def is_open(reference: Reference, written: Container[Reference]) -> bool:
    """Tell whether a thing is to be written, or looked at again."""
    return reference not in written or reference[0] in READERS_OF_THE_LOG


def readers_last(references: Iterable[Reference]) -> list[Reference]:
    """Return them as they are best written: first what others tell of."""
    return sorted(references, key=lambda reference: ORDER.index(Resource(reference[0])))


def showing(hidden: Iterable[str]) -> list[Reference]:
    """Return the live rows that show one of these things, and not a list of such."""
    return dependents_of(tag for tag in hidden if names_one(tag))


def dependents_of(tags: Iterable[str]) -> list[Reference]:
    """Return the live rows whose rendering touched one of these, oldest first."""
    found: dict[Reference, int] = {}
    for some in batched(tags, 1000):
        rows = Publication.objects.live().tagged(set(some))
        for resource, pk, sequence in rows.values_list(
            *("resource", "object_id", "sequence")
        ):
            found[resource, pk] = sequence
    return sorted(found, key=lambda reference: found[reference])


def may_appear(tags: Collection[str]) -> list[Reference]:
    """Return what is perhaps not there yet, and becomes public or private by these."""
    return [*snippets_in(tags), *redirects_by(tags)]


def bury_deleted(references: Iterable[Reference], tags: Iterable[str]) -> None:
    """Put tombstones where things were, and follow whatever showed them."""
    together = gathered()
    if together is not None:
        together.bury(references, tags)
        return
    with transaction.atomic():
        lock()
        change = Change(hidden=set(tags))
        for some in batched(references, 500):
            gone = [r for r in bare_rows(some) if r.reason not in TOLD_NO_MORE]
            change |= Change(bury_all(dict.fromkeys(gone, Reason.DELETED)))
        follow_all([], change=change)


def lock() -> None:
    """Hold the counter until the transaction ends."""
    # Whoever gathers what changes holds it already.
    if gathered() is None:
        Counter.objects.update(sequence=F("sequence"))
