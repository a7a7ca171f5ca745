"""The query parameters of each endpoint.

What lists are filtered by is declared by the types (`@publishes(..., filters=...)`),
so that a new type brings its parameters along.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from django.conf import settings
from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from cms.publishing.models import Resource
from cms.publishing.registry import PublishedType

from .conditions import (
    ColumnIn,
    ColumnIs,
    Filter,
    TypeIn,
    Words,
)
from .cursors import ChangesCursor, CursorText, ListCursor
from .declared_filters import filtered_as
from .field_grammar import Selection
from .parameters import (
    MAX_ID,
    FieldList,
    HtmlPath,
    LocaleCode,
    Numbers,
    OneOf,
    Order,
    PageReference,
    ResourceNames,
    SearchWords,
    TypeNames,
    WholeNumber,
    max_limit,
)
from .problems import bad_value
from .rich_text import RichTextParameter


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


class PageQuery(DetailQuery):
    """The parameters of one page by its number."""

    rich_text: RichTextParameter = "html"


class ListQuery(Query):
    """The parameters that every list has."""

    # What each parameter filters by; those that say where to look are not among them.
    filters: ClassVar[dict[str, Filter]] = {"id": ColumnIn("object_id")}

    fields: FieldsParameter = None
    order: Annotated[
        tuple[str, ...],
        Order(),
        Field(
            description=(
                "Names to order by, `-` for the other way round; what has no such "
                "date counts as oldest. The number decides between equals. Newest "
                "first where nothing is asked for."
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
    cursor: Annotated[
        ListCursor | None,
        CursorText(ListCursor.read),
        Field(
            description=(
                "`next` or `previous` of another page of the same list, in place of "
                "`offset`."
            )
        ),
    ] = None
    id: Annotated[
        tuple[int, ...] | None,
        Numbers(),
        Field(
            description=(
                "Numbers of things, all sent at once; `missing` names those that are "
                "not in the list. Not with `limit`, `offset` or `cursor`."
            ),
            examples=["12,14"],
        ),
    ] = None
    format: Annotated[
        Literal["json", "csv"],
        OneOf(("json", "csv")),
        Field(description="CSV is a table, with a line for each item."),
    ] = "json"

    @model_validator(mode="after")
    def check_together(self) -> Self:
        """Refuse parameters that say two different places in a list."""
        # Generated clients send defaults, too: those say nothing.
        if self.cursor and self.offset:
            raise alone("cursor", "offset")
        places = {
            "limit": self.limit != default_limit(),
            "offset": self.offset != 0,
            "cursor": self.cursor is not None,
        }
        for name, is_given in places.items():
            if self.id and is_given:
                raise alone("id", name)
        return self

    @property
    def most(self) -> int:
        """Return how many items are sent at most."""
        return len(self.id) if self.id else self.limit

    def asked_filters(self) -> Iterator[tuple[Filter, Any]]:
        """Yield the filters that were asked for, with their values."""
        for name, of in self.filters.items():
            value = getattr(self, name, None)
            if value is not None:
                yield of, value


def alone(name: str, other: str) -> PydanticCustomError:
    """Return what is raised where two parameters do not go together."""
    return bad_value(f"does not go together with {other}", parameter=name)


class SearchedQuery(ListQuery):
    """The parameters of a list whose text can be searched."""

    filters = ListQuery.filters | {"search": Words(), "locale": ColumnIs("locale")}

    search: Annotated[
        list[str] | None,
        SearchWords(),
        Field(
            description='Words that all must be there; `"a b"` is one expression.',
            examples=["eligibility"],
        ),
    ] = None


@filtered_as(Resource.PAGES)
class PageListQuery(SearchedQuery):
    """The parameters of the list of pages."""

    filters = SearchedQuery.filters | {"type": TypeIn()}

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
    rich_text: RichTextParameter = "html"


@filtered_as(Resource.IMAGES)
class ImageListQuery(SearchedQuery):
    """The parameters of the list of images."""


class FindQuery(PageQuery):
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
        ChangesCursor | None,
        CursorText(ChangesCursor.read),
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
    rich_text: RichTextParameter = "html"

    @model_validator(mode="after")
    def check_types(self) -> Self:
        """Refuse types of other things than those that are asked for."""
        for published in self.type or ():
            if self.resource and published.resource not in self.resource:
                message = (
                    f"names `{published.name}`, which is among `{published.resource}` "
                    f"and not among `{','.join(self.resource)}`, as resource says"
                )
                raise bad_value(message, parameter="type")
        return self


class SiteQuery(DetailQuery):
    """The parameters of the site."""

    locale: Locale = None
