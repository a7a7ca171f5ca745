"""What a query for a list reads from the log."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from django.core.cache import caches

from cms.publishing.models import Counter, Resource
from cms.publishing.reading import STATE_WIDTH, LogState, state_columns, state_in
from cms.publishing.registry import published_types
from cms.publishing.statements import Rows, fetch

from .caching import dump, etag_of
from .conditions import LOG, AttachedTo, Below, Conditions, Filter, listed
from .csv_format import columns_of
from .cursors import ListCursor
from .fields import FieldPlans
from .paging import beyond, keys_of, order_by, values_of
from .parameters import ROOT
from .problems import bad_parameter
from .query import ListQuery
from .rich_text import with_trees

COUNTER = Counter._meta.db_table
# What a parameter that names a page makes of it, in a language or the site's own.
BY_PAGE: dict[str, Callable[[str | None], Filter]] = {
    "child_of": partial(Below, False),
    "descendant_of": partial(Below, True),
    "attachments_of": AttachedTo,
}
IS_PUBLIC = (
    f"EXISTS(SELECT 1 FROM {LOG} WHERE resource = '{Resource.PAGES}' "
    "AND live AND object_id = %s)"
)
VERSION_WIDTH = 2
# Before what an item is ordered by stand version, count, number, type and text.
HEAD_WIDTH = 5


@dataclass(frozen=True)
class Version:
    """The last change of what a list shows: whatever leaves it is one, too."""

    sequence: int | None
    recorded_at: Any

    def __str__(self) -> str:
        return f"{self.sequence}.{self.recorded_at}"


def last_sequence(resource: str | None) -> tuple[str, list[str]]:
    """Return SQL for the number of the last change of a resource, with its values."""
    of, values = ("WHERE resource = %s", [resource]) if resource else ("", [])
    return f"(SELECT MAX(sequence) FROM {LOG} {of})", values


def last_change(resource: str | None) -> tuple[str, list[str]]:
    """Return SQL for number and moment of the last change, with its values."""
    last, values = last_sequence(resource)
    moment = f"(SELECT recorded_at FROM {LOG} WHERE sequence = {last})"
    return f"{last}, {moment}", values * 2


def read_version(resource: str) -> tuple[LogState, Version]:
    """Return the state of the log, and the version of a resource: one query."""
    last, values = last_change(resource)
    statement = f"SELECT {state_columns()}, {last} FROM {COUNTER} counter"
    (columns,) = fetch(statement, values)
    return state_in(columns), Version(*columns[STATE_WIDTH:])


@dataclass(frozen=True)
class Page:
    """One page of a list: its items as JSON texts, and where it goes on."""

    version: Version
    texts: list[str]
    total: int
    previous: str | None
    next: str | None
    # Of the numbers that were asked for, those that are not there.
    missing: list[int] | None

    def items(self) -> list[dict[str, Any]]:
        return [json.loads(text) for text in self.texts]


class Listing:
    """Reads what a query asks for. Raises a problem for fields that are unknown."""

    def __init__(self, resource: str, query: ListQuery) -> None:
        self.resource = resource
        self.query = query
        self.types = getattr(query, "type", None) or published_types(resource)
        self.plans = None
        if query.fields and not query.fields.is_everything:
            self.plans = FieldPlans(query.fields, self.types, "card")
        # Cards have no rich text.
        asks_for_tree = getattr(query, "rich_text", "html") == "tree"
        self.as_tree = asks_for_tree and self.column == "body"
        self.keys = keys_of(query.order)
        self.conditions = listed(resource)
        for narrows, value in query.asked_filters():
            narrows.narrow(self.conditions, value)
        for name, place in self.places().items():
            narrows = BY_PAGE[name](getattr(query, "locale", None))
            narrows.narrow(self.conditions, place)
        self.digest = etag_of(repr((self.keys, self.conditions)))[:12]
        self.check_cursor()

    def places(self) -> dict[str, Any]:
        """Return for which pages the list is asked for, by parameter."""
        found = {name: getattr(self.query, name, None) for name in BY_PAGE}
        return {name: place for name, place in found.items() if place is not None}

    def check_cursor(self) -> None:
        if self.query.cursor and self.query.cursor.query != self.digest:
            message = "belongs to a list with another order or other filters"
            raise bad_parameter("cursor", message)

    # --- How far the log is ---------------------------------------------------------

    def read_version(self) -> tuple[LogState, Version]:
        """Return the state of the log, and the version of the list: one query."""
        numbers = {n: place for n, place in self.places().items() if place != ROOT}
        public = "".join(f", {IS_PUBLIC}" for _ in numbers)
        last, values = last_change(self.watched)
        statement = f"SELECT {state_columns()}, {last}{public} FROM {COUNTER} counter"
        (columns,) = fetch(statement, [*values, *numbers.values()])
        told = columns[STATE_WIDTH + VERSION_WIDTH :]
        for name, is_public in zip(numbers, told, strict=True):
            if not is_public:
                raise bad_parameter(name, "names no page that is public")
        return state_in(columns), Version(*columns[STATE_WIDTH:][:VERSION_WIDTH])

    @property
    def watched(self) -> str | None:
        """Return whose changes are changes of the list; None for those of all."""
        # Which page is the home page is told by the site, what it attaches by a page.
        places = self.places()
        others = ROOT in places.values() or "attachments_of" in places
        return None if others else self.resource

    # --- One page -------------------------------------------------------------------

    def read_page(self, version: Version) -> Page:
        """Return the page that is asked for: one query, while it is counted already."""
        count = self.known_count(version)
        rows = self.read_rows(with_count=count is None)
        if rows and rows[0][0] != version.sequence:
            # Published in between: the next request will tell when.
            version = Version(rows[0][0], None)
            count = self.count(version)
        elif rows and count is None:
            count = self.remember(version, rows[0][1])
        elif count is None:
            # A first page without anything is a list without anything.
            count = self.count(version) if self.is_further_on else 0
        more, rows = len(rows) > self.query.most, rows[: self.query.most]
        backwards = self.query.cursor is not None and self.query.cursor.backwards
        rows = rows[::-1] if backwards else rows
        return Page(
            version,
            self.texts(rows),
            count,
            self.cursor_before(rows, more if backwards else self.is_further_on),
            self.cursor_after(rows, backwards or more),
            self.missing(rows),
        )

    @property
    def is_further_on(self) -> bool:
        return self.query.cursor is not None or self.query.offset > 0

    def read_rows(self, with_count: bool) -> Rows:
        """Return one row more than asked for, each with version and count before it."""
        wanted = Conditions([*self.conditions.texts], [*self.conditions.values])
        cursor = self.query.cursor
        backwards = cursor is not None and cursor.backwards
        if cursor:
            beyond(wanted, self.keys, cursor.values, backwards)
        last, values = last_sequence(self.watched)
        counted, counted_values = ("NULL", [])
        if with_count:
            counted, counted_values = (
                f"({self.count_statement})",
                self.conditions.values,
            )
        columns = ", ".join(f"log.{key.column}" for key in self.keys)
        statement = (
            f"SELECT {last}, {counted}, log.object_id, log.type, log.{self.column}, "
            f"{columns} FROM {LOG} log WHERE {wanted.text} "
            f"ORDER BY {order_by(self.keys, backwards)} LIMIT %s OFFSET %s"
        )
        bounds = [self.query.most + 1, self.query.offset]
        return fetch(statement, [*values, *counted_values, *wanted.values, *bounds])

    @property
    def column(self) -> str:
        """Return the column that has all that is sent."""
        if self.plans is None:
            return "body" if self.query.fields else "card"
        return "body" if self.plans.needs_bodies else "card"

    def texts(self, rows: Rows) -> list[str]:
        """Return items as they are stored, unless fields are chosen."""
        if self.plans is None and not self.as_tree:
            return [row[4] for row in rows]
        return [dump(self.made_anew(row[3], json.loads(row[4]))) for row in rows]

    def made_anew(self, type_name: str, value: Any) -> Any:
        """Return what is sent of an item that is not sent as it is stored."""
        if self.as_tree:
            value = with_trees(type_name, value)
        return self.plans.apply(type_name, value) if self.plans else value

    def columns(self) -> list[str]:
        """Return the columns of the list as a table."""
        if self.plans:
            return columns_of(*((t.detail, self.plans.of(t)) for t in self.types))
        whole = self.column == "body"
        return columns_of(*((t.detail if whole else t.card, None) for t in self.types))

    def missing(self, rows: Rows) -> list[int] | None:
        if not self.query.id:
            return None
        return sorted(set(self.query.id) - {row[2] for row in rows})

    def cursor_before(self, rows: Rows, there_is_more: bool) -> str | None:
        return self.cursor(rows[0], True) if rows and there_is_more else None

    def cursor_after(self, rows: Rows, there_is_more: bool) -> str | None:
        return self.cursor(rows[-1], False) if rows and there_is_more else None

    def cursor(self, row: tuple[Any, ...], backwards: bool) -> str:
        return str(ListCursor(values_of(row[HEAD_WIDTH:]), backwards, self.digest))

    # --- How many there are ---------------------------------------------------------

    @property
    def count_statement(self) -> str:
        return f"SELECT COUNT(*) FROM {LOG} log WHERE {self.conditions.text}"

    def count(self, version: Version) -> int:
        ((number,),) = fetch(self.count_statement, self.conditions.values)
        return self.remember(version, number)

    def known_count(self, version: Version) -> int | None:
        """Return how many there were when the list last changed, if it was counted."""
        number: int | None = caches["answers"].get(self.count_key(version))
        return number

    def remember(self, version: Version, number: int) -> int:
        caches["answers"].set(self.count_key(version), number)
        return number

    def count_key(self, version: Version) -> str:
        asked = f"{version} {self.conditions!r}"
        return f"count-{sha256(asked.encode()).hexdigest()}"
