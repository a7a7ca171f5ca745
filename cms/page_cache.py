"""Pages for anonymous visitors, kept for as long as nothing is published.

All that such a page shows comes from the publication log. It is kept under its address
and the state of the log, so that there is nothing to remove, and who has it already is
told so before it is rendered (docs/decisions/0013-kept-under-the-state-of-the-log.md).
"""

from collections.abc import Callable
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

from cms.publishing.clock import catch_up
from cms.publishing.reading import LogState, read_state
from cms.release import release

# Not pages: files, which are sent in pieces, and what is for staff or programs.
ELSEWHERE = ("/api/", "/images/", "/media/", "/documents/file/", "/static/")
# A cache may keep a page, and asks each time whether it still holds.
ASK_AGAIN = "public, max-age=0, must-revalidate"


class PageCacheMiddleware:
    """Answers from what is kept, and keeps what was rendered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_public(request):
            return self.get_response(request)
        state = catch_up()
        key = key_of(request, state)
        etag = f'"{key}"'
        # Not `*`, which asks whether there is anything: that is not known yet.
        if etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            return described(HttpResponseNotModified(), etag, state)
        kept = caches["answers"].get(f"page-{key}")
        if kept is not None:
            content, headers = kept
            return HttpResponse(content, headers=headers)
        return self.render(request, key, state)

    def render(
        self, request: HttpRequest, key: str, state: LogState
    ) -> HttpResponseBase:
        response = self.get_response(request)
        # What was published meanwhile may be in it, or not.
        if not may_be_kept(response) or read_state() != state:
            return response
        described(response, f'"{key}"', state)
        kept = (response.content, dict(response.headers))  # type: ignore[attr-defined]
        caches["answers"].set(f"page-{key}", kept)
        return response


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


def key_of(request: HttpRequest, state: LogState) -> str:
    """Return the validator of what an address answers at a state of the log."""
    parts = (release(), state.version, request.build_absolute_uri())
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


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
    return response
