"""What the search and its suggestions are asked, in the API."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from pydantic import Field, create_model

from cms.api.declared_filters import optional
from cms.api.facets import FacetValues
from cms.api.moments import Moment
from cms.api.parameters import Kind, OneOf, Several, TypeNames, WholeNumber
from cms.api.problems import bad_value
from cms.api.query import Limit, Locale, default_limit
from cms.api.query import Query as ApiQuery
from cms.legible import legible
from cms.publishing.models import Resource
from cms.publishing.registry import PublishedType, published_types

from .facets import NAMES
from .index import BOUND, Question
from .language import MAX_LENGTH, Query, QueryTooLongError, parse

SHORTEST_TYPED, LONGEST_TYPED = 2, 100
MOST_SUGGESTED = 10
SEARCHED = (Resource.PAGES, Resource.DOCUMENTS)


class QueryText(Kind):
    """Words, phrases, -without, OR; where there is no word, nothing is found."""

    def read(self, text: str) -> Query:
        try:
            return parse(text)
        except QueryTooLongError:
            raise bad_value(f"has more than {MAX_LENGTH} characters") from None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH}


class Typed(Kind):
    """The beginning of something."""

    def read(self, text: str) -> str:
        typed = legible(text)
        if not SHORTEST_TYPED <= len(typed.strip()) <= LONGEST_TYPED:
            raise bad_value(f"must have {SHORTEST_TYPED} to {LONGEST_TYPED} characters")
        return typed

    def schema(self) -> dict[str, Any]:
        return {
            "type": "string",
            "minLength": SHORTEST_TYPED,
            "maxLength": LONGEST_TYPED,
        }


class FacetNames(Several):
    """Names of facets, or `*` for all of them."""

    def read(self, text: str) -> tuple[str, ...]:
        words = super().read(text)
        return tuple(NAMES) if "*" in words else words

    def read_word(self, word: str) -> str:
        if word not in (*NAMES, "*"):
            raise bad_value("names a facet that there is not", [*NAMES, "*"])
        return word

    def word_schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": [*NAMES, "*"]}


class SearchedTypes(TypeNames):
    """Types of what is searched."""

    def types(self) -> dict[str, PublishedType]:
        found = (t for resource in SEARCHED for t in published_types(resource))
        return {published.name: published for published in found}


@dataclass(frozen=True)
class Years(Several):
    """Calendar years."""

    def read_word(self, word: str) -> str:
        if not re.fullmatch(r"[1-8][0-9]{3}", word, re.ASCII):
            raise bad_value("must be a year such as 2017")
        return word

    def word_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[1-8][0-9]{3}$"}


def facet_kinds() -> Iterator[tuple[str, Kind]]:
    """Yield each facet with the kind of its values."""
    yield "type", SearchedTypes(None)
    yield "year", Years()
    yield "language", FacetValues("documents", "language", languages())
    for name in ("document_type", "series", "status", "fiscal_year"):
        yield name, FacetValues("documents", name, known_values("documents", name))
    for name in ("topic", "programme_year"):
        yield name, FacetValues("pages", name, known_values("pages", name))


def languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)


def known_values(resource: str, name: str) -> tuple[str, ...]:
    for published in published_types(resource):
        if values := published.filters.get(name):
            return tuple(values)
    return ()


class WordsQuery(ApiQuery):
    """The parameters of the search beside its facets."""

    q: Annotated[
        Query,
        QueryText(),
        Field(
            description=(
                'Words that must all be there, in any form; `"a b"` is one expression, '
                "`-word` must not be there, `a OR b` is either."
            ),
            examples=['"certificate of eligibility" -draft'],
        ),
    ]
    locale: Locale = None
    date__gte: Annotated[
        datetime | None,
        Moment(False),
        Field(description="Dated on this day or later.", examples=["2017-01-01"]),
    ] = None
    date__lte: Annotated[
        datetime | None,
        Moment(True),
        Field(description="Dated on this day or before.", examples=["2017-12-31"]),
    ] = None
    facets: Annotated[
        tuple[str, ...] | None,
        FacetNames(),
        Field(
            description="Facets to count the results by; `*` for all.",
            examples=["type,topic"],
        ),
    ] = None
    highlight: Annotated[
        str,
        OneOf(("true", "false")),
        Field(
            description=(
                "With `true`, a part of each text with the words marked, and the pages "
                "of a document on which they are."
            )
        ),
    ] = "false"
    limit: Limit = Field(default_factory=default_limit)
    offset: Annotated[
        int,
        WholeNumber(0, lambda: BOUND),
        Field(description="How many to pass over.", examples=[0]),
    ] = 0

    @property
    def is_highlighted(self) -> bool:
        return self.highlight == "true"

    @property
    def reads(self) -> str:
        """Return the language of the pages that are looked at."""
        return self.locale or settings.LANGUAGE_CODE

    @property
    def is_new(self) -> bool:
        """Tell whether words are looked for, and not what was found gone through."""
        narrowed = self.filters or self.date__gte or self.date__lte or self.offset
        return bool(self.q) and not narrowed

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """Return the values that were asked for, by the name of their facet."""
        asked = ((name, getattr(self, name, None)) for name in NAMES)
        return {name: texts_of(values) for name, values in asked if values}

    @property
    def question(self) -> Question:
        return Question(
            self.q, self.reads, self.filters, self.date__gte, self.date__lte
        )


def texts_of(values: Any) -> tuple[str, ...]:
    return tuple(getattr(value, "name", value) for value in values)


def with_facets() -> type[WordsQuery]:
    """Return the query with a parameter for each facet."""
    fields: dict[str, Any] = {
        name: optional(
            tuple[Any, ...], kind, f"Values of `{name}`, one of which must fit."
        )
        for name, kind in facet_kinds()
    }
    made: type[WordsQuery] = create_model("SearchQuery", __base__=WordsQuery, **fields)
    return made


class SuggestQuery(ApiQuery):
    """The parameters of suggestions."""

    q: Annotated[
        str,
        Typed(),
        Field(description="What was typed so far.", examples=["certif"]),
    ]
    locale: Locale = None
    limit: Annotated[
        int,
        WholeNumber(1, lambda: MOST_SUGGESTED),
        Field(description="How many at most.", examples=[5]),
    ] = 5
