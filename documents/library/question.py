"""What an address of the library asks for.

Whatever there is no answer to (a type that no public document has, a word too many)
is left out, and said to be: a reader with an old address gets a list all the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Q, TextField, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import Cast, Concat, NullIf, StrIndex
from django.http import QueryDict
from django.utils.http import urlencode

from cms.publishing.models import Facet, Publication, PublicationQuerySet, Resource
from cms.word_search import FoundByWords, WordsTooLongError, word_search

from .filters import BEST, FILTERS, NEWEST, ORDERS, STATUS, STATUSES, Filter, Order


@dataclass(frozen=True)
class Words:
    """A text to look for, and what has its words.

    Where that is nothing, `text` is what was looked for in its place, and `instead_of`
    what was asked.
    """

    text: str
    found: FoundByWords
    instead_of: str = ""


@dataclass(frozen=True)
class Question:
    """Words, values by the name of their filter, status and order.

    `ignored` holds values that no public document has, each after the name of its
    filter, and `unanswered` a text that is too long or has no word to look for.
    """

    words: Words | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: str = ""
    # Empty for the usual one.
    order: str = ""
    ignored: tuple[tuple[str, str], ...] = ()
    unanswered: str = ""

    # --- The rows ---------------------------------------------------------------------

    def chosen(self) -> Iterator[tuple[Filter, tuple[str, ...]]]:
        """Yield the filters that narrow the list, each with its values."""
        for each in FILTERS:
            if each.name in self.values:
                yield each, self.values[each.name]
        yield STATUS, STATUSES[self.status]

    def rows_with_words(self) -> PublicationQuerySet:
        """Return the rows that have the words, whatever else is chosen."""
        rows = listed_documents()
        return rows.filter(pk__in=self.words.found.numbers) if self.words else rows

    def rows(self) -> PublicationQuerySet:
        """Return the rows that fit."""
        rows = self.rows_with_words()
        for each, values in self.chosen():
            rows = rows.with_facet(each.facet, list(values))
        return rows

    def ordered_rows(self) -> PublicationQuerySet:
        best = best_first(self.words.found.best) if self.words else []
        first = best if self.order_name == BEST else []
        return self.rows().order_by(*first, *self.ordering.columns).lists()

    @property
    def ordering(self) -> Order:
        return ORDERS[self.order_name]

    @property
    def order_name(self) -> str:
        """Return the name of the order, which may be that of words without any."""
        is_possible = self.order in ORDERS and (self.words or self.order != BEST)
        return self.order if is_possible else self.usual_order

    @property
    def usual_order(self) -> str:
        return BEST if self.words else NEWEST

    # --- Its address ------------------------------------------------------------------

    @property
    def text(self) -> str:
        return self.words.text if self.words else ""

    def parameters(self) -> Iterator[tuple[str, str]]:
        """Yield names and values of the shortest address that asks for the same."""
        if self.words:
            yield "q", self.text
        for each in FILTERS:
            for value in self.values.get(each.name, ()):
                yield each.name, value
        if self.status:
            yield STATUS.name, self.status
        if self.order_name != self.usual_order:
            yield "sort", self.order_name

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


def best_first(numbers: Sequence[int]) -> list[OrderBy]:
    """Return the order of these rows, before all others."""
    listed = Value(f",{','.join(map(str, numbers))},", output_field=TextField())
    comma = Value(",", output_field=TextField())
    number = Concat(comma, Cast("pk", TextField()), comma)
    return [NullIf(StrIndex(listed, number), Value(0)).asc(nulls_last=True)]


# --- Reading an address -------------------------------------------------------------


def read(asked: QueryDict, mend: bool = True) -> Question:
    """Return what an address asks for, as far as public documents have it."""
    text = " ".join(asked.get("q", "").replace("\0", " ").split())
    words = words_in(text, mend)
    wanted = {each.name: values_of(asked, each.name) for each in FILTERS}
    there = existing(wanted)
    values = {
        name: found
        for name, several in wanted.items()
        if (found := tuple(value for value in several if (name, value) in there))
    }
    status, order = asked.get(STATUS.name, ""), asked.get("sort", "")
    given = [(name, value) for name, several in wanted.items() for value in several]
    unknown = [pair for pair in given if pair not in there]
    unknown += [(STATUS.name, status)] if status not in STATUSES else []
    unknown += [("sort", order)] if order and order not in ORDERS else []
    return Question(
        words=words,
        values=values,
        status=status if status in STATUSES else "",
        order=order,
        ignored=tuple(unknown),
        unanswered="" if words else text,
    )


def words_in(text: str, mend: bool) -> Words | None:
    """Return what has the words of a text; None where it cannot be looked for."""
    if not text:
        return None
    try:
        found = word_search().documents(text, mend)
    except WordsTooLongError:
        return None
    if found is None:
        return None
    return Words(found.instead or text, found, text if found.instead else "")


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
