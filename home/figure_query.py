"""What is asked of the table of statistics, and which of them that means."""

from collections.abc import Callable, Collection, Iterable
from operator import itemgetter
from typing import Annotated, Any, Literal

from pydantic import Field

from cms.api.facets import FacetValues
from cms.api.parameters import Kind, Numbers, OneOf, Order, WholeNumber, max_limit
from cms.api.problems import bad_parameter, unknown
from cms.api.query import Locale, Query, max_offset
from cms.publishing.models import Resource
from cms.statistics import StatisticStatus

from .figure_rows import EVERYBODY

Figure = dict[str, Any]

KEYS: dict[str, Callable[[Figure], Any]] = {
    "programme_year": itemgetter("programme_year"),
    "measure": lambda figure: figure["measure"]["name"].casefold(),
    "group": lambda figure: figure["group"].casefold(),
    "label": lambda figure: figure["label"].casefold(),
    "value": itemgetter("value"),
    "status": itemgetter("status"),
}


class GroupNames(Kind):
    """Names of groups with commas between them; a name may have some itself."""

    def read(self, text: str) -> str:
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


class ImpactQuery(Query):
    """The parameters of the table of statistics."""

    measure: Annotated[
        tuple[int, ...] | None,
        Numbers(),
        Field(description="Numbers of measures.", examples=["3"]),
    ] = None
    programme_year: Annotated[
        tuple[str, ...] | None,
        FacetValues(Resource.PAGES, "programme_year", ()),
        Field(description="Program years.", examples=["2014-15"]),
    ] = None
    group: Annotated[
        str | None,
        GroupNames(),
        Field(
            description="Groups, as they are named; `all` is everybody.",
            examples=["Grades K-3"],
        ),
    ] = None
    status: Annotated[
        tuple[str, ...] | None,
        FacetValues(Resource.PAGES, "status", tuple(StatisticStatus.values)),
        Field(description="What may be said of a figure.", examples=["reported"]),
    ] = None
    locale: Locale = None
    order: Annotated[
        tuple[str, ...],
        Order(KEYS),
        Field(
            description=(
                "Columns to order by, `-` for the other way round; where there is no "
                "figure comes last. The editors' order decides between equals. Newest "
                "year first where nothing is asked for."
            ),
            examples=["-programme_year,measure"],
        ),
    ] = ("-programme_year",)
    limit: Annotated[
        int | None,
        WholeNumber(1, max_limit),
        Field(
            description="How many at most; a CSV file has all where nothing is said.",
            examples=[20],
        ),
    ] = None
    offset: Annotated[
        int,
        WholeNumber(0, max_offset),
        Field(description="How many to pass over.", examples=[0]),
    ] = 0
    format: Annotated[
        Literal["json", "csv"],
        OneOf(("json", "csv")),
        Field(description="JSON, or a table for spreadsheets.", examples=["csv"]),
    ] = "json"


def chosen(figures: list[Figure], query: ImpactQuery) -> list[Figure]:
    """Return those that fit all filters. Raises a problem for what there is not.

    Only what is public is there, so that a refusal tells of nothing else.
    """
    values: dict[str, Callable[[Figure], Any]] = {
        "measure": lambda figure: figure["measure"]["id"],
        "programme_year": itemgetter("programme_year"),
        "group": lambda figure: figure["group"] or EVERYBODY,
    }
    kept = figures
    for name, value_of in values.items():
        known = {value_of(figure) for figure in figures}
        asked = getattr(query, name)
        if name == "group" and asked:
            asked = groups_in(asked, known)
        if asked:
            check(name, asked, known)
            kept = [figure for figure in kept if value_of(figure) in asked]
    statuses = query.status or StatisticStatus.values
    return [figure for figure in kept if figure["status"] in statuses]


def check(name: str, asked: Iterable[Any], known: Collection[Any]) -> None:
    allowed = [str(value) for value in sorted(known)]
    for value in asked:
        if value not in known:
            raise bad_parameter(name, unknown(str(value), allowed), allowed)


def groups_in(text: str, known: Collection[str]) -> list[str]:
    """Split at the commas that do not belong to a name; the longest name first."""
    most = 1 + max((name.count(",") for name in known), default=0)
    words, found = text.split(","), []
    while words:
        names = [",".join(words[:length]) for length in range(most, 0, -1)]
        name = next((name for name in names if name in known), words[0])
        found.append(name)
        words = words[1 + name.count(",") :]
    return found


def ordered(figures: list[Figure], names: Iterable[str]) -> list[Figure]:
    """Return them in order of the columns, of which the first counts most."""
    for name in reversed(list(names)):
        key = KEYS[name.lstrip("-")]
        told = [figure for figure in figures if key(figure) is not None]
        untold = [figure for figure in figures if key(figure) is None]
        figures = [*sorted(told, key=key, reverse=name.startswith("-")), *untold]
    return figures
