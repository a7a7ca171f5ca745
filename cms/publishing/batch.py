"""Things whose rows are written together, and what follows from it."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from .known import knowing
from .models import Publication, Reason
from .publishable import Publishable
from .redirects import FormerAddress, keep_addresses
from .render import render
from .rendering import Rendering
from .rows import documents_in, facets_of, fields_of
from .sources import (
    BATCH,
    Reference,
    Things,
    batched,
    load_bare,
    load_many,
)
from .stored import Stored, Written, bare_rows, bury_all, save_all, stored_rows
from .tags import content_tag, path_tag, tag_of, translation_tag, uses_tag
from .uses import uses_in

# What a link to a page shows of it.
LINK_FIELDS = frozenset({"live", "type", "locale", "path", "title"})
# And to a document, of which the card has all that a link has.
DOCUMENT_FIELDS = frozenset({"live", "card"})


@dataclass
class Change:
    """The tags of what became otherwise, and of what is to be seen no more."""

    changed: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)

    def __ior__(self, other: "Change") -> "Change":
        self.changed |= other.changed
        self.hidden |= other.hidden
        return self

    def __bool__(self) -> bool:
        return bool(self.changed or self.hidden)


def write_all(
    references: Iterable[Reference], releasing: Container[Reference] = ()
) -> Change:
    """Bring the rows of things to their state, now."""
    change = Change()
    for some in batched(references):
        with knowing(anew=True):
            change |= write_batch(some, releasing)
    return change


def write_batch(
    references: Sequence[Reference], releasing: Container[Reference]
) -> Change:
    things, rows = load_many(references), stored_rows(references)
    reasons = {r: thing.why_not_public() for r, thing in things.items()}
    public = {r: thing for r, thing in things.items() if reasons[r] is None}
    written, waiting = [], []
    for r, thing in public.items():
        rendering = render(thing)
        written.append(written_of(thing, rendering, rows[r]))
        waiting += rendering.waiting if r in releasing else []
    if release(waiting):
        # Which is written by now, and shown by other things, perhaps by these.
        with knowing(anew=True):
            return write_batch(references, releasing)
    change = change_of(written, list(public.values()))
    moved = moved_in(written, list(public.values()))
    save_all(written)
    keep_addresses(moved)
    hidden = {r: reason for r, reason in reasons.items() if reason}
    change |= bury_things(things, hidden, [row.row for row in rows.values() if row.row])
    return change


def moved_in(
    written: Sequence[Written], things: Sequence[Publishable]
) -> list[FormerAddress]:
    """Return the addresses that things are about to lose, or had when last public."""
    return [
        (thing, one.stored.row.path or one.stored.row.old_path, one.stored.row.site_id)
        for one, thing in zip(written, things, strict=True)
        if one.stored.row and "path" in one.changed
    ]


def release(waiting: Iterable[Any]) -> bool:
    """Release the documents that waited for pages; True where there were any."""
    released = [document for document in waiting if document.release_with_page()]
    return bool(released)


def written_of(thing: Publishable, rendering: Rendering, stored: Stored) -> Written:
    return Written(
        stored,
        fields=fields_of(thing, rendering),
        facets=facets_of(thing, rendering),
        tags=rendering.tags,
        changes_at=rendering.changes_at,
        texts=getattr(thing, "public_texts", tuple),
    )


def change_of(written: Sequence[Written], things: Sequence[Publishable]) -> Change:
    """Return the tags of what the rows say otherwise."""
    tags: set[str] = set()
    for one, thing in zip(written, things, strict=True):
        changed, linked = one.changed, one.facets ^ set(one.stored.facets)
        tags |= tags_of(thing, changed) if changed else set()
        tags |= {uses_tag(pk) for pk in documents_in(linked)}
        tags |= uses_in(one.tags ^ set(one.stored.tags))
    return Change(tags)


def bury_things(
    things: Things, reasons: dict[Reference, Reason], rows: Iterable[Publication]
) -> Change:
    """Bury what has a live row and a reason not to."""
    live = {(row.resource, row.object_id): row for row in rows if row.live}
    gone = {live[r]: reason for r, reason in reasons.items() if r in live}
    if not gone:
        return Change()
    hidden: set[str] = set()
    for row in gone:
        hidden |= tags_of(things[row.resource, row.object_id])
        # Which the row of what is private keeps no more.
        hidden |= {path_tag(row.path)} if row.path else set()
    keep_addresses([(things[r.resource, r.object_id], r.path, r.site_id) for r in gone])
    return Change(bury_all(gone), hidden)


def hide(references: Iterable[Reference]) -> tuple[Change, list[Reference]]:
    """Bury at once what no visitor may see any more, without rendering anything.

    Returns what changed by it, and the things that are public.
    """
    change, public = Change(), []
    for some in batched(references, BATCH * 5):
        with knowing(anew=True):
            things = load_bare(some)
            reasons = {r: thing.why_not_public() for r, thing in things.items()}
            public += [r for r, reason in reasons.items() if reason is None]
            hidden = {r: reason for r, reason in reasons.items() if reason}
            change |= bury_things(things, hidden, bare_rows(hidden))
    return change, public


def tags_of(obj: Any, changed: Iterable[str] = LINK_FIELDS) -> set[str]:
    """Return the tags by which others may have noted a thing.

    Most of those that noted a page or document show a link to it: they need not hear
    of a change in its text, or in where it is used.
    """
    if not hasattr(obj, "_meta"):
        return set()
    tags: set[str] = set(obj.list_tags())
    if isinstance(obj, AbstractDocument):
        return tags | {tag_of(obj)} if DOCUMENT_FIELDS.intersection(changed) else tags
    if not isinstance(obj, Page):
        return tags | {tag_of(obj)}
    if LINK_FIELDS.intersection(changed):
        tags |= {tag_of(obj), translation_tag(obj)}
    return tags | {content_tag(obj)}
