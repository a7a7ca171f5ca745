"""Writing the log: `follow` brings it to the state of a thing, now.

Everything here runs in the caller's transaction and takes the counter's row before
it looks at anything. Writers therefore go one after the other, from rendering to
commit: sequence numbers are in the order of commits, and no rendering can miss what
another one has just changed (docs/decisions/0002-one-writer-at-a-time.md).
"""

from collections.abc import Container, Iterable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from .models import (
    SILENT_REASONS,
    Counter,
    Facet,
    Publication,
    Reason,
    Resource,
    Tag,
)
from .publishable import Publishable, is_publishable
from .render import Rendering, render
from .rows import (
    differences,
    documents_in,
    earlier,
    facets_in,
    facets_of,
    fields_of,
)
from .sources import Reference, load, load_all, reference_to
from .tags import content_tag, tag_of, translation_tag, uses_tag

# What a link to a page shows of it.
LINK_FIELDS = frozenset({"live", "type", "locale", "path", "title"})
# Of what is deleted, or was hidden before, a deletion tells nothing new.
TOLD_NO_MORE = SILENT_REASONS | {Reason.DELETED}


def follow(obj: Publishable) -> None:
    """Bring the log to the state of a thing, and whatever shows it.

    Reads the thing from the database: an instance in memory may hold a draft.
    """
    with transaction.atomic():
        lock()
        reference = reference_to(obj)
        follow_all([reference], tags=obj.list_tags(), releasing={reference})


def follow_page(page: Page) -> None:
    """Follow a page that was saved as Wagtail's `Page`, past its own class."""
    specific = load(Resource.PAGES, page.pk)
    if specific is not None:
        follow(specific)


def follow_subtree(page: Page) -> None:
    """Follow a page and all below it, whose addresses or privacy changed.

    What becomes public by it is published with the documents that wait for it.
    """
    with transaction.atomic():
        lock()
        below = page.get_descendants(inclusive=True).values_list("pk", flat=True)
        references = {(str(Resource.PAGES), pk) for pk in below}
        rows = Publication.objects.of(Resource.PAGES).live()
        live = set(rows.filter(object_id__in=below).values_list("object_id", flat=True))
        new = {reference for reference in references if reference[1] not in live}
        follow_all(sorted(references), releasing=new)
        if page.is_site_root():
            follow_sites()


def follow_tags(tags: Iterable[str]) -> None:
    """Follow whatever touched one of these things when it was rendered."""
    with transaction.atomic():
        lock()
        follow_all([], tags=set(tags))


def follow_sites() -> None:
    """Follow what stands around the content, in each language."""
    with transaction.atomic():
        lock()
        homes = [one.pk for one in load_all(Resource.SITE)]
        follow_all([(Resource.SITE, pk) for pk in homes])
        for row in Publication.objects.of(Resource.SITE).live():
            if row.object_id not in homes:
                bury(row, Reason.DELETED)


def follow_all(
    references: Iterable[Reference],
    tags: Iterable[str] = (),
    releasing: Container[Reference] = (),
) -> None:
    """Write things, then whatever depends on what changed, until nothing does.

    A thing is written once, for its form follows from the content alone. Documents are
    looked at again: they name the pages that link to them, which the log tells.
    Documents that wait for a page are released with those in `releasing` alone:
    rendering something again, because something else changed, publishes nothing new.
    """
    changed, written = set(tags), set()
    for reference in references:
        written.add(reference)
        changed |= write(*reference, releases=reference in releasing)
    while changed:
        reached, changed = dependents_of(changed), set()
        for reference in reached:
            if reference not in written or reference[0] == Resource.DOCUMENTS:
                written.add(reference)
                changed |= write(*reference)


def dependents_of(tags: set[str]) -> list[Reference]:
    """Return the live rows whose rendering touched one of these things."""
    rows = Publication.objects.live().tagged(tags).order_by("sequence")
    return list(rows.values_list("resource", "object_id"))


def bury_deleted(resource: str, object_id: int, tags: Iterable[str]) -> None:
    """Put a tombstone where something was, and follow whatever showed it."""
    with transaction.atomic():
        lock()
        row = Publication.objects.filter(resource=resource, object_id=object_id).first()
        tell = row is not None and row.reason not in TOLD_NO_MORE
        used = bury(row, Reason.DELETED) if row and tell else set()
        follow_all([], {*tags, *map(uses_tag, used)})


def lock() -> None:
    """Hold the counter until the transaction ends."""
    Counter.objects.update(sequence=F("sequence"))


def next_sequence() -> int:
    Counter.objects.update(sequence=F("sequence") + 1)
    return Counter.objects.values_list("sequence", flat=True).get()


def write(resource: str, object_id: int, releases: bool = False) -> set[str]:
    """Write one row, and return the tags of what changed by it."""
    obj = load(resource, object_id)
    if obj is None or not is_publishable(obj):
        return set()
    row = Publication.objects.filter(resource=resource, object_id=object_id).first()
    reason = obj.why_not_public()
    if reason is not None:
        if row is None or not row.live:
            return set()
        return tags_of(obj) | {uses_tag(pk) for pk in bury(row, reason)}
    return publish(obj, releases)


def publish(obj: Publishable, releases: bool) -> set[str]:
    """Write the row of a public thing, and return the tags of what changed by it."""
    rendering = render(obj)
    if releases and release_waiting(rendering):
        rendering = render(obj)
    resource, object_id = reference_to(obj)
    row = Publication.objects.filter(resource=resource, object_id=object_id).first()
    fields, facets = fields_of(obj, rendering), facets_of(obj, rendering)
    before = facets_in(row)
    changed = differences(row, fields) if row else set(fields)
    if changed or facets != before:
        row = row or Publication(resource=resource, object_id=object_id)
        row.old_path = earlier(fields["path"], row.path, row.old_path)
        row.old_locale = earlier(fields["locale"], row.locale, row.old_locale)
        for name in changed:
            setattr(row, name, fields[name])
        stamp(row)
    if row is None:
        return set()
    if facets != before:
        set_facets(row, facets)
    keep_notes(row, rendering)
    tags = tags_of(obj, changed) if changed or facets != before else set()
    return tags | {uses_tag(pk) for pk in documents_in(facets ^ before)}


def stamp(row: Publication) -> None:
    """Save a row under the next number."""
    row.sequence = next_sequence()
    row.recorded_at = timezone.now()
    row.save()


def release_waiting(rendering: Rendering) -> bool:
    """Release the documents that waited for this page; True where there were any."""
    released = [d for d in rendering.waiting if d.release_with_page()]
    return bool(released)


def bury(row: Publication, reason: Reason) -> set[int]:
    """Make a row a tombstone: nothing of the content stays but its last path.

    Not even that where the content exists and is private.

    Returns the numbers of the documents to which the thing linked.
    """
    used = documents_in(facets_in(row))
    last = row.path or row.old_path
    row.old_path, row.path = "" if reason in SILENT_REASONS else last, ""
    row.live, row.listed, row.reason = False, False, reason
    row.title = row.card = row.body = row.search_text = row.etag = ""
    row.changes_at = None
    stamp(row)
    row.facets.all().delete()
    row.tags.all().delete()
    return used


def set_facets(row: Publication, facets: set[tuple[str, str]]) -> None:
    row.facets.all().delete()
    Facet.objects.bulk_create(
        Facet(publication=row, name=name, value=value) for name, value in sorted(facets)
    )


def keep_notes(row: Publication, rendering: Rendering) -> None:
    """Keep what was touched, and when it changes: nothing of it is told to readers."""
    before = set(row.tags.values_list("name", flat=True))
    row.tags.filter(name__in=before - rendering.tags).delete()
    Tag.objects.bulk_create(
        Tag(publication=row, name=name) for name in sorted(rendering.tags - before)
    )
    if row.changes_at != rendering.changes_at:
        row.changes_at = rendering.changes_at
        row.save(update_fields=["changes_at"])


def tags_of(obj: Any, changed: Iterable[str] = LINK_FIELDS) -> set[str]:
    """Return the tags by which others may have noted a thing.

    Most of those that noted a page show a link to it: they need not hear of a change
    in its text.
    """
    if not hasattr(obj, "_meta"):
        return set()
    tags: set[str] = set(obj.list_tags())
    if not isinstance(obj, Page):
        return tags | {tag_of(obj)}
    if LINK_FIELDS.intersection(changed):
        tags |= {tag_of(obj), translation_tag(obj)}
    return tags | {content_tag(obj)}
