"""What was published and what is gone, in order: for whoever keeps a copy."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router

from cms.kept import asked as asked_in
from cms.publishing.reading import LogState
from cms.release import release

from .answers import changes_answers
from .caching import Answer, dump, etag_of
from .change_entries import entry, rows_after
from .cursors import ChangesCursor
from .freshness import fresh
from .keeping import Kept, keep, place_of, recall
from .problems import ProblemError, bad_parameter
from .query import ChangesQuery
from .responses import PROBLEM, header

router = Router(tags=["changes"])

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
    place = place_of(request, log.version)
    kept = recall(place)
    if kept is None:
        kept, last = told(request, cursor, query, log)
        if last > log.sequence:
            # Published in between: the answer is of another state than the one kept.
            return answer_of(kept, last).respond(request, lambda: kept.content)
        keep(place, kept)
    return answer_of(kept, log.sequence).respond(request, lambda: kept.content)


def answer_of(kept: Kept, sequence: int) -> Answer:
    return Answer(kept.etag, sequence, max_age=0, keys="changes", headers=kept.headers)


def told(
    request: HttpRequest, cursor: ChangesCursor, query: ChangesQuery, log: LogState
) -> tuple[Kept, int]:
    """Return what is told after a cursor, and the number of the last change in it."""
    rows = rows_after(cursor, query)
    sent, has_more = rows[: query.limit], len(rows) > query.limit
    # All up to the state that was seen before reading has been looked through, even
    # where none of it fits the filters.
    last = sent[-1].sequence if sent else cursor.sequence
    reached = last if has_more else max(last, log.sequence)
    following = str(ChangesCursor(reached, cursor.start, cursor.filters))
    meta = dump({"has_more": has_more, "next": following})
    # A row that changes gets another number, and in a restored database another moment.
    versions = (f"{row.sequence}.{row.recorded_at}" for row in sent)
    etag = etag_of(release(), asked_in(request), meta, *versions)
    entries = ",".join(entry(row, query.locale, query.rich_text) for row in sent)
    content = f'{{"meta":{meta},"items":[{entries}]}}'.encode()
    link = {"Link": f'<{address(request, query, following)}>; rel="next"'}
    return Kept(etag, content, link), last


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
