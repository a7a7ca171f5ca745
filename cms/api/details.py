"""One published thing, in two queries: due, and its row."""

import json
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponseBase
from ninja.params.models import Path

from cms.publishing.models import Publication
from cms.publishing.registry import published_types

from .caching import Version, answer, dump, etag_of
from .field_grammar import Selection
from .fields import FieldPlans
from .freshness import fresh
from .parameters import MAX_ID
from .problems import gone
from .query import DetailQuery

Number = Annotated[int, Path(..., description="Its number, which it keeps for good.")]


def send_detail(
    request: HttpRequest, resource: str, object_id: int, query: DetailQuery
) -> HttpResponseBase:
    """Answer with the thing of this number, or say that it is gone or never was."""
    fresh(request, query)
    return send_row(request, row_of(resource, object_id), query.fields, resource)


def row_of(resource: str, object_id: int) -> Publication | None:
    if object_id > MAX_ID:
        return None
    rows = Publication.objects.of(resource).filter(object_id=object_id)
    return rows.defer("card", "search_text").first()


def send_row(
    request: HttpRequest,
    row: Publication | None,
    selection: Selection | None,
    resource: str,
    **headers: Any,
) -> HttpResponseBase:
    """Answer with what is asked for of a row; a tombstone becomes 404 or 410."""
    if row is None or not row.live:
        raise gone(row, resource.removesuffix("s"))
    content, etag = row.body, row.etag
    if selection and not selection.is_everything:
        content, etag = chosen(row, selection), etag_of(row.etag, selection.text)
    if row.locale:
        headers["Content-Language"] = row.locale
    version = Version(row.sequence, row.recorded_at, row.changes_at)
    return answer(request, content, etag=etag, version=version, headers=headers)


def chosen(row: Publication, selection: Selection) -> str:
    """Return the fields that a selection asks for, as JSON text."""
    types = [t for t in published_types(row.resource) if t.name == row.type]
    plans = FieldPlans(selection, types, "detail")
    return dump(plans.apply(row.type, json.loads(row.body)))
