"""Rows of the log as entries of the changes: things that are public, and tombstones."""

import json
from datetime import datetime
from typing import Any, NamedTuple

from cms.publishing.models import SILENT_REASONS
from cms.publishing.statements import fetch, moment

from .answers import MOVED
from .caching import dump
from .conditions import LOG, ColumnIn, Conditions, TypeIn
from .cursors import ChangesCursor
from .query import ChangesQuery
from .rich_text import Form, with_trees


class ChangedRow(NamedTuple):
    """What is told of a row; all but the last are columns as they are."""

    sequence: int
    resource: str
    object_id: int
    type: str
    locale: str
    live: bool
    path: str
    old_path: str
    reason: str
    recorded_at: datetime | str
    body: str


COLUMNS = ", ".join(f"log.{name}" for name in ChangedRow._fields)


def rows_after(cursor: ChangesCursor, query: ChangesQuery) -> list[ChangedRow]:
    """Return what changed after a cursor, one more than the limit: one query."""
    conditions = Conditions(["log.sequence > %s"], [cursor.sequence])
    if cursor.sequence < cursor.start:
        conditions.add("(log.live OR log.sequence > %s)", cursor.start)
    if query.resource:
        ColumnIn("resource").narrow(conditions, query.resource)
    if query.type:
        TypeIn().narrow(conditions, query.type)
    if query.locale:
        left = "(log.old_locale = %s AND log.sequence > %s)"
        here = [query.locale, query.locale, cursor.start]
        # What is of no language belongs to each.
        conditions.add(f"(log.locale IN (%s, '') OR {left})", *here)
    statement = (
        f"SELECT {COLUMNS} FROM {LOG} log WHERE {conditions.text} "
        "ORDER BY log.sequence LIMIT %s"
    )
    rows = fetch(statement, [*conditions.values, query.limit + 1])
    return [ChangedRow(*columns) for columns in rows]


def entry(row: ChangedRow, locale: str | None, form: Form) -> str:
    """Return as JSON text what is told of a row to who follows one language, or all."""
    has_left = bool(locale and row.locale) and locale != row.locale
    about = {
        "sequence": row.sequence,
        "resource": row.resource,
        "id": row.object_id,
        "type": row.type,
        "locale": row.locale or None,
        "live": bool(row.live) and not has_left,
    }
    if not about["live"]:
        return dump(about | farewell(row))
    about |= {"path": row.path or None, "moved_from": row.old_path or None}
    body = row.body
    if form == "tree":
        body = dump(with_trees(row.type, json.loads(body)))
    return f'{dump(about)[:-1]},"item":{body}}}'


def farewell(row: ChangedRow) -> dict[str, Any]:
    """Return what is told of a tombstone alone."""
    silent = row.reason in SILENT_REASONS
    gone_at = moment(row.recorded_at)
    return {
        "reason": row.reason or MOVED,
        "path": None if silent else row.path or row.old_path or None,
        "gone_at": gone_at.isoformat().replace("+00:00", "Z") if gone_at else None,
    }
