"""How many documents each choice of a filter would show."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from cms.publishing.models import Facet

from .filters import FILTERS, STATUS, STATUSES
from .question import Question


class Counts:
    """The values that documents have, with the number of those that fit the rest.

    Of a filter, what is chosen in all others counts, and not what is chosen in itself:
    within one filter, each further value adds documents. One statement for all.
    """

    def __init__(self, question: Question) -> None:
        self.question = question

    def of(self, name: str) -> dict[str, int]:
        """Return the values under the name of a filter, with their numbers."""
        return self._numbers[name]

    @property
    def by_status(self) -> dict[str, int]:
        """Return how many each choice of the status shows."""
        numbers = self.of(STATUS.name)
        return {
            choice: sum(numbers.get(status, 0) for status in statuses)
            for choice, statuses in STATUSES.items()
        }

    @property
    def total(self) -> int:
        """Return how many fit the whole question: each has one status."""
        return self.by_status[self.question.status]

    @cached_property
    def _numbers(self) -> dict[str, dict[str, int]]:
        names = {each.facet: each.name for each in (*FILTERS, STATUS)}
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for facet, value, number in self._counted(names):
            # Files of a bulk upload have no type until an editor chooses one.
            if value:
                found[names[facet]][value] = number
        return found

    def _counted(self, names: Iterable[str]) -> QuerySet[Facet, tuple[str, str, int]]:
        rows = self.question.rows_with_words()
        facets = Facet.objects.filter(name__in=names, publication__in=rows.order_by())
        for each, values in self.question.chosen():
            own = Facet.objects.filter(name=each.facet, value__in=values)
            fit = Q(publication__in=own.values("publication_id"))
            facets = facets.filter(Q(name=each.facet) | fit)
        counted = facets.order_by().values_list("name", "value")
        return counted.annotate(number=Count("pk"))
