"""By what a list of pages is narrowed down: facets of the log, and years."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.functional import Promise

from cms.publishing.models import (
    NEVER,
    Facet,
    Publication,
    PublicationQuerySet,
    Resource,
)

Labels = Mapping[str, str | Promise]


@dataclass(frozen=True)
class Filter:
    """A parameter of the address, which may be there several times."""

    name: str
    label: str | Promise

    def narrow(
        self, rows: PublicationQuerySet, values: Iterable[str]
    ) -> PublicationQuerySet:
        """Return the rows that have one of the values."""
        raise NotImplementedError

    def count(self, rows: PublicationQuerySet) -> dict[str, int]:
        """Return each value that rows have, with their number; one query."""
        raise NotImplementedError

    def labels(self) -> Labels:
        """Return the words for values, in the order in which they are offered."""
        return {}


@dataclass(frozen=True)
class FacetFilter(Filter):
    """A facet of the log, which the API filters by under the same name."""

    facet: str
    words: Callable[[], Labels]

    def narrow(
        self, rows: PublicationQuerySet, values: Iterable[str]
    ) -> PublicationQuerySet:
        return rows.with_facet(self.facet, list(values))

    def count(self, rows: PublicationQuerySet) -> dict[str, int]:
        facets = Facet.objects.filter(
            name=self.facet, publication__in=rows.order_by().values("pk")
        )
        counted = facets.order_by().values_list("value").annotate(number=Count("pk"))
        return dict(counted)

    def labels(self) -> Labels:
        return self.words()


@dataclass(frozen=True)
class YearFilter(Filter):
    """The year by whose days a list is ordered, on the calendar of the site."""

    def narrow(
        self, rows: PublicationQuerySet, values: Iterable[str]
    ) -> PublicationQuerySet:
        return rows.filter(reduce(or_, (within(int(value)) for value in values)))

    def count(self, rows: PublicationQuerySet) -> dict[str, int]:
        dated = rows.exclude(dated_at=NEVER).order_by()
        zone = timezone.get_current_timezone()
        years = dated.annotate(year=ExtractYear("dated_at", tzinfo=zone))
        counted = years.values_list("year").annotate(number=Count("pk"))
        return {str(year): number for year, number in counted}


def within(year: int) -> Q:
    begin, end = (timezone.make_aware(datetime(y, 1, 1)) for y in (year, year + 1))  # noqa: DTZ001
    return Q(dated_at__gte=begin, dated_at__lt=end)


def topic_labels() -> dict[str, str]:
    """Return the names of public topics by their slugs, in the order of names."""
    topics = Publication.objects.listed().of(Resource.TOPICS)
    named = topics.filter(facets__name="slug").order_by("title")
    return dict(named.values_list("facets__value", "title"))
