"""The filters of lists that types declare (`@publishes(..., filters=...)`), and ranges.

A new type brings its parameters along.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any, TypeVar

from pydantic import Field, create_model

from cms.publishing.models import Resource
from cms.publishing.registry import published_types

from .conditions import Bound, FacetFrom, FacetIn, Filter, MomentFrom
from .facets import FacetBound, FacetValues
from .moments import Moment
from .parameters import ORDERS, Kind

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


def filtered_as(resource: str, *, dated: bool = True) -> Callable[[Q], Q]:
    """Give a query the filters that the types of a resource declare, and ranges.

    Of what is not dated there are no ranges of dates.
    """

    def extend(query: Q) -> Q:
        fields: dict[str, Any] = {}
        filters: dict[str, Filter] = {}
        dates = date_filters() if dated else ()
        for name, field, narrows in [*facet_filters(resource), *dates]:
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


def date_filters() -> Iterator[tuple[str, Any, Filter]]:
    """Yield name, field and filter of the ranges of dates."""
    for name in DATES:
        for bound, words in BOUNDS.items():
            text = f"`{name}` {words} this day or moment."
            kind = optional(datetime, Moment(bound == "lte"), text, "2017-10-03")
            yield f"{name}__{bound}", kind, MomentFrom(ORDERS[name], bound)


def optional(
    kind: Any, reader: Kind, description: str, *examples: str
) -> tuple[Any, None]:
    about = Field(description=description, examples=list(examples) or None)
    return Annotated[kind | None, reader, about], None
