"""The text of a document's file, page by page: /api/v2/documents/12/text/."""

from typing import Annotated, Any, Self

from django.http import HttpRequest, HttpResponseBase
from pydantic import BaseModel, Field, model_validator

from cms.publishing.models import PageText, Publication, Resource
from cms.publishing.reading import read_row
from cms.publishing.statements import fetch

from .answers import FAULTS
from .caching import Answer, dump
from .freshness import read_fresh
from .listing import Version
from .lists import etag_in
from .parameters import MAX_ID, WholeNumber
from .problems import BadRequestProblem, GoneProblem, Problem, gone
from .query import Limit, Query, alone, default_limit, max_offset

LOG, TEXTS = Publication._meta.db_table, PageText._meta.db_table
STATEMENT = (
    "SELECT log.sequence, "
    f"(SELECT COUNT(*) FROM {TEXTS} WHERE publication_id = log.id), "
    f"page.number, page.text FROM {LOG} log LEFT JOIN {TEXTS} page "
    "ON page.publication_id = log.id AND page.number > %s AND page.number <= %s "
    f"WHERE log.resource = '{Resource.DOCUMENTS}' AND log.object_id = %s AND log.live "
    "ORDER BY page.number"
)


class TextQuery(Query):
    """Which pages of a text are asked for: one, or some in their order."""

    page: Annotated[
        int | None,
        WholeNumber(1, lambda: MAX_ID),
        Field(
            description=(
                "Number of the page, slide or sheet, from 1; all of them in their "
                "order where it is left out. Not with `limit` or `offset`."
            ),
            examples=[1],
        ),
    ] = None
    limit: Limit = Field(default_factory=default_limit)
    offset: Annotated[
        int,
        WholeNumber(0, max_offset),
        Field(description="How many to pass over.", examples=[0]),
    ] = 0

    @model_validator(mode="after")
    def check_together(self) -> Self:
        """Refuse two ways to say which pages."""
        places = {
            "limit": self.limit != default_limit(),
            "offset": self.offset != 0,
        }
        for name, is_given in places.items():
            if self.page is not None and is_given:
                raise alone("page", name)
        return self

    @property
    def bounds(self) -> tuple[int, int]:
        """Return after which number the pages begin, and with which they end."""
        if self.page is not None:
            return self.page - 1, self.page
        return self.offset, self.offset + self.limit


class TextMeta(BaseModel):
    total_count: int = Field(
        ge=0, description="How many pages have a text; 0 where none was read."
    )


class TextPage(BaseModel):
    number: int = Field(description="Of the page, slide or sheet, from 1.")
    text: str


class DocumentText(BaseModel):
    meta: TextMeta
    items: list[TextPage]


ANSWERS: dict[int, Any] = {
    200: DocumentText,
    400: BadRequestProblem,
    404: Problem,
    410: GoneProblem,
    **FAULTS,
}


def send_text(
    request: HttpRequest, object_id: int, query: TextQuery
) -> HttpResponseBase:
    """Answer with pages of the text that a public document has now."""
    number = object_id if object_id <= MAX_ID else 0
    _, row = read_fresh(request, query, lambda: read_row(Resource.DOCUMENTS, number))
    if row is None or not row.live:
        raise gone(row, Resource.DOCUMENTS.label)
    answer = Answer(
        etag_in(request, Version(row.sequence, row.recorded_at)),
        row.sequence,
        row.recorded_at,
        row.changes_at,
        keys=f"{row.resource}-{row.object_id}",
        headers={"Content-Language": row.locale} if row.locale else {},
    )

    def content() -> str:
        rows = fetch(STATEMENT, (*query.bounds, number))
        if not rows:
            # Hidden a moment ago.
            raise gone(None, Resource.DOCUMENTS.label)
        if rows[0][0] != row.sequence:
            # Published in between: the content says what it shows.
            answer.etag = etag_in(request, Version(rows[0][0], None))
        pages = [
            {"number": page, "text": text}
            for _sequence, _total, page, text in rows
            if page is not None
        ]
        return dump({"meta": {"total_count": rows[0][1]}, "items": pages})

    return answer.respond(request, content)
