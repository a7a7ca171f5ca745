"""What an address of the library asks for.

Whatever there is no answer to (a type that no public document has, a word too many)
is left out, and said to be: a reader with an old address gets a list all the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Q
from django.http import QueryDict
from django.utils.http import urlencode

from cms.publishing.models import Facet, Publication, PublicationQuerySet, Resource

from .filters import FILTERS, NEWEST, ORDERS, STATUS, STATUSES, Filter

MAX_LENGTH, MAX_WORDS = 200, 20


@dataclass(frozen=True)
class Question:
    """Words, values by the name of their filter, status and order.

    `ignored` holds values that no public document has, each after the name of its
    filter, and `is_too_long` tells that there were more words than are looked for.
    """

    words: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: str = ""
    order: str = NEWEST
    ignored: tuple[tuple[str, str], ...] = ()
    is_too_long: bool = False

    # --- The rows ---------------------------------------------------------------------

    def chosen(self) -> Iterator[tuple[Filter, tuple[str, ...]]]:
        """Yield the filters that narrow the list, each with its values."""
        for each in FILTERS:
            if each.name in self.values:
                yield each, self.values[each.name]
        yield STATUS, STATUSES[self.status]

    def rows(self) -> PublicationQuerySet:
        """Return the rows that fit."""
        rows = listed_documents().matching(list(self.words))
        for each, values in self.chosen():
            rows = rows.with_facet(each.facet, list(values))
        return rows

    def ordered_rows(self) -> PublicationQuerySet:
        return self.rows().order_by(*ORDERS[self.order].columns).lists()

    # --- Its address ------------------------------------------------------------------

    @property
    def text(self) -> str:
        """Return the words as a reader writes them."""
        return " ".join(f'"{word}"' if " " in word else word for word in self.words)

    def parameters(self) -> Iterator[tuple[str, str]]:
        """Yield names and values of the shortest address that asks for the same."""
        if self.words:
            yield "q", self.text
        for each in FILTERS:
            for value in self.values.get(each.name, ()):
                yield each.name, value
        if self.status:
            yield STATUS.name, self.status
        if self.order != NEWEST:
            yield "sort", self.order

    def address(self, path: str = "", **more: str) -> str:
        """Return the address that asks for it below a path, with more parameters."""
        query = urlencode([*self.parameters(), *more.items()])
        return f"{path}?{query}" if query else path

    def without(self, name: str, value: str) -> "Question":
        """Return the same question without one value of a filter."""
        values = tuple(kept for kept in self.values[name] if kept != value)
        others = {key: of for key, of in self.values.items() if key != name}
        return replace(self, values=others | ({name: values} if values else {}))


def listed_documents() -> PublicationQuerySet:
    return Publication.objects.listed().of(Resource.DOCUMENTS)


# --- Reading an address -------------------------------------------------------------


def read(asked: QueryDict) -> Question:
    """Return what an address asks for, as far as public documents have it."""
    words = words_in(asked.get("q", ""))
    wanted = {each.name: values_of(asked, each.name) for each in FILTERS}
    there = existing(wanted)
    values = {
        name: found
        for name, several in wanted.items()
        if (found := tuple(value for value in several if (name, value) in there))
    }
    status, order = asked.get(STATUS.name, ""), asked.get("sort") or NEWEST
    given = [(name, value) for name, several in wanted.items() for value in several]
    unknown = [pair for pair in given if pair not in there]
    unknown += [(STATUS.name, status)] if status not in STATUSES else []
    unknown += [("sort", order)] if order not in ORDERS else []
    return Question(
        words=words or (),
        values=values,
        status=status if status in STATUSES else "",
        order=order if order in ORDERS else NEWEST,
        ignored=tuple(unknown),
        is_too_long=words is None,
    )


def words_in(text: str) -> tuple[str, ...] | None:
    """Return the words, those in quotation marks together; None of too many.

    A quotation mark that is not closed is none.
    """
    text = text.replace("\0", " ")
    if text.count('"') % 2:
        text = text.replace('"', " ")
    pairs = re.findall(r'"([^"]*)"|([^\s"]+)', text)
    words = tuple(filter(None, (" ".join((a or b).split()) for a, b in pairs)))
    too_many = len(text) > MAX_LENGTH or len(words) > MAX_WORDS
    return None if too_many else words


def values_of(asked: QueryDict, name: str) -> tuple[str, ...]:
    """Return the values of a parameter, each once."""
    return tuple(dict.fromkeys(filter(None, asked.getlist(name))))


def existing(wanted: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    """Return the names of filters with those values that public documents have."""
    asked = Q(pk__in=[])
    for each in FILTERS:
        # PostgreSQL has no place for a text with this character, not even to ask for.
        values = [value for value in wanted[each.name] if "\0" not in value]
        asked |= Q(name=each.facet, value__in=values)
    names = {each.facet: each.name for each in FILTERS}
    facets = Facet.objects.filter(asked, publication__in=listed_documents())
    pairs = facets.order_by().values_list("name", "value").distinct()
    return {(names[facet], value) for facet, value in pairs}
