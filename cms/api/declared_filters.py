"""The filters of lists that types declare (`@publishes(..., filters=...)`), and ranges.

A new type brings its parameters along.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any, TypeVar

from pydantic import Field, create_model

from cms.publishing.models import Resource
from cms.publishing.registry import published_types

from .conditions import Bound, FacetFrom, FacetIn, Filter, MomentFrom
from .facets import FacetBound, FacetValues
from .moments import Moment
from .parameters import ORDERS, Kind, Order

Q = TypeVar("Q", bound=type[Any])

DATES = ("date", "first_published_at", "last_published_at", "public_updated_at")
BOUNDS: dict[Bound, str] = {"gte": "not before", "lte": "not after"}


def facets_of(resource: str) -> dict[str, Sequence[str] | None]:
    """Return the facets of a resource, with their values where they are known."""
    found: dict[str, Sequence[str] | None] = {}
    if resource == Resource.PAGES:
        found["topic"] = None
    for published in published_types(resource):
        found |= published.filters
    return found


def dates_of(resource: str) -> list[str]:
    """Return the dates that things of a resource tell, by which a list may go."""
    shapes: list[dict[str, Any]] = [
        published.detail.model_fields for published in published_types(resource)
    ]
    metas = [fields["meta"].annotation for fields in shapes if "meta" in fields]
    told = {name for meta in metas for name in getattr(meta, "model_fields", ())}
    # What is dated by nothing else is so by when it was first published.
    told |= {"date"} if "first_published_at" in told else set()
    return [name for name in DATES if name in told]


def filtered_as(resource: str) -> Callable[[Q], Q]:
    """Give a query the filters that the types of a resource declare, and ranges.

    There are ranges and orders of the dates alone that things of the resource have.
    """

    def extend(query: Q) -> Q:
        dates = dates_of(resource)
        fields: dict[str, Any] = {"order": order_of(query, dates)}
        filters: dict[str, Filter] = {}
        for name, field, narrows in [*facet_filters(resource), *date_filters(dates)]:
            fields[name], filters[name] = field, narrows
        made: Any = create_model(query.__name__, __base__=query, **fields)
        made.filters = query.filters | filters
        return made

    return extend


def facet_filters(resource: str) -> Iterator[tuple[str, Any, Filter]]:
    """Yield name, field and filter of what is declared by the types."""
    for name, known in facets_of(resource).items():
        values = FacetValues(resource, name, tuple(known or ()))
        several = f"Values of `{name}`, one of which must fit."
        yield name, optional(tuple[str, ...], values, several), FacetIn(name)
        same = f"The same as `{name}`."
        yield f"{name}__in", optional(tuple[str, ...], values, same), FacetIn(name)
        if not values.is_ordered:
            continue
        end = FacetBound(resource, name, values.known)
        for bound, words in BOUNDS.items():
            yield (
                f"{name}__{bound}",
                optional(tuple[str, ...], end, f"`{name}` {words} this value."),
                FacetFrom(name, bound, values.is_number),
            )


def order_of(query: type[Any], dates: Sequence[str]) -> tuple[Any, Any]:
    """Return the field of a query that orders by number, title and these dates."""
    general = query.model_fields["order"]
    about = Field(description=general.description, examples=general.examples)
    names = ("id", "title", *dates)
    annotation: Any = Annotated[tuple[str, ...], Order(names), about]
    return annotation, general.default


def date_filters(dates: Iterable[str]) -> Iterator[tuple[str, Any, Filter]]:
    """Yield name, field and filter of the ranges of dates."""
    for name in dates:
        for bound, words in BOUNDS.items():
            text = f"`{name}` {words} this day or moment."
            kind = optional(datetime, Moment(bound == "lte"), text, "2017-10-03")
            yield f"{name}__{bound}", kind, MomentFrom(ORDERS[name], bound)


def optional(
    kind: Any, reader: Kind, description: str, *examples: str
) -> tuple[Any, None]:
    about = Field(description=description, examples=list(examples) or None)
    return Annotated[kind | None, reader, about], None
