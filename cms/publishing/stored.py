"""Rows of the log as they are stored, read and written many at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import DateTimeField, F, Value
from django.utils import timezone

from .models import SILENT_REASONS, Counter, Facet, Publication, Reason, Tag
from .rows import differences, earlier
from .sources import Reference, batched, by_resource
from .texts import remove_texts, save_texts
from .uses import uses_in

FacetPair = tuple[str, str]
KEY = ("resource", "object_id")
# What is long, and not looked at where rows are buried.
TEXTS = ("card", "body", "search_text")
COLUMNS = [
    column.name
    for column in Publication._meta.concrete_fields
    if column.name not in {"id", *KEY}
]


@dataclass
class Stored:
    """A row, if there is one, with the numbers of its facets and tags."""

    reference: Reference
    row: Publication | None = None
    facets: dict[FacetPair, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)

    @property
    def is_live(self) -> bool:
        return self.row is not None and self.row.live


@dataclass
class Written:
    """What a row is to say from now on, beside what it said."""

    stored: Stored
    fields: dict[str, Any]
    facets: set[FacetPair]
    tags: set[str]
    changes_at: datetime | None
    # Number and text of each page of a file, read when they are needed.
    texts: Callable[[], Iterable[tuple[int, str]]] = tuple

    @cached_property
    def changed(self) -> set[str]:
        """Return the names of what readers see otherwise."""
        row = self.stored.row
        changed = differences(row, self.fields) if row else set(self.fields)
        return changed | (
            {"facets"} if self.facets != set(self.stored.facets) else set()
        )

    @cached_property
    def noted(self) -> set[str]:
        """Return the names of what only we keep otherwise: readers are told nothing."""
        row, changed = self.stored.row, set()
        if set(self.stored.tags) != self.tags:
            changed.add("tags")
        if row is None or row.changes_at != self.changes_at:
            changed.add("changes_at")
        return changed


def stored_rows(references: Iterable[Reference]) -> dict[Reference, Stored]:
    """Return what the log has of each thing."""
    found = {reference: Stored(reference) for reference in references}
    by_pk = {}
    for resource, pks in by_resource(found).items():
        for row in Publication.objects.of(resource).filter(object_id__in=pks):
            by_pk[row.pk] = stored = found[resource, row.object_id]
            stored.row = row
    facets = Facet.objects.filter(publication__in=by_pk)
    for pk, row_pk, name, value in facets.values_list(
        *("pk", "publication_id", "name", "value")
    ):
        by_pk[row_pk].facets[name, value] = pk
    tags = Tag.objects.filter(publication__in=by_pk)
    for pk, row_pk, name in tags.values_list("pk", "publication_id", "name"):
        by_pk[row_pk].tags[name] = pk
    return found


def bare_rows(references: Iterable[Reference]) -> Iterator[Publication]:
    """Yield the rows that the log has of things, without their texts."""
    for resource, pks in by_resource(references).items():
        rows = Publication.objects.of(resource).filter(object_id__in=pks)
        yield from rows.defer(*TEXTS)


def save_all(written: Sequence[Written]) -> None:
    """Write the rows that differ, in their order, with their facets and tags."""
    stamped = [one for one in written if one.changed]
    for one in stamped:
        one.stored.row = changed_row(one)
    silent = [one for one in written if "changes_at" in one.noted]
    for one in silent:
        one.stored.row.changes_at = one.changes_at  # type: ignore[union-attr]
    stamp_all([one.stored.row for one in stamped])  # type: ignore[misc]
    numbered = {id(one) for one in stamped}
    note_all([one.stored.row for one in silent if id(one) not in numbered])  # type: ignore[misc]
    save_facets(written)
    save_tags(written)
    save_texts(written)


def changed_row(written: Written) -> Publication:
    fields = written.fields
    resource, object_id = written.stored.reference
    row = written.stored.row or Publication(resource=resource, object_id=object_id)
    row.old_path = earlier(fields["path"], row.path, row.old_path)
    row.old_locale = earlier(fields["locale"], row.locale, row.old_locale)
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def stamp_all(rows: Sequence[Publication]) -> None:
    """Save rows under the next numbers, in place: a reader sees the old or the new."""
    if not rows:
        return
    now = timezone.now()
    # With an expression, Django sends no columns as arrays: psycopg looks at each sign
    # of texts in them in Python. Tombstones have none, and are quicker as arrays.
    has_texts = any(row.live for row in rows)
    moment = Value(now, output_field=DateTimeField()) if has_texts else now
    for number, row in enumerate(rows, take_sequences(len(rows))):
        # Without its primary key: of two keys, either could be the one in conflict.
        row.pk, row.sequence = None, number
        row.recorded_at = moment
    Publication.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=KEY, update_fields=COLUMNS
    )
    for row in rows:
        row.recorded_at = now


def note_all(rows: Sequence[Publication]) -> None:
    """Save when rows change next, which is told to nobody who has them already."""
    if rows:
        Publication.objects.bulk_update(rows, ["changes_at"])
        note()


def note() -> None:
    """Count that something is due at another moment than before."""
    Counter.objects.update(noted=F("noted") + 1)


def take_sequences(count: int) -> int:
    """Take the next numbers, and return the first of them."""
    Counter.objects.update(sequence=F("sequence") + count, recorded_at=timezone.now())
    return Counter.objects.values_list("sequence", flat=True).get() - count + 1


def save_facets(written: Sequence[Written]) -> None:
    gone = [
        pk
        for one in written
        for pair, pk in one.stored.facets.items()
        if pair not in one.facets
    ]
    delete_numbered(Facet, gone)
    Facet.objects.bulk_create(
        Facet(publication=one.stored.row, name=name, value=value)
        for one in written
        for name, value in sorted(one.facets - set(one.stored.facets))
    )


def save_tags(written: Sequence[Written]) -> None:
    gone = [
        pk
        for one in written
        for name, pk in one.stored.tags.items()
        if name not in one.tags
    ]
    delete_numbered(Tag, gone)
    Tag.objects.bulk_create(
        Tag(publication=one.stored.row, name=name)
        for one in written
        for name in sorted(one.tags - set(one.stored.tags))
    )


def delete_numbered(model: type[Facet] | type[Tag], pks: Sequence[int]) -> None:
    for some in batched(pks, 500):
        model.objects.filter(pk__in=some).delete()


def stamp(row: Publication) -> None:
    """Save one row under the next number."""
    stamp_all([row])


def bury_all(reasons: Mapping[Publication, Reason]) -> set[str]:
    """Make rows tombstones: nothing of the content stays but its last path.

    Not even that where the content exists and is private.

    Returns the tags of the uses that end, of snippets that they showed. Documents that
    name a page have noted the page itself.
    """
    rows = list(reasons)
    facets = Facet.objects.filter(publication__in=[row.pk for row in rows])
    tags = Tag.objects.filter(publication__in=[row.pk for row in rows])
    used = uses_in(tags.values_list("name", flat=True).distinct())
    facets.delete()
    tags.delete()
    remove_texts(rows)
    for row, reason in reasons.items():
        last = row.path or row.old_path
        row.old_path, row.path = "" if reason in SILENT_REASONS else last, ""
        row.live, row.listed, row.reason = False, False, reason
        row.title = row.card = row.body = row.search_text = row.etag = ""
        row.summary = row.text_etag = ""
        row.changes_at = None
    stamp_all(rows)
    return used
