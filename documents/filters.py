"""How a visitor narrows the list of documents: one choice for each filter.

Values come from the documents that are public now. Anything else that an address
asks for is ignored, and said to be.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.models import DocumentSeries, Topic
from cms.publishing.models import Facet, Publication, PublicationQuerySet, Resource

from .choices import DocumentStatus, DocumentType

IN_USE = [DocumentStatus.CURRENT.value, DocumentStatus.UNDER_REVIEW.value]
ALL_STATUSES = "all"
# The parameters of the address, and the facets of the log that they stand for.
FACETS = {
    "type": "document_type",
    "series": "series",
    "topic": "topic",
    "year": "fiscal_year",
    "language": "language",
}


@dataclass(frozen=True)
class Option:
    """A value of a filter; the empty one chooses nothing."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True)
class Filter:
    """A list from which a visitor chooses one option."""

    name: str
    label: str
    options: list[Option]

    @property
    def value(self) -> str:
        """Return the chosen value, or nothing."""
        return next((option.value for option in self.options if option.selected), "")


def filters_of(request: HttpRequest) -> "LibraryFilters":
    """Return what the visitor chose, read once a request."""
    filters = LibraryFilters(request.GET)
    return request.__dict__.setdefault("library_filters", filters)


class LibraryFilters:
    """The filters of the library, and what a visitor chose of them."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self.asked = asked

    @cached_property
    def filters(self) -> list[Filter]:
        """Return the filters that have something to choose from."""
        filters = [
            self._filter("type", _("Type"), _("All types"), self._types),
            self._filter("series", _("Series"), _("All series"), self._series),
            self._filter("topic", _("Topic"), _("All topics"), self._topics),
            self._filter("year", _("Fiscal year"), _("All years"), self._years),
            self._filter(
                "language", _("Language"), _("All languages"), self._languages
            ),
            self._filter(
                "status", _("Status"), _("Current and under review"), self._statuses
            ),
        ]
        return [each for each in filters if len(each.options) > 1]

    @property
    def chosen(self) -> dict[str, str]:
        """Return the values that narrow the list, by the name of their filter."""
        return {each.name: each.value for each in self.filters if each.value}

    @property
    def message(self) -> str:
        """Return what a visitor is told of values that no document has."""
        names = [*FACETS, "status"]
        ignored = [
            self.asked[name]
            for name in names
            if self.asked.get(name) and name not in self.chosen
        ]
        if not ignored:
            return ""
        values = ", ".join(f"“{value[:60]}”" for value in ignored)
        return _("No document is filed under %(values)s. The list shows the rest.") % {
            "values": values.replace("\0", "")
        }

    def applied_to(self, rows: PublicationQuerySet) -> PublicationQuerySet:
        """Return the rows that the visitor wants to see."""
        chosen = self.chosen
        status = chosen.pop("status", "")
        if status != ALL_STATUSES:
            rows = rows.with_facet("status", [status] if status else IN_USE)
        for name, value in chosen.items():
            rows = rows.with_facet(FACETS[name], [value])
        return rows

    def _filter(
        self, name: str, label: str, everything: str, values: Iterable[tuple[str, str]]
    ) -> Filter:
        asked = self.asked.get(name, "")
        options = [
            Option(value, label, selected=value == asked) for value, label in values
        ]
        none = not any(option.selected for option in options)
        return Filter(name, label, [Option("", everything, selected=none), *options])

    @cached_property
    def _present(self) -> dict[str, set[str]]:
        """Return the values that public documents have, by the name of the facet."""
        rows = Publication.objects.listed().of(Resource.DOCUMENTS)
        facets = Facet.objects.filter(
            publication__in=rows, name__in=FACETS.values()
        ).order_by()
        present = defaultdict(set)
        for name, value in facets.values_list("name", "value").distinct():
            present[name].add(value)
        return present

    @property
    def _types(self) -> list[tuple[str, str]]:
        present = self._present["document_type"]
        return [(v, str(label)) for v, label in DocumentType.choices if v in present]

    @property
    def _series(self) -> list[tuple[str, str]]:
        series = DocumentSeries.objects.filter(slug__in=self._present["series"])
        return list(series.values_list("slug", "name"))

    @property
    def _topics(self) -> list[tuple[str, str]]:
        topics = Topic.objects.filter(slug__in=self._present["topic"])
        return list(topics.values_list("slug", "name"))

    @property
    def _years(self) -> list[tuple[str, str]]:
        return [(y, y) for y in sorted(self._present["fiscal_year"], reverse=True)]

    @property
    def _languages(self) -> list[tuple[str, str]]:
        """Return the languages, where there is more than one to choose from."""
        present = self._present["language"]
        found = [(code, name) for code, name in settings.LANGUAGES if code in present]
        return found if len(found) > 1 else []

    @property
    def _statuses(self) -> list[tuple[str, str]]:
        statuses = [
            (value, str(label))
            for value, label in DocumentStatus.choices
            if value != DocumentStatus.WITHDRAWN
        ]
        return [*statuses, (ALL_STATUSES, _("All"))]
