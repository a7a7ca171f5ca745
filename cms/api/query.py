"""The query parameters of each endpoint.

What lists are filtered by is declared by the types (`@publishes(..., filters=...)`),
so that a new type brings its parameters along.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, TypeVar

from django.conf import settings
from pydantic import BaseModel, Field, create_model

from cms.publishing.models import Resource
from cms.publishing.registry import PublishedType, published_types

from .cursors import Cursor
from .field_grammar import Selection
from .parameters import (
    MAX_ID,
    CursorText,
    FacetValues,
    FieldList,
    HtmlPath,
    LocaleCode,
    Order,
    PageReference,
    ResourceNames,
    SearchWords,
    TypeNames,
    WholeNumber,
)

Q = TypeVar("Q", bound=type[BaseModel])


def max_limit() -> int:
    return int(settings.API_MAX_LIMIT)


def max_offset() -> int:
    return int(settings.API_MAX_OFFSET)


def default_limit() -> int:
    return int(settings.API_DEFAULT_LIMIT)


FieldsParameter = Annotated[
    Selection | None,
    FieldList(),
    Field(
        description=(
            "Which fields to send: names add to the usual ones, `-name` leaves one "
            "out, `*` first sends all, `_` first sends none but those named, "
            "`name(a,b)` sends these two of a nested object. What is left out is "
            "missing from the answer, whatever its schema requires."
        ),
        examples=["_,title,image(url,alt)"],
    ),
]
Locale = Annotated[
    str | None,
    LocaleCode(),
    Field(description="The language of the content.", examples=["es"]),
]
Limit = Annotated[
    int,
    WholeNumber(1, max_limit),
    Field(
        description="How many at most.",
        examples=[20],
        json_schema_extra=lambda schema: schema.update(default=default_limit()),
    ),
]
Place = int | Literal["root"] | None


class Query(BaseModel):
    """The parameter that every address has."""

    min_version: Annotated[
        int,
        WholeNumber(0, lambda: MAX_ID),
        Field(
            description=(
                "The `Content-Version` that the answer must be as new as, at least; "
                "503 where the site is not that far."
            ),
            examples=[12],
        ),
    ] = 0


class DetailQuery(Query):
    """The parameters of one thing by its number."""

    fields: FieldsParameter = None


class ListQuery(Query):
    """The parameters that every list has."""

    fields: FieldsParameter = None
    order: Annotated[
        tuple[str, ...],
        Order(),
        Field(
            description=(
                "Names to order by, `-` for the other way round; what has no such "
                "date comes last. The number decides between equals. Newest first "
                "where nothing is asked for."
            ),
            examples=["-date"],
        ),
    ] = ("-date",)
    limit: Limit = Field(default_factory=default_limit)
    offset: Annotated[
        int,
        WholeNumber(0, max_offset),
        Field(description="How many to pass over.", examples=[0]),
    ] = 0
    search: Annotated[
        list[str] | None,
        SearchWords(),
        Field(
            description='Words that all must be there; `"a b"` is one expression.',
            examples=["eligibility"],
        ),
    ] = None

    @classmethod
    def filter_names(cls) -> list[str]:
        """Return the names of the parameters that filter by a facet."""
        return [
            name
            for name, field in cls.model_fields.items()
            if any(isinstance(part, FacetValues) for part in field.metadata)
        ]

    def asked_filters(self) -> Iterator[tuple[str, list[str]]]:
        """Yield name and values of the facets that were asked for."""
        for name in self.filter_names():
            if values := getattr(self, name):
                yield name, list(values)


def filters_of(resource: str) -> dict[str, Sequence[str] | None]:
    """Return the filters of a resource, with their values where they are known."""
    found: dict[str, Sequence[str] | None] = {}
    if resource == Resource.PAGES:
        found["topic"] = None
    for published in published_types(resource):
        found |= published.filters
    return found


def filtered_as(resource: str) -> Any:
    """Give a query the filters that the types of a resource declare."""

    def extend(query: Q) -> Q:
        fields: dict[str, Any] = {}
        for name, values in filters_of(resource).items():
            kind = FacetValues(resource, name, tuple(values or ()))
            about = Field(description=f"Values of `{name}`, one of which must fit.")
            fields[name] = (Annotated[tuple[str, ...] | None, kind, about], None)
        return create_model(query.__name__, __base__=query, **fields)  # type: ignore[return-value]

    return extend


@filtered_as(Resource.PAGES)
class PageListQuery(ListQuery):
    """The parameters of the list of pages."""

    type: Annotated[
        tuple[PublishedType, ...] | None,
        TypeNames(Resource.PAGES),
        Field(description="Types of pages.", examples=["news.NewsPage"]),
    ] = None
    child_of: Annotated[
        Place,
        PageReference(),
        Field(
            description=(
                "Pages right below this one; `root` is the home page, in the "
                "language of `locale` where that is given."
            ),
            examples=["root"],
        ),
    ] = None
    descendant_of: Annotated[
        Place,
        PageReference(),
        Field(description="Pages below this one, at any depth.", examples=["root"]),
    ] = None
    locale: Locale = None


@filtered_as(Resource.DOCUMENTS)
class DocumentListQuery(ListQuery):
    """The parameters of the list of documents."""

    locale: Locale = None


class FindQuery(DetailQuery):
    """The parameters by which one page is found: exactly one of the first two."""

    html_path: Annotated[
        str | None,
        HtmlPath(),
        Field(description="Path of the page on the site.", examples=["/news/"]),
    ] = None
    id: Annotated[
        int | None,
        WholeNumber(1, lambda: MAX_ID),
        Field(description="Number of the page.", examples=[12]),
    ] = None


class ChangesQuery(Query):
    """The parameters of the changes."""

    cursor: Annotated[
        Cursor | None,
        CursorText(),
        Field(description="`next` of the answer before; left out to begin."),
    ] = None
    limit: Limit = Field(default_factory=default_limit)
    resource: Annotated[
        tuple[str, ...] | None,
        ResourceNames(),
        Field(description="Kinds of things.", examples=["pages"]),
    ] = None
    type: Annotated[
        tuple[PublishedType, ...] | None,
        TypeNames(None),
        Field(description="Types of things.", examples=["news.NewsPage"]),
    ] = None
    locale: Locale = None


class SiteQuery(DetailQuery):
    """The parameters of the site."""

    locale: Locale = None
