"""Reading the log by SQL of our own: what is asked with every request.

Django takes longer to write such a question than the database to answer it, and
PostgreSQL longer to plan than to run it. Here the text is ready, and PostgreSQL keeps
its plan for as long as the connection lasts.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.db import InterfaceError, OperationalError, connection
from django.db.backends.signals import connection_created

Rows = list[tuple[Any, ...]]


class PreparedCursor(psycopg.Cursor[Any]):
    """Has PostgreSQL keep the plan of whatever it executes."""

    def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Any:
        return super().execute(query, params, prepare=True)


def fetch(sql: str, params: Sequence[Any] = ()) -> Rows:
    """Return the rows of a statement with `%s` for each parameter.

    A connection that was lost since the last request is opened anew, once. That is
    why nobody needs to ask beforehand whether it still works.
    """
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return _fetch(sql, params)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block or connection.is_usable():
            raise
        connection.close()
        return _fetch(sql, params)


def _fetch(sql: str, params: Sequence[Any]) -> Rows:
    with _cursor() as cursor:
        cursor.execute(sql, params)
        rows: Rows = cursor.fetchall()
        return rows


def _cursor() -> Any:
    # Where queries are logged, Django's own cursor tells what was asked.
    if connection.vendor != "postgresql" or connection.queries_logged:
        return connection.cursor()
    connection.ensure_connection()
    raw = connection.connection
    # Django's own cursors never prepare; the number concerns ours alone.
    raw.prepare_threshold = 0
    cursor: Any = PreparedCursor(raw)
    return connection.make_cursor(cursor)


def connect() -> None:
    connection_created.connect(answer_alone, dispatch_uid="publishing_answer_alone")


def answer_alone(connection: Any, **kwargs: Any) -> None:
    """Have PostgreSQL answer each question in one process.

    Others are no help where many ask at once, and to start them takes longer than most
    answers: a search of a common word takes a third more with them.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET max_parallel_workers_per_gather = 0")


def moment(value: Any) -> datetime | None:
    """Return a column's moment; SQLite has it without its zone, perhaps as a text."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value


def places(values: Sequence[Any]) -> str:
    """Return `%s, %s` for two values: what stands in the parentheses of IN."""
    return ", ".join(["%s"] * len(values))
