"""One published thing, in one query."""

import json
from collections.abc import Callable
from typing import Annotated

from django.http import HttpRequest, HttpResponseBase
from ninja.params.models import Path

from cms.publishing.models import Resource
from cms.publishing.reading import LogState, Row, read_row
from cms.publishing.registry import published_types
from cms.release import release

from .caching import Answer, dump, etag_of, known_etag
from .fields import FieldPlans
from .freshness import read_fresh
from .parameters import MAX_ID
from .problems import gone
from .query import DetailQuery
from .rich_text import Form, with_trees

Number = Annotated[int, Path(..., description="Its number, which it keeps for good.")]
# Reads a row, without its body where the ETag is the given one.
Reader = Callable[[str], tuple[LogState, Row | None]]


def send_detail(
    request: HttpRequest, resource: str, object_id: int, query: DetailQuery
) -> HttpResponseBase:
    """Answer with the thing of this number, or say that it is gone or never was."""
    number = object_id if object_id <= MAX_ID else 0
    row = read_one(request, query, lambda known: read_row(resource, number, known))
    return send_row(request, row, query, resource)


def read_one(request: HttpRequest, query: DetailQuery, read: Reader) -> Row | None:
    """Return a row that is not late; without its body where the client has it."""
    known = "" if is_made_anew(query) else known_etag(request)
    _, row = read_fresh(request, query, lambda: read(known))
    return row


def is_made_anew(query: DetailQuery) -> bool:
    """Tell whether something else is sent than what is stored."""
    chooses = query.fields is not None and not query.fields.is_everything
    return chooses or form_of(query) == "tree"


def form_of(query: DetailQuery) -> Form:
    """Return the form of rich text; what has none has no parameter for it."""
    form: Form = getattr(query, "rich_text", "html")
    return form


def send_row(
    request: HttpRequest,
    row: Row | None,
    query: DetailQuery,
    resource: str,
    **headers: str,
) -> HttpResponseBase:
    """Answer with what is asked for of a row; a tombstone becomes 404 or 410."""
    if row is None or not row.live:
        raise gone(row, Resource(resource).label)
    if row.locale:
        headers["Content-Language"] = row.locale
    answer = Answer(
        row.etag,
        row.sequence,
        row.recorded_at,
        row.changes_at,
        keys=f"{row.resource}-{row.object_id}",
        headers=headers,
    )
    if not is_made_anew(query):
        return answer.respond(request, lambda: row.body)
    content = made_anew(row, query)
    asked = query.fields.text if query.fields else ""
    answer.etag = etag_of(release(), row.etag, asked, form_of(query))
    return answer.respond(request, lambda: content)


def made_anew(row: Row, query: DetailQuery) -> str:
    """Return what a query asks for of a row, as JSON text."""
    value = json.loads(row.body)
    if form_of(query) == "tree":
        # Before anything is cut: what a block is, its type tells.
        value = with_trees(row.type, value)
    if query.fields:
        types = [t for t in published_types(row.resource) if t.name == row.type]
        value = FieldPlans(query.fields, types, "detail").apply(row.type, value)
    return dump(value)
