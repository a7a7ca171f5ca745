"""Where a question looks, as SQL for either database, and asking it."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from cms.publishing.models import Facet, Publication
from cms.publishing.statements import places

from . import Question

LOG, FACETS = Publication._meta.db_table, Facet._meta.db_table
# Facets that are columns of each row; `resource` is none, and narrows in the same way.
COLUMNS = {"type": "type", "language": "locale", "resource": "resource"}
YEAR = "year"

Sql = tuple[str, list[Any]]


def execute(sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows of a statement, which the database plans for its values."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def where(question: Question, table: str, number: str) -> Sql:
    """Return conditions on a table, whose column `number` is that of the log."""
    parts: list[Sql] = [
        (f"({table}.resource = 'documents' OR {table}.locale = %s)", [question.locale])
    ]
    for sign, moment in ((">=", question.since), ("<=", question.until)):
        if moment is not None:
            parts.append((f"{table}.dated_at {sign} %s", [adapted(moment)]))
    for name, values in question.filters.items():
        parts.append(one_of(name, values, table, number))
    return " AND ".join(text for text, _ in parts), [v for _, vs in parts for v in vs]


def one_of(name: str, values: Sequence[str], table: str, number: str) -> Sql:
    """Return the condition that a facet has one of the values."""
    if name == YEAR:
        return in_years([int(value) for value in values], table)
    if name in COLUMNS:
        return f"{table}.{COLUMNS[name]} IN ({places(values)})", list(values)
    return (
        f"{table}.{number} IN (SELECT publication_id FROM {FACETS} "
        f"WHERE name = %s AND value IN ({places(values)}))",
        [name, *values],
    )


def among(column: str, numbers: Sequence[int]) -> Sql:
    """Return the condition that a column has one of the numbers, however many."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s::bigint[])", [list(numbers)]
    return f"{column} IN (SELECT value FROM json_each(%s))", [json.dumps(list(numbers))]


def in_years(years: Sequence[int], table: str) -> Sql:
    """Return the condition that a date is in one of the years, by the site's clocks."""
    bounds = [adapted(moment) for year in years for moment in bounds_of(year)]
    text = " OR ".join(
        [f"{table}.dated_at >= %s AND {table}.dated_at < %s"] * len(years)
    )
    return f"({text})", bounds


def year_of(column: str) -> Sql:
    """Return SQL for the year of a moment, by the site's clocks."""
    zone = timezone.get_default_timezone_name()
    text, values = connection.ops.datetime_extract_sql("year", column, (), zone)
    return text, list(values)


def bounds_of(year: int) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)


def adapted(moment: datetime) -> Any:
    """Return a moment as the database stores it."""
    return connection.ops.adapt_datetimefield_value(moment)
