"""What the search page shows of an address: results, choices, what is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.alternates import path_in
from cms.choosing import Group, Option, Way, without
from cms.dates import day
from cms.legible import legible

from . import facets
from .elsewhere import Elsewhere, elsewhere
from .finding import Found, Hit, find, hits
from .index import BOUND, Question
from .labels import NAMES, labels_of
from .language import Query, parse
from .promotions import Promoted, promoted

PER_PAGE = 10
DATES = ("since", "until")
# What an address may be narrowed down by, and how often.
MOST_VALUES = 20


@dataclass(frozen=True)
class Asked:
    """What an address asks for; what has no meaning is left out."""

    text: str
    query: Query
    filters: dict[str, tuple[str, ...]]
    dates: dict[str, date]

    @property
    def is_new(self) -> bool:
        """Tell whether words are looked for, and not only narrowed down."""
        return bool(self.query) and not self.filters and not self.dates

    @property
    def parameters(self) -> list[tuple[str, str]]:
        return [
            ("q", self.text),
            *((name, v) for name, values in self.filters.items() for v in values),
            *((name, found.isoformat()) for name, found in self.dates.items()),
        ]

    def without(self, name: str, value: str) -> str:
        """Return the address of the same search without one choice."""
        kept = [pair for pair in self.parameters if pair != (name, value)]
        return f"?{urlencode(kept)}"

    def address_in(self, language: str) -> str:
        """Return where the same is asked of the pages of a language."""
        with override(settings.LANGUAGE_CODE):
            path = path_in(language, reverse("search"))
        return f"{path}?{urlencode(self.parameters)}"

    def question(self, locale: str) -> Question:
        since, until = self.dates.get("since"), self.dates.get("until")
        return Question(
            self.query,
            locale,
            self.filters,
            begin_of(since) if since else None,
            end_of(until) if until else None,
        )


def begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    return begin_of(day + timedelta(days=1)) - timedelta(microseconds=1)


def read(given: QueryDict) -> Asked:
    """Return what an address asks for; raises QueryTooLongError."""
    text = " ".join(given.get("q", "").replace("\x00", " ").split())
    query = parse(text)
    filters = {
        name: tuple(dict.fromkeys(values))
        for name in facets.NAMES
        if (values := readable(name, given.getlist(name)))
    }
    dates = {name: found for name in DATES if (found := day_of(given.get(name, "")))}
    return Asked(legible(text), query, filters, dates)


def readable(name: str, values: list[str]) -> list[str]:
    """Return the values that may be there at all."""
    found = [v for v in values[:MOST_VALUES] if v and v.isprintable()]
    if name == "year":
        return [v for v in found if v.isascii() and v.isdecimal() and is_year(v)]
    return found


def is_year(text: str) -> bool:
    return len(text) == 4 and 1000 <= int(text) < 9999


def day_of(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1000 <= found.year < 9999 else None


class SearchPage:
    """The results of an address, and around them what narrows them down."""

    def __init__(
        self, asked: Asked, locale: str, page_number: str | None, version: str
    ) -> None:
        self.asked = asked
        self.locale = locale
        self.page_number = page_number
        self.version = version

    @cached_property
    def found(self) -> Found:
        return find(self.asked.question(self.locale))

    @cached_property
    def results(self) -> Page[Any]:
        """Return one page of hits; an unknown number gives the nearest page."""
        paginator = Paginator(self.found.matches.found, PER_PAGE)
        page: Page[Any] = paginator.get_page(self.page_number)
        page.object_list = self.hits(page)
        return page

    def hits(self, page: Page[Any]) -> list[Hit]:
        return hits(self.found.question.query, list(page.object_list))

    @property
    def is_first(self) -> bool:
        return self.page_number in (None, "", "1")

    @cached_property
    def promoted(self) -> list[Promoted]:
        return promoted(self.asked.text, self.locale, self.version)

    @cached_property
    def elsewhere(self) -> list[tuple[Elsewhere, str]]:
        """Return where few find what others have, and at which address."""
        asked = self.asked.question(self.locale)
        others = elsewhere(asked) if self.found.is_little else []
        return [(other, self.asked.address_in(other.locale)) for other in others]

    @property
    def total(self) -> int:
        return self.found.total

    @property
    def bound(self) -> int | None:
        """Return how many are ranked, where that is not all; None where it is."""
        return None if self.found.matches.is_all else BOUND

    @property
    def instead(self) -> str:
        """Return the query that is answered, where the one asked found nothing."""
        return self.found.instead

    # --- What narrows it down ---------------------------------------------------------

    @cached_property
    def groups(self) -> list[Group]:
        """Return the facets that part the results, and those that are chosen."""
        counted = facets.count(self.found.question, self.found.matches.found)
        groups = (self.group(name, counted.get(name, [])) for name in facets.NAMES)
        return [group for group in groups if is_worth_showing(group)]

    def group(self, name: str, values: list[facets.Value]) -> Group:
        chosen = self.asked.filters.get(name, ())
        counts = {value.value: value.count for value in values}
        all_values = list(dict.fromkeys([*counts, *chosen]))
        labels = labels_of(name, all_values)
        options = [
            Option(value, labels[value], counts.get(value, 0), value in chosen)
            for value in all_values
        ]
        return Group(name, NAMES[name], options)

    @cached_property
    def chips(self) -> list[Way]:
        """Return what is chosen, each with the address without it."""
        return list(self.choices())

    def choices(self) -> Iterator[Way]:
        for name, values in self.asked.filters.items():
            labels = labels_of(name, values)
            for value in values:
                address = self.asked.without(name, value)
                yield without(name, NAMES[name], labels[value], address)
        words = {"since": _("From %(day)s"), "until": _("Until %(day)s")}
        for name, chosen in self.asked.dates.items():
            label = words[name] % {"day": day(chosen)}
            yield Way(label, self.asked.without(name, chosen.isoformat()))

    @property
    def plain_address(self) -> str:
        """Return the address of the same words, looked for everywhere."""
        return f"?{urlencode({'q': self.asked.text})}"

    @property
    def since(self) -> str:
        return self.date_of("since")

    @property
    def until(self) -> str:
        return self.date_of("until")

    def date_of(self, name: str) -> str:
        found = self.asked.dates.get(name)
        return found.isoformat() if found else ""


def is_worth_showing(group: Group) -> bool:
    """Tell whether a facet parts the results, or something of it is chosen."""
    chosen = any(option.is_chosen for option in group.options)
    return chosen or len(group.options) > 1
