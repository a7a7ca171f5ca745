"""What the results of a search are of, counted: the values by which to go on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count
from django.utils import timezone

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
    kept = Facet.objects.filter(publication__in=numbers, name__in=names & KEPT)
    pairs = kept.values_list("name", "value").annotate(n=Count("pk")).order_by()
    for name, value, n in pairs:
        found.setdefault(name, Counter())[value] = n
    return {n: ordered(n, found[n]) for n in NAMES if n in names and found.get(n)}


def own_counts(numbers: Sequence[int]) -> dict[str, Counter[str]]:
    """Count by what each row says of itself: one query for all of it."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in OWN}
    rows = Publication.objects.filter(pk__in=numbers)
    for kind, locale, dated_at in rows.values_list("type", "locale", "dated_at"):
        counts["type"][kind] += 1
        counts["language"][locale] += 1
        if dated_at != NEVER:
            counts["year"][str(timezone.localtime(dated_at).year)] += 1
    return counts


def ordered(name: str, values: Mapping[str, int]) -> list[Value]:
    """Return years with the newest first, and others with the most frequent first."""
    if name.endswith("year"):
        return [Value(v, values[v]) for v in sorted(values, reverse=True)]
    by_count = sorted(values, key=lambda value: (-values[value], value))
    return [Value(value, values[value]) for value in by_count]
