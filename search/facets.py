"""What the results of a search are of, counted: the values by which to go on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cms.publishing.models import NEVER
from cms.publishing.statements import fetch, places

from .index import Question, index
from .index.where import FACETS, LOG, Sql, adapted, among, year_of

# Beside the facets of the log: what each row says of itself.
OWN = ("type", "language", "year")
NAMES = (
    *("type", "document_type", "topic", "series", "programme_year", "fiscal_year"),
    *("year", "language", "status"),
)
KEPT = {name for name in NAMES if name not in OWN}


@dataclass(frozen=True)
class Value:
    """A value of a facet, and how many results have it."""

    value: str
    count: int


Facets = dict[str, list[Value]]


def count(
    question: Question, found: Sequence[int], names: Iterable[str] = NAMES
) -> Facets:
    """Return facets of results, each as if nothing of it had been chosen yet.

    One query, and two more for each facet of which something is chosen.
    """
    names = [name for name in NAMES if name in set(names)]
    facets = counted(found, names)
    for name in set(names) & set(question.filters):
        others = {n: v for n, v in question.filters.items() if n != name}
        without = index().match(replace(question, filters=others))
        facets[name] = counted(without.found, [name]).get(name, [])
    return facets


def counted(numbers: Sequence[int], names: Iterable[str]) -> Facets:
    """Count publications by facets: one query."""
    found: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    wanted = set(names)
    rows = fetch(*counts(numbers, wanted)) if wanted and numbers else []
    for name, value, locale, year, n in rows:
        if name:
            found[name][value] += n
            continue
        found["type"][value] += n
        found["language"][locale] += n
        if year is not None:
            found["year"][str(int(year))] += n
    return {n: ordered(n, found[n]) for n in NAMES if n in wanted and found[n]}


def counts(numbers: Sequence[int], names: set[str]) -> Sql:
    """Return SQL that counts what stands among the facets, and what rows say.

    Its columns: the name of a facet and its value; or no name, a type, a language and a
    year or none; and how many there are.
    """
    parts = []
    if kept := sorted(names & KEPT):
        parts.append(counts_kept(numbers, kept))
    if names & set(OWN):
        parts.append(counts_own(numbers))
    text = " UNION ALL ".join(text for text, _values in parts)
    return text, [value for _text, values in parts for value in values]


def counts_kept(numbers: Sequence[int], names: Sequence[str]) -> Sql:
    is_among, values = among("publication_id", numbers)
    return (
        "SELECT name, value, '' AS locale, NULL AS year, count(*) AS n "
        f"FROM {FACETS} WHERE {is_among} AND name IN ({places(names)}) "
        "GROUP BY name, value"
    ), [*values, *names]


def counts_own(numbers: Sequence[int]) -> Sql:
    is_among, values = among("id", numbers)
    year, year_values = year_of("dated_at")
    return (
        "SELECT '' AS name, type AS value, locale, "
        f"CASE WHEN dated_at > %s THEN {year} END AS year, count(*) AS n "
        f"FROM {LOG} WHERE {is_among} GROUP BY type, locale, year"
    ), [adapted(NEVER), *year_values, *values]


def ordered(name: str, values: Mapping[str, int]) -> list[Value]:
    """Return years with the newest first, and others with the most frequent first."""
    if name.endswith("year"):
        return [Value(v, values[v]) for v in sorted(values, reverse=True)]
    by_count = sorted(values, key=lambda value: (-values[value], value))
    return [Value(value, values[value]) for value in by_count]
