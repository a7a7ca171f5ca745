"""Counting what is looked for: in memory, and written down now and then.

A search must not wait for a writer, least of all on SQLite. What may tell of a person
(an address, a number) is not counted at all.
"""

import logging
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone

from .models import SearchedWords

logger = logging.getLogger(__name__)

SECONDS, MOST = 30, 200
# An address; many digits in a row; a number of social security; a phone.
PERSONAL = re.compile(
    r"@|\d{6}|\b\d{3}\D{1,2}\d{2}\D{1,2}\d{4}\b|\b\d{3}\D{1,2}\d{3}\D{1,2}\d{4}\b"
)
LONGEST = 100

ROW = "(%s, %s, %s, %s, %s)"
TABLE = SearchedWords._meta.db_table
ADD = (
    f"INSERT INTO {TABLE} (month, words, locale, times, found_nothing) "  # noqa: S608
    "VALUES {rows} ON CONFLICT (month, words, locale) "
    f"DO UPDATE SET times = {TABLE}.times + excluded.times"
)
ADD_WITH_RESULT = f"{ADD}, found_nothing = excluded.found_nothing"

# Words and the language of the pages among which they were looked for.
Key = tuple[str, str]


@dataclass
class Counts:
    """How often each query was asked, and of which nothing was found."""

    times: Counter[Key] = field(default_factory=Counter)
    found: dict[Key, bool] = field(default_factory=dict)


class Tally:
    """Queries of this process that are not written down yet."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.counts = Counts()
        self.since = time.monotonic()

    def add(self, key: Key, total: int | None) -> Counts:
        """Count a query; return what is to be written down now."""
        with self.lock:
            self.counts.times[key] += 1
            if total is not None:
                self.counts.found[key] = total > 0
            waited = time.monotonic() - self.since
            is_due = len(self.counts.times) >= MOST or waited >= SECONDS
            return self._taken() if is_due else Counts()

    def take(self) -> Counts:
        with self.lock:
            return self._taken()

    def _taken(self) -> Counts:
        taken, self.counts = self.counts, Counts()
        self.since = time.monotonic()
        return taken


tally = Tally()


def note(words: str, locale: str, total: int | None = None) -> None:
    """Count a query, if nothing in it may tell of a person.

    `total` is how much was found; None where an answer that was kept says so.
    """
    words = " ".join(words.lower().split())
    if words and len(words) <= LONGEST and not PERSONAL.search(words):
        write(tally.add((words, locale), total))


def flush() -> None:
    """Write down what was counted so far."""
    write(tally.take())


def write(counts: Counts) -> None:
    """Add counts to this month; what cannot be written is not worth an error.

    Two statements at most, each by itself: a search must not wait for a transaction. In
    the order of the words, or two processes might wait for each other.
    """
    keys = sorted(counts.times)
    known = [key for key in keys if key in counts.found]
    unknown = [key for key in keys if key not in counts.found]
    try:
        with connection.cursor() as cursor:
            for statement, some in ((ADD_WITH_RESULT, known), (ADD, unknown)):
                if some:
                    rows = ", ".join([ROW] * len(some))
                    cursor.execute(statement.format(rows=rows), values(some, counts))
    except DatabaseError:
        logger.warning("Queries could not be counted.", exc_info=True)


def values(keys: list[Key], counts: Counts) -> list[Any]:
    """Return what stands in the rows of these queries, one after the other."""
    month = timezone.localdate().replace(day=1)
    rows = (
        (month, *key, counts.times[key], counts.found.get(key) is False) for key in keys
    )
    return [value for row in rows for value in row]
