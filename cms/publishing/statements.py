"""Reading the log by SQL of our own: what is asked with every request.

Django takes longer to write such a question than the database to answer it, and
PostgreSQL longer to plan than to run it. Here the text is ready, and PostgreSQL keeps
its plan for as long as the connection lasts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.db import (
    DEFAULT_DB_ALIAS,
    InterfaceError,
    OperationalError,
    connections,
)
from django.db.backends.signals import connection_created
from psycopg.pq import ExecStatus, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

Rows = list[tuple[Any, ...]]
# Columns as PostgreSQL sends them.
Unread = tuple[bytes | None, ...]

# Attributes of a connection of Django's: its cursor for these statements, and the
# names of those that it was told.
CURSOR, KNOWN = "publishing_cursor", "publishing_known_by"


def fetch(sql: str, params: Sequence[Any] = ()) -> Rows:
    """Return the rows of a statement with `%s` for each parameter.

    A connection that was lost since the last request is opened anew, once. That is
    why nobody needs to ask beforehand whether it still works.
    """
    database: Any = connections[DEFAULT_DB_ALIAS]
    database.health_check_done = True
    try:
        return _fetch(database, sql, params)
    except (OperationalError, InterfaceError):
        if database.in_atomic_block or database.is_usable():
            raise
        database.close()
        return _fetch(database, sql, params)


def _fetch(database: Any, sql: str, params: Sequence[Any]) -> Rows:
    # Where queries are logged, Django's own cursor tells what was asked.
    if database.vendor != "postgresql" or database.queries_logged:
        with database.cursor() as cursor:
            cursor.execute(sql, params)
            rows: Rows = cursor.fetchall()
            return rows
    with database.wrap_database_errors:
        cursor = _lasting_cursor(database)
        cursor.execute(sql, params, prepare=True, binary=True)
        return cursor.fetchall()


def _lasting_cursor(database: Any) -> "psycopg.Cursor[Any]":
    """Return the one cursor that a connection has: to make one takes as long as to ask.

    Django's own cursors never have PostgreSQL keep a plan.
    """
    database.ensure_connection()
    cursor: psycopg.Cursor[Any] | None = getattr(database, CURSOR, None)
    if cursor is None or cursor.connection is not database.connection:
        database.connection.prepare_threshold = 0
        cursor = psycopg.Cursor(database.connection)
        setattr(database, CURSOR, cursor)
    return cursor


@dataclass(frozen=True)
class Standing:
    """A statement without parameters, for one row: what is asked most of all.

    `name` is what connections know it by.
    """

    name: bytes
    sql: str

    def read(self) -> Unread | None:
        """Return the row as PostgreSQL sends it: to be compared, not to be understood.

        None where the statement has to go the usual way: on another database, within a
        transaction, or where something is wrong with the connection.
        """
        answer = self.answer()
        if answer is None:
            return None
        return tuple(answer.get_value(0, column) for column in range(answer.nfields))

    def answer(self) -> PGresult | None:
        """Ask without a cursor, which takes longer to make than the answer to come."""
        database: Any = connections[DEFAULT_DB_ALIAS]
        raw = database.connection
        if database.vendor != "postgresql" or raw is None or database.queries_logged:
            return None
        # Where one fails within a transaction, so does the transaction.
        if raw.pgconn.transaction_status != TransactionStatus.IDLE:
            return None
        try:
            return self.answer_of(raw.pgconn, known_by(database))
        except psycopg.Error:
            return None

    def answer_of(self, server: PGconn, known: set[bytes]) -> PGresult | None:
        # Never by a name that is not known: a pooler would hang up.
        if self.name not in known:
            told = server.prepare(self.name, self.sql.encode())
            if told.status != ExecStatus.COMMAND_OK:
                return None
            known.add(self.name)
        answer = server.exec_prepared(self.name, ())
        if answer.status == ExecStatus.TUPLES_OK and answer.ntuples == 1:
            return answer
        known.discard(self.name)
        return None


def known_by(database: Any) -> set[bytes]:
    """Return the names of the statements that a connection was told."""
    server = database.connection.pgconn
    known: tuple[Any, set[bytes]] = getattr(database, KNOWN, (None, set()))
    if known[0] is not server:
        known = server, set()
        setattr(database, KNOWN, known)
    return known[1]


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
