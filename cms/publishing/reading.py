"""How far the log is, and one row of it: one statement for both."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from time import monotonic
from typing import Any

from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Revision, Site

from .models import Counter, Publication, Resource
from .statements import Standing, Unread, fetch, moment


@dataclass(frozen=True)
class LogState:
    """How far the log is.

    Up to `pruned_through`, tombstones may be missing. `noted` counts what changed
    beside what is shown. `recorded_at` is when the last row was written, `changes_at`
    the next moment at which anything changes by the clock.
    """

    sequence: int
    pruned_through: int
    noted: int
    recorded_at: datetime | None
    changes_at: datetime | None

    @property
    def is_due(self) -> bool:
        return self.changes_at is not None and self.changes_at <= timezone.now()

    @property
    def version(self) -> str:
        """Return what differs where anything is shown otherwise.

        Even in a database that was restored.
        """
        return f"{self.sequence}.{self.pruned_through}.{self.recorded_at}"


@dataclass(frozen=True)
class Row:
    """What an answer needs of a row; `body` is empty where its reader has it."""

    resource: str
    object_id: int
    sequence: int
    live: bool
    type: str
    locale: str
    path: str
    old_path: str
    reason: str
    etag: str
    recorded_at: datetime
    changes_at: datetime | None
    body: str


COLUMNS = (
    *("resource", "object_id", "sequence", "live", "type", "locale", "path"),
    *("old_path", "reason", "etag", "recorded_at", "changes_at"),
)


# What the counter itself has of a `LogState`, and how many columns there are of it all.
COUNTED = "counter.sequence, counter.pruned_through, counter.noted, counter.recorded_at"
STATE_WIDTH = 7


@cache
def state_columns() -> str:
    """Return the columns of a `LogState`, for a statement that reads the counter."""
    log, documents = Publication._meta.db_table, get_document_model()._meta.db_table
    drafts = Revision._meta.db_table
    return (
        f"{COUNTED}, "
        f"(SELECT changes_at FROM {log} WHERE live AND changes_at IS NOT NULL "
        "ORDER BY changes_at LIMIT 1), "
        f"(SELECT release_at FROM {documents} WHERE released_at IS NULL "
        "AND release_at IS NOT NULL ORDER BY release_at LIMIT 1), "
        f"(SELECT approved_go_live_at FROM {drafts} WHERE approved_go_live_at "
        "IS NOT NULL ORDER BY approved_go_live_at LIMIT 1)"
    )


def state_in(columns: tuple[Any, ...]) -> LogState:
    """Return the state that the first columns of an answer tell."""
    sequence, pruned_through, noted, *moments = columns[:STATE_WIDTH]
    recorded_at, *to_come = map(moment, moments)
    changes_at = min((m for m in to_come if m), default=None)
    return LogState(sequence, pruned_through, noted, recorded_at, changes_at)


@cache
def _statement(condition: str) -> str:
    log, counter = Publication._meta.db_table, Counter._meta.db_table
    columns = ", ".join(f"log.{name}" for name in COLUMNS)
    return (
        f"SELECT {state_columns()}, {columns}, "
        "CASE WHEN log.etag = %s THEN '' ELSE log.body END "
        f"FROM {counter} counter LEFT JOIN {log} log ON {condition}"
    )


@dataclass(frozen=True)
class Known:
    """A state that was read whole, just after the counter had said what it says here.

    `read_at` is when that was, in seconds of a steady clock.
    """

    counted: Unread
    state: LogState
    read_at: float

    def is_still(self, counted: Unread) -> bool:
        """Tell whether the state is the same where the counter says what it said.

        Whatever is scheduled is counted. For a second it is trusted that nothing was
        scheduled past us, by SQL; and what is due is always read again.
        """
        return (
            counted == self.counted
            and monotonic() - self.read_at < TRUSTED_SECONDS
            and not self.state.is_due
        )


TRUSTED_SECONDS = 1
_known: Known | None = None


def read_state() -> LogState:
    """Return how far the log is: one query.

    Where it can be, the shortest of all, a row of four columns; once a second, and
    where these are others than before, another one after it.
    """
    global _known
    counted, known = _counter().read(), _known
    if counted is not None and known is not None and known.is_still(counted):
        return known.state
    read_at = monotonic()
    table = Counter._meta.db_table
    state = state_in(fetch(f"SELECT {state_columns()} FROM {table} counter")[0])
    if counted is not None:
        _known = Known(counted, state, read_at)
    return state


@cache
def _counter() -> Standing:
    sql = f"SELECT {COUNTED} FROM {Counter._meta.db_table} counter"
    return Standing(b"publishing_counter", sql)


def read_version(shown: tuple[str, int] | None) -> tuple[LogState, str]:
    """Return the state of the log, and what differs between versions of a page.

    The page shows one thing, given as resource and number, with the site around it; or
    whatever there is. Empty where the log does not have the thing yet. One query.
    """
    if shown is None:
        state = read_state()
        return state, state.version
    columns = fetch(_version_statement(), shown)[0]
    versions = columns[STATE_WIDTH:]
    is_there = versions[0] is not None
    return state_in(columns), ".".join(map(str, versions)) if is_there else ""


@cache
def _version_statement() -> str:
    log, counter = Publication._meta.db_table, Counter._meta.db_table
    return (
        f"SELECT {state_columns()}, shown.sequence, shown.recorded_at, "
        f"site.sequence, site.recorded_at FROM {counter} counter "
        f"LEFT JOIN {log} shown ON shown.resource = %s AND shown.object_id = %s "
        f"LEFT JOIN {log} site ON site.sequence = (SELECT MAX(sequence) FROM {log} "
        f"WHERE resource = '{Resource.SITE}')"
    )


def read_row(
    resource: str, object_id: int, known: str = ""
) -> tuple[LogState, Row | None]:
    """Return the state of the log with one row of it, or None: one query.

    The body is left out where its ETag is the known one.
    """
    statement = _statement("log.resource = %s AND log.object_id = %s")
    return _read(statement, (known, resource, object_id))


def read_page_at(path: str, known: str = "") -> tuple[LogState, Row | None]:
    """Return the state of the log with the live page at a path of the default site."""
    statement = _statement(
        "log.resource = %s AND log.live AND log.path = %s AND log.site_id IN "
        f"(SELECT id FROM {Site._meta.db_table} WHERE is_default_site)"
    )
    return _read(statement, (known, Resource.PAGES, path))


def read_site(locale: str, known: str = "") -> tuple[LogState, Row | None]:
    """Return the state of the log with what stands around the default site's pages."""
    statement = _statement(
        "log.resource = %s AND log.live AND log.locale = %s AND log.site_id IN "
        f"(SELECT id FROM {Site._meta.db_table} WHERE is_default_site)"
    )
    return _read(statement, (known, Resource.SITE, locale))


def _read(statement: str, params: tuple[Any, ...]) -> tuple[LogState, Row | None]:
    columns = fetch(statement, params)[0]
    row = columns[STATE_WIDTH:]
    if row[0] is None:
        return state_in(columns), None
    *known, recorded_at, changes_at, body = row
    moments = moment(recorded_at), moment(changes_at)
    return state_in(columns), Row(*known, *moments, body)  # type: ignore[call-arg]
