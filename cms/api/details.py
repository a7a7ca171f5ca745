"""One published thing, in one query."""

import json
from collections.abc import Callable
from typing import Annotated

from django.http import HttpRequest, HttpResponseBase
from ninja.params.models import Path

from cms.publishing.reading import LogState, Row, read_row
from cms.publishing.registry import published_types

from .caching import Answer, dump, etag_of, known_etag
from .field_grammar import Selection
from .fields import FieldPlans
from .freshness import read_fresh
from .parameters import MAX_ID
from .problems import gone
from .query import DetailQuery

Number = Annotated[int, Path(..., description="Its number, which it keeps for good.")]
# Reads a row, without its body where the ETag is the given one.
Reader = Callable[[str], tuple[LogState, Row | None]]


def send_detail(
    request: HttpRequest, resource: str, object_id: int, query: DetailQuery
) -> HttpResponseBase:
    """Answer with the thing of this number, or say that it is gone or never was."""
    number = object_id if object_id <= MAX_ID else 0
    row = read_one(request, query, lambda known: read_row(resource, number, known))
    return send_row(request, row, query.fields, resource)


def read_one(request: HttpRequest, query: DetailQuery, read: Reader) -> Row | None:
    """Return a row that is not late; without its body where the client has it."""
    known = "" if is_selective(query.fields) else known_etag(request)
    _, row = read_fresh(request, query, lambda: read(known))
    return row


def is_selective(selection: Selection | None) -> bool:
    return selection is not None and not selection.is_everything


def send_row(
    request: HttpRequest,
    row: Row | None,
    selection: Selection | None,
    resource: str,
    **headers: str,
) -> HttpResponseBase:
    """Answer with what is asked for of a row; a tombstone becomes 404 or 410."""
    if row is None or not row.live:
        raise gone(row, resource.removesuffix("s"))
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
    if selection is None or not is_selective(selection):
        return answer.respond(request, lambda: row.body)
    content = chosen(row, selection)
    answer.etag = etag_of(row.etag, selection.text)
    return answer.respond(request, lambda: content)


def chosen(row: Row, selection: Selection) -> str:
    """Return the fields that a selection asks for, as JSON text."""
    types = [t for t in published_types(row.resource) if t.name == row.type]
    plans = FieldPlans(selection, types, "detail")
    return dump(plans.apply(row.type, json.loads(row.body)))
