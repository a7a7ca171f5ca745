"""A list of published things, in two queries: how far the log is, and which things.

The validator of an answer is made from the last change of the resource and from the
query, so that whoever has the answer is told so before the list is read.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from cms.kept import asked
from cms.publishing.statements import moment
from cms.release import release

from .caching import JSON, Answer, dump, etag_of
from .csv_format import CSV, csv_text, file_headers
from .freshness import read_fresh
from .keeping import Kept, keep, place_of, recall
from .listing import Listing, Page, Version
from .query import ListQuery


def send_list(
    request: HttpRequest, resource: str, query: ListQuery
) -> HttpResponseBase:
    """Answer with the things that a query asks for."""
    listing = Listing(resource, query)
    state, version = read_fresh(request, query, listing.read_version)
    answer = Answer(
        etag_in(request, version),
        state.sequence,
        moment(version.recorded_at),
        state.changes_at,
        keys=resource,
        media_type=CSV if query.format == "csv" else JSON,
        headers=headers_of(resource, query),
    )

    def content() -> bytes:
        place = place_of(request, str(version))
        kept = recall(place)
        if kept is None:
            kept = made(request, listing, version)
            keep(place, kept)
        answer.etag = kept.etag
        answer.headers |= kept.headers
        return kept.content

    return answer.respond(request, content)


def made(request: HttpRequest, listing: Listing, version: Version) -> Kept:
    """Return the content of a list.

    Something may have been published since the version was read; then it has another
    validator, for the content says what it shows.
    """
    page = listing.read_page(version)
    in_table = listing.query.format == "csv"
    text = csv_text(listing.columns(), page.items()) if in_table else json_of(page)
    etag = etag_in(request, page.version)
    return Kept(etag, text.encode(), links_of(request, page))


def etag_in(request: HttpRequest, version: Version) -> str:
    """Return the validator of what an address answers at a version."""
    return etag_of(release(), str(version), asked(request))


def headers_of(resource: str, query: ListQuery) -> dict[str, str]:
    headers = {}
    if locale := getattr(query, "locale", None):
        headers["Content-Language"] = locale
    if query.format == "csv":
        headers |= file_headers(resource)
    return headers


def links_of(request: HttpRequest, page: Page) -> dict[str, str]:
    """Return the addresses of the pages before and after this one, as a header."""
    cursors = {"prev": page.previous, "next": page.next}
    found = {rel: {"cursor": cursor} for rel, cursor in cursors.items() if cursor}
    return links_to(request, found)


def links_to(
    request: HttpRequest, places: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return a header with the addresses of other pages of a list, by relation.

    Of each page there are the parameters that say where in the list it begins.
    """
    links = [
        f'<{address_of(request, place)}>; rel="{rel}"' for rel, place in places.items()
    ]
    return {"Link": ", ".join(links)} if links else {}


def address_of(request: HttpRequest, place: Mapping[str, str]) -> str:
    """Return the address of another page of the list that a request asks for."""
    query = request.GET.copy()
    query.pop("offset", None)
    for name, value in place.items():
        query[name] = value
    return request.build_absolute_uri(f"{request.path}?{query.urlencode(safe=',*()')}")


def json_of(page: Page) -> str:
    """Return the list as JSON text, in which items stand as they are stored."""
    meta: dict[str, Any] = {
        "total_count": page.total,
        "next": page.next,
        "previous": page.previous,
    }
    if page.missing is not None:
        meta["missing"] = page.missing
    return f'{{"meta":{dump(meta)},"items":[{",".join(page.texts)}]}}'
