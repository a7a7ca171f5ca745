"""What the results of a search are of, counted: the values by which to go on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cms.publishing.models import NEVER
from cms.publishing.statements import Rows, fetch, places

from .index import Question, index
from .index.where import FACETS, LOG, adapted, among, year_of

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

    Two queries, and three more for each facet of which something is chosen.
    """
    names = [name for name in NAMES if name in set(names)]
    facets = counted(found, names)
    for name in set(names) & set(question.filters):
        others = {n: v for n, v in question.filters.items() if n != name}
        without = index().match(replace(question, filters=others))
        facets[name] = counted(without.found, [name]).get(name, [])
    return facets


def counted(numbers: Sequence[int], names: Iterable[str]) -> Facets:
    names = set(names)
    found = own_counts(numbers) if names & set(OWN) else {}
    for name, value, n in kept_counts(numbers, sorted(names & KEPT)):
        found.setdefault(name, Counter())[value] = n
    return {n: ordered(n, found[n]) for n in NAMES if n in names and found.get(n)}


def kept_counts(numbers: Sequence[int], names: Sequence[str]) -> Rows:
    """Count by the facets of the log, as name, value and number: one query."""
    if not names:
        return []
    condition, values = among("publication_id", numbers)
    return fetch(
        f"SELECT name, value, count(*) FROM {FACETS} "
        f"WHERE {condition} AND name IN ({places(names)}) GROUP BY name, value",
        [*values, *names],
    )


def own_counts(numbers: Sequence[int]) -> dict[str, Counter[str]]:
    """Count by what each row says of itself: one query for all of it."""
    year, year_values = year_of("dated_at")
    condition, values = among("id", numbers)
    rows = fetch(
        f"SELECT type, locale, CASE WHEN dated_at > %s THEN {year} END AS y, count(*) "
        f"FROM {LOG} WHERE {condition} GROUP BY type, locale, y",
        [adapted(NEVER), *year_values, *values],
    )
    counts: dict[str, Counter[str]] = {name: Counter() for name in OWN}
    for kind, locale, year, n in rows:
        counts["type"][kind] += n
        counts["language"][locale] += n
        if year is not None:
            counts["year"][str(int(year))] += n
    return counts


def ordered(name: str, values: Mapping[str, int]) -> list[Value]:
    """Return years with the newest first, and others with the most frequent first."""
    if name.endswith("year"):
        return [Value(v, values[v]) for v in sorted(values, reverse=True)]
    by_count = sorted(values, key=lambda value: (-values[value], value))
    return [Value(value, values[value]) for value in by_count]
