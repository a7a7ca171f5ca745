"""A list as an address asks for it, with the choices that narrow it down.

What there is no answer to (a topic that nothing public has) is left out, and said to
be: a reader with an old address gets a list all the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cms.choosing import Group, Option, Way, without
from cms.publishing.models import PublicationQuerySet

from .filters import Filter, Labels

# What is looked at of the values of one parameter.
MOST_VALUES, LONGEST_VALUE = 20, 200
# What is left of a strange value in a message.
LONGEST_QUOTED = 60

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Narrowed:
    """The rows of a list that fit, and around them what could be chosen.

    `asked` holds values by the name of their filter, as the address has them; `path`
    is that of the list.
    """

    all_rows: PublicationQuerySet
    filters: Sequence[Filter]
    asked: Values = field(default_factory=dict)
    path: str = ""

    @cached_property
    def rows(self) -> PublicationQuerySet:
        return self.rows_but_for(None)

    @cached_property
    def total(self) -> int:
        return self.rows.count()

    def rows_but_for(self, left_out: Filter | None) -> PublicationQuerySet:
        """Return the rows that fit all filters but one."""
        rows = self.all_rows
        for each in self.filters:
            if each is not left_out and (values := self.values.get(each.name)):
                rows = each.narrow(rows, values)
        return rows

    # --- What is chosen ---------------------------------------------------------------

    @cached_property
    def values(self) -> Values:
        """Return what is asked for and there, by the name of the filter."""
        known = {
            name: tuple(v for v in values if v in self._all_counts[name])
            for name, values in self.asked.items()
        }
        return {name: values for name, values in known.items() if values}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values)

    @cached_property
    def chips(self) -> list[Way]:
        """Return what is chosen, each with the address of the list without it."""
        return [
            without(
                *(each.name, each.label, self.label(each, value)),
                self.without(each, value),
            )
            for each in self.filters
            for value in self.values.get(each.name, ())
        ]

    def without(self, left_out: Filter, value: str) -> str:
        kept = [
            (name, v)
            for name, values in self.values.items()
            for v in values
            if (name, v) != (left_out.name, value)
        ]
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    @property
    def message(self) -> str:
        """Return what the reader is told of what was left out; mostly nothing."""
        given = [(n, v) for n, values in self.asked.items() for v in values]
        left_out = [v for n, v in given if v not in self.values.get(n, ())]
        if not left_out:
            return ""
        text = _("Nothing is filed under %(values)s. The list shows the rest.")
        return text % {"values": ", ".join(f"“{v[:LONGEST_QUOTED]}”" for v in left_out)}

    # --- What could be chosen ---------------------------------------------------------

    @cached_property
    def groups(self) -> list[Group]:
        """Return the filters that part the list, or of which something is chosen."""
        groups = [
            Group(each.name, each.label, list(self.options(each)))
            for each in self.filters
        ]
        return [g for g in groups if g.name in self.values or self.is_parted_by(g)]

    def is_parted_by(self, group: Group) -> bool:
        """Tell whether a choice would show less than all."""
        return any(option.count < self._number_of_all for option in group.options)

    def options(self, each: Filter) -> Iterator[Option]:
        chosen = self.values.get(each.name, ())
        counts = self._counts(each)
        for value in self.in_order(each, {*counts, *chosen}):
            label = self.label(each, value)
            yield Option(value, label, counts.get(value, 0), value in chosen)

    def in_order(self, each: Filter, values: set[str]) -> list[str]:
        """Sort as labels do; years, which have none, with the newest first."""
        order = {value: place for place, value in enumerate(self._labels[each.name])}
        newest_first = sorted(values, reverse=True)
        return sorted(newest_first, key=lambda value: order.get(value, len(order)))

    def label(self, each: Filter, value: str) -> str:
        return str(self._labels[each.name].get(value, value))

    def _counts(self, each: Filter) -> dict[str, int]:
        """Count by a filter as if nothing had been chosen in itself."""
        if not any(name != each.name for name in self.values):
            return self._all_counts[each.name]
        return each.count(self.rows_but_for(each))

    @cached_property
    def _number_of_all(self) -> int:
        return self.all_rows.count()

    @cached_property
    def _all_counts(self) -> dict[str, dict[str, int]]:
        return {each.name: each.count(self.all_rows) for each in self.filters}

    @cached_property
    def _labels(self) -> dict[str, Labels]:
        return {each.name: each.labels() for each in self.filters}


def narrowed_by(
    request: HttpRequest, rows: PublicationQuerySet, filters: Sequence[Filter]
) -> Narrowed:
    asked = {each.name: values_of(request.GET, each.name) for each in filters}
    asked = {name: values for name, values in asked.items() if values}
    return Narrowed(rows, filters, asked, request.path)


def values_of(given: QueryDict, name: str) -> tuple[str, ...]:
    """Return the values of a parameter that can be there at all, each once."""
    values = [
        value
        for value in given.getlist(name)[:MOST_VALUES]
        if value and len(value) <= LONGEST_VALUE and value.isprintable()
    ]
    return tuple(dict.fromkeys(values))
