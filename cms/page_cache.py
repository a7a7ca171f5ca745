"""Pages for anonymous visitors, kept for as long as what they show stays the same.

All that such a page shows comes from the publication log. What shows one thing alone,
with the site around it, is kept until one of the two changes; anything else (a list,
the search) until something is published. How far they are is asked each time: there is
nothing to remove, and who has a page already is told so before it is rendered. What is
not in the log yet is not kept: no row would tell when it becomes private again.
See docs/decisions/0013-kept-under-the-state-of-the-log.md.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
)

from cms.kept import asked
from cms.publishing.clock import up_to_date
from cms.publishing.content import is_rendered_now, shown_alone
from cms.publishing.models import Resource
from cms.publishing.reading import LogState, read_version
from cms.release import release
from cms.response_cache import holds_with

# Not pages: files, which are sent in pieces, and what is for staff or programs.
ELSEWHERE = ("/api/", "/images/", "/media/", "/documents/file/", "/static/")
# A cache may keep a page, and asks each time whether it still holds.
ASK_AGAIN = "public, max-age=0, must-revalidate"
# A validator says which thing alone is shown: any process knows what to ask for.
NAMED = re.compile(rf'"({Resource.PAGES}|{Resource.DOCUMENTS})-([0-9]{{1,18}})-')

# Resource and number of the one thing that is shown, None for a page of many.
Shown = tuple[str, int] | None


@dataclass(frozen=True)
class Kept:
    """A page as it was rendered."""

    etag: str
    shown: Shown
    content: bytes
    headers: dict[str, str]


class PageCacheMiddleware:
    """Answers from what is kept, and keeps what was rendered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_public(request):
            return self.get_response(request)
        known = request.META.get("HTTP_IF_NONE_MATCH", "")
        kept: Kept | None = caches["answers"].get(place_of(request))
        shown = kept.shown if kept else shown_in(known)
        state, version = up_to_date(lambda: read_version(shown))
        etag = etag_of(request, shown, version)
        # Not `*`, which asks whether there is anything: that is not known yet.
        if etag in known:
            return described(HttpResponseNotModified(), etag, state)
        if kept and kept.etag == etag:
            return described(
                HttpResponse(kept.content, headers=kept.headers), etag, state
            )
        return self.render(request, state)

    def render(self, request: HttpRequest, state: LogState) -> HttpResponseBase:
        response = self.get_response(request)
        if not may_be_kept(response) or is_rendered_now(request):
            return response
        shown = shown_alone(request)
        after, version = read_version(shown)
        # What was published meanwhile may be in it, or not.
        if after != state:
            return response
        etag = etag_of(request, shown, version)
        kept = Kept(etag, shown, response.content, dict(response.headers))  # type: ignore[attr-defined]
        caches["answers"].set(place_of(request), kept)
        return described(response, etag, state)


def place_of(request: HttpRequest) -> str:
    """Return where the page of an address is kept."""
    return f"page-{sha256(asked(request).encode()).hexdigest()}"


def shown_in(known: str) -> Shown:
    """Return what is shown by a page that a visitor has, as its validator says."""
    found = NAMED.search(known)
    return (found[1], int(found[2])) if found else None


def etag_of(request: HttpRequest, shown: Shown, version: str) -> str:
    """Return the validator of what an address answers at a version of what it shows."""
    parts = (release(), version, asked(request))
    digest = sha256("\n".join(parts).encode()).hexdigest()[:32]
    return f'"{shown[0]}-{shown[1]}-{digest}"' if shown else f'"{digest}"'


def is_public(request: HttpRequest) -> bool:
    """Tell whether somebody asks for a page of whom nothing is known."""
    if settings.DEBUG or request.method not in ("GET", "HEAD"):
        return False
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return not request.path_info.startswith((settings.ADMIN_PATH, *ELSEWHERE))


def may_be_kept(response: HttpResponseBase) -> bool:
    """Tell whether a response is the same for all, and says nothing else itself."""
    return (
        response.status_code == HTTPStatus.OK
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("ETag")
    )


def described(
    response: HttpResponseBase, etag: str, state: LogState
) -> HttpResponseBase:
    """Add the validators of a page, and what a cache in between drops it with."""
    response["ETag"] = etag
    response["Cache-Control"] = ASK_AGAIN
    response["Content-Version"] = str(state.sequence)
    response["Surrogate-Key"] = response["Cache-Tag"] = "html"
    holds_with(response, state)
    return response
