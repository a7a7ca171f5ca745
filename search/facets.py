"""What the results of a search are of, counted: the values by which to go on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from cms.publishing.models import NEVER, Facet, Publication

from .index import Question, index

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


def count(question: Question, found: Iterable[int]) -> Facets:
    """Return the facets of results, each as if nothing of it had been chosen yet.

    Three queries, and three more for each facet of which something is chosen.
    """
    facets = counted(list(found), NAMES)
    for name in question.filters:
        others = {n: v for n, v in question.filters.items() if n != name}
        without = index().match(replace(question, filters=others))
        numbers = [match.publication for match in without.found]
        facets[name] = counted(numbers, [name]).get(name, [])
    return facets


def counted(numbers: Sequence[int], names: Iterable[str]) -> Facets:
    names = set(names)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = Publication.objects.filter(pk__in=numbers)
    kept = Facet.objects.filter(publication__in=numbers, name__in=names & KEPT)
    pairs = kept.values_list("name", "value").annotate(n=Count("pk")).order_by()
    for name, value, n in pairs:
        found[name][value] = n
    if "type" in names:
        found["type"] = dict(tally(rows, "type"))
    if "language" in names:
        found["language"] = dict(tally(rows, "locale"))
    if "year" in names:
        dated = rows.exclude(dated_at=NEVER).annotate(year=ExtractYear("dated_at"))
        found["year"] = {str(year): n for year, n in tally(dated, "year")}
    return {name: ordered(name, found[name]) for name in NAMES if found.get(name)}


def tally(rows: QuerySet[Publication], name: str) -> Iterable[tuple[str, int]]:
    return rows.values_list(name).annotate(n=Count("pk")).order_by()


def ordered(name: str, values: Mapping[str, int]) -> list[Value]:
    """Return years with the newest first, and others with the most frequent first."""
    if name.endswith("year"):
        return [Value(v, values[v]) for v in sorted(values, reverse=True)]
    by_count = sorted(values, key=lambda value: (-values[value], value))
    return [Value(value, values[value]) for value in by_count]
