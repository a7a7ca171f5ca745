"""What the page of the library shows around its list: choices, counts, ways on."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.choosing import Group, Option, Way, without
from cms.feeds import FeedLink

from .counts import Counts
from .feed_links import links_to_all
from .filters import ALL_STATUSES, BEST, FILTERS, ORDERS, STATUS, STATUSES, Filter
from .labels import Labels
from .messages import told
from .question import Question, read


def shelf_of(request: HttpRequest) -> "Shelf":
    """Return what the visitor asks of the library, read once a request."""
    kept: Shelf | None = getattr(request, "library_shelf", None)
    if kept is None:
        # A table has what was asked for, and nothing in its place.
        is_page = request.GET.get("format") != "csv"
        kept = Shelf(read(request.GET, mend=is_page), request.path)
        request.library_shelf = kept  # type: ignore[attr-defined]
    return kept


# As the API calls the type of all that the library lists.
DOCUMENT = "documents.CustomDocument"


class Shelf:
    """What an address of the library asks for, told to its reader.

    `path` is that of the page itself.
    """

    def __init__(self, question: Question, path: str) -> None:
        self.question = question
        self.path = path
        self.counts = Counts(question)
        self.labels = Labels()

    # --- The form ---------------------------------------------------------------------

    @cached_property
    def groups(self) -> list[Group]:
        """Return the filters that have something to choose from."""
        groups = [Group(e.name, e.label, self.options(e)) for e in FILTERS]
        # Where there is one language, it need not be chosen.
        return [g for g in groups if len(g.options) > (g.name == "language")]

    def options(self, each: Filter) -> list[Option]:
        """Return the values that would show something, and those that are chosen."""
        chosen = self.question.values.get(each.name, ())
        counts = self.counts.of(each.name)
        return [
            Option(v, self.labels.label(each.name, v), counts.get(v, 0), v in chosen)
            for v in self.sorted_values(each.name, {*counts, *chosen})
        ]

    def sorted_values(self, name: str, values: set[str]) -> list[str]:
        """Sort as labels do; years, which have none, with the newest first."""
        order = {value: place for place, value in enumerate(self.labels.of(name))}
        newest_first = sorted(values, reverse=True)
        return sorted(newest_first, key=lambda value: order.get(value, len(order)))

    @cached_property
    def statuses(self) -> Group:
        """Return the choices of the status, of which one always holds."""
        return Group(STATUS.name, STATUS.label, list(self.status_options()))

    def status_options(self) -> Iterator[Option]:
        numbers = self.counts.by_status
        always = {"", ALL_STATUSES, self.question.status}
        for status in STATUSES:
            says_nothing_new = numbers[status] in (0, numbers[""])
            if status in always or not says_nothing_new:
                yield Option(
                    status,
                    self.status_label(status),
                    numbers[status],
                    status == self.question.status,
                )

    def status_label(self, status: str) -> str:
        special = {"": _("Current and under review"), ALL_STATUSES: _("All")}
        return special.get(status) or self.labels.label(STATUS.name, status)

    # --- What is chosen ---------------------------------------------------------------

    @cached_property
    def chips(self) -> list[Way]:
        """Return what is chosen, each with the address without it."""
        return list(self.choices())

    def choices(self) -> Iterator[Way]:
        question = self.question
        if question.words:
            label = _("Words: %(words)s") % {"words": question.text}
            yield self.way(label, replace(question, words=None))
        for each in FILTERS:
            for value in question.values.get(each.name, ()):
                yield without(
                    *(each.name, each.label, self.labels.label(each.name, value)),
                    question.without(each.name, value).address(self.path),
                )
        if question.status:
            label = f"{STATUS.label}: {self.status_label(question.status)}"
            yield self.way(label, replace(question, status=""))

    @property
    def orders(self) -> list[Way]:
        asked = self.question
        return [
            Way(
                str(order.label),
                replace(asked, order=name).address(self.path),
                is_current=name == asked.order_name,
            )
            for name, order in ORDERS.items()
            if asked.words or name != BEST
        ]

    def way(self, label: str, question: Question) -> Way:
        return Way(label, question.address(self.path))

    @property
    def message(self) -> str:
        return told(self.question)

    # --- Where nothing fits, and ways on ----------------------------------------------

    @property
    def of_other_status(self) -> int:
        """Return how many documents fit but for their status."""
        return self.counts.by_status[ALL_STATUSES] - self.counts.total

    @property
    def any_status_address(self) -> str:
        return replace(self.question, status=ALL_STATUSES).address(self.path)

    @property
    def feeds(self) -> list[FeedLink]:
        return links_to_all()

    @property
    def csv_address(self) -> str:
        return self.question.address(self.path, format="csv")

    @property
    def api_address(self) -> str:
        """Return the address at which the API has the same documents.

        By words it is that of the search, which always has the best match first.
        """
        asked = self.question
        query = {each.facet: ",".join(values) for each, values in asked.chosen()}
        if asked.words:
            query |= {"q": asked.text, "type": DOCUMENT}
        else:
            query["order"] = asked.ordering.in_api
        name = "search" if asked.words else "list_documents"
        return f"{reverse(f'api-v2:{name}')}?{urlencode(query, safe=',')}"
