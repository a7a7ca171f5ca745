"""The statistics of all program years as one table: /api/v2/impact/."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router
from pydantic import BaseModel, Field

from cms.api.answers import FAULTS
from cms.api.caching import JSON, Answer, dump
from cms.api.csv_format import CSV, columns_of, csv_text, file_headers
from cms.api.freshness import read_fresh
from cms.api.listing import Version, read_version
from cms.api.lists import etag_in, links_to
from cms.api.problems import BadRequestProblem
from cms.api.query import default_limit, max_offset
from cms.api.responses import header
from cms.publishing.models import Resource
from cms.publishing.statements import moment

from .figure_query import ImpactQuery, chosen, ordered
from .figure_rows import Figure, figures_of, read_years

router = Router(tags=["impact"])

FILE_NAME = "impact"
CSV_EXAMPLE = (
    '\ufeffprogramme_year,label,…\r\n"2014-15","Children served in summer",…\r\n'
)
AS_CSV = {
    "headers": {"Content-Disposition": header("The name of the CSV file.")},
    "content": {"text/csv": {"schema": {"type": "string"}, "example": CSV_EXAMPLE}},
}


# The year first, as one reads a table.
COLUMNS = sorted(columns_of((Figure, None)), key=lambda name: name != "programme_year")


class FigureListMeta(BaseModel):
    total_count: int = Field(ge=0, description="How many there are without a limit.")
    next: int | None = Field(description="The `offset` of the page after this one.")
    previous: int | None = Field(description="The `offset` of the page before.")


class FigureList(BaseModel):
    meta: FigureListMeta
    items: list[Figure]


@router.get(
    "/",
    response={200: FigureList, 400: BadRequestProblem, **FAULTS},
    operation_id="listFigures",
    summary="List statistics",
    description=(
        "The statistics of all program years, each with its measure, period and "
        "source, as JSON or as a table for spreadsheets. Where there is no figure, "
        "`value` is null or empty, and `status` and `reason` say why."
    ),
    openapi_extra={"responses": {200: AS_CSV}},
)
def list_figures(request: HttpRequest, query: Query[ImpactQuery]) -> HttpResponseBase:
    locale = query.locale or settings.LANGUAGE_CODE
    state, version = read_fresh(request, query, lambda: read_version(Resource.PAGES))
    in_file = query.format == "csv"
    answer = Answer(
        etag_in(request, version),
        state.sequence,
        moment(version.recorded_at),
        state.changes_at,
        keys=Resource.PAGES,
        media_type=CSV if in_file else JSON,
        headers={"Content-Language": locale}
        | (file_headers(FILE_NAME) if in_file else {}),
    )

    def content() -> str:
        rows = read_years(locale)
        if rows and rows[0][0] != version.sequence:
            # Published in between: the content says what it shows.
            answer.etag = etag_in(request, Version(rows[0][0], None))
        found = chosen(figures_of(body for _sequence, body in rows), query)
        part = Part(ordered(found, query.order), query)
        answer.headers |= links_to(request, part.neighbors)
        return csv_text(COLUMNS, part.items) if in_file else dump(part.content)

    return answer.respond(request, content)


class Part:
    """The part that is asked for; a file has all, unless a limit is given."""

    def __init__(self, found: list[dict[str, Any]], query: ImpactQuery) -> None:
        in_file = query.format == "csv"
        self.total = len(found)
        self.start = query.offset
        self.limit = query.limit or (self.total if in_file else default_limit())
        self.items = found[self.start : self.start + self.limit]

    @property
    def next(self) -> int | None:
        end = self.start + self.limit
        return end if end < self.total and end <= max_offset() else None

    @property
    def previous(self) -> int | None:
        return max(0, self.start - self.limit) if self.start else None

    @property
    def neighbors(self) -> dict[str, dict[str, str]]:
        """Return the parameters of the pages before and after this one."""
        offsets = {"prev": self.previous, "next": self.next}
        return {rel: {"offset": str(n)} for rel, n in offsets.items() if n is not None}

    @property
    def content(self) -> dict[str, Any]:
        meta = {"total_count": self.total, "next": self.next, "previous": self.previous}
        return {"meta": meta, "items": self.items}
