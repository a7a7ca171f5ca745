"""What was published and what is gone, in order: for whoever keeps a copy."""

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router

from cms.publishing.models import (
    SILENT_REASONS,
    Publication,
    PublicationQuerySet,
)
from cms.publishing.reading import LogState

from .answers import MOVED, changes_answers
from .caching import Answer, dump, etag_of
from .cursors import ChangesCursor
from .freshness import fresh
from .openapi import PROBLEM, header
from .problems import ProblemError, bad_parameter
from .query import ChangesQuery
from .rich_text import Form, with_trees

router = Router(tags=["changes"])

COLUMNS = (
    *("sequence", "resource", "object_id", "type", "locale", "live", "path"),
    *("old_path", "old_locale", "reason", "recorded_at", "body"),
)
STALE = "The cursor is older than what is kept of things that are gone. Begin anew."
STALE_EXAMPLE = {
    **PROBLEM,
    "title": "Gone",
    "status": 410,
    "detail": STALE,
    "start": "https://results.example.org/api/v2/changes/",
}


@router.get(
    "/",
    response=changes_answers(),
    operation_id="listChanges",
    summary="Follow the changes",
    description=(
        "Without a cursor, all that is public; then, with `next` of each answer as the "
        "cursor of the next call, what was published and what is gone since. Each "
        "thing stands where it was last changed. Filters keep the tombstones of what "
        "they fit."
    ),
    openapi_extra={
        "responses": {
            200: {"headers": {"Link": header('The next call, as `rel="next"`.')}},
            410: {"content": {"application/json": {"example": STALE_EXAMPLE}}},
        }
    },
)
def list_changes(request: HttpRequest, query: Query[ChangesQuery]) -> HttpResponseBase:
    log = fresh(request, query)
    cursor = query.cursor or ChangesCursor(0, log.sequence, filters_of(query))
    check(request, cursor, query, log)
    rows = list(rows_after(cursor, query)[: query.limit + 1])
    sent, has_more = rows[: query.limit], len(rows) > query.limit
    # All up to the state that was seen before reading has been looked through, even
    # where none of it fits the filters.
    last = sent[-1].sequence if sent else cursor.sequence
    reached = last if has_more else max(last, log.sequence)
    following = str(ChangesCursor(reached, cursor.start, cursor.filters))
    meta = dump({"has_more": has_more, "next": following})
    entries = ",".join(entry(row, query.locale, query.rich_text) for row in sent)
    content = f'{{"meta":{meta},"items":[{entries}]}}'
    answer = Answer(
        etag_of(content),
        max(log.sequence, last),
        max_age=0,
        keys="changes",
        headers={"Link": f'<{address(request, query, following)}>; rel="next"'},
    )
    return answer.respond(request, lambda: content)


def check(
    request: HttpRequest, cursor: ChangesCursor, query: ChangesQuery, log: LogState
) -> None:
    """Raise a problem where there is no going on from a cursor."""
    if cursor.filters != filters_of(query):
        raise bad_parameter("cursor", "belongs to a query with other filters")
    told_from = max(cursor.sequence, cursor.start)
    # A log that is behind its own cursors was put back to an older state.
    if told_from < log.pruned_through or told_from > log.sequence:
        raise ProblemError(HTTPStatus.GONE, STALE, start=address(request, query))


def asked(query: ChangesQuery) -> dict[str, str]:
    """Return the filters of a query, in one way of writing them."""
    types = [published.name for published in query.type or ()]
    values = {
        "resource": ",".join(sorted(query.resource or ())),
        "type": ",".join(sorted(types)),
        "locale": query.locale or "",
    }
    return {name: value for name, value in values.items() if value}


def filters_of(query: ChangesQuery) -> str:
    return etag_of(dump(asked(query)))[:8]


def address(request: HttpRequest, query: ChangesQuery, cursor: str = "") -> str:
    """Return where the changes go on, or where they begin."""
    parameters = asked(query) | {"limit": str(query.limit)}
    if query.rich_text != "html":
        parameters["rich_text"] = query.rich_text
    if cursor:
        parameters["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{urlencode(parameters)}")


def rows_after(cursor: ChangesCursor, query: ChangesQuery) -> PublicationQuerySet:
    rows = Publication.objects.after(cursor.sequence)
    if cursor.sequence < cursor.start:
        rows = rows.filter(Q(live=True) | Q(sequence__gt=cursor.start))
    if query.resource:
        rows = rows.filter(resource__in=query.resource)
    if query.type:
        rows = rows.filter(type__in=[published.name for published in query.type])
    if query.locale:
        left = Q(old_locale=query.locale, sequence__gt=cursor.start)
        rows = rows.filter(Q(locale=query.locale) | left)
    return rows.only(*COLUMNS)


def entry(row: Publication, locale: str | None, form: Form = "html") -> str:
    """Return as JSON text what is told of a row to who follows one language, or all."""
    has_left = locale not in (None, row.locale)
    about = {
        "sequence": row.sequence,
        "resource": row.resource,
        "id": row.object_id,
        "type": row.type,
        "locale": row.locale,
        "live": row.live and not has_left,
    }
    if not about["live"]:
        return dump(about | farewell(row))
    about |= {"path": row.path or None, "moved_from": row.old_path or None}
    body = row.body
    if form == "tree":
        body = dump(with_trees(row.type, json.loads(body)))
    return f'{dump(about)[:-1]},"item":{body}}}'


def farewell(row: Publication) -> dict[str, Any]:
    """Return what is told of a tombstone alone."""
    silent = row.reason in SILENT_REASONS
    return {
        "reason": row.reason or MOVED,
        "path": None if silent else row.path or row.old_path or None,
        "gone_at": row.recorded_at.isoformat().replace("+00:00", "Z"),
    }
