"""Whole responses, sent again for as long as the publication log stays the same.

Whoever answers from the log alone says so with `holds_with`. Such a response is kept
with its headers, under all of a request that could make it another one, and is sent
again before Django hears of the request: what remains of its cost is one question, how
far the log is. After any change the next request goes the usual way, once.
See docs/decisions/0021-whole-responses-before-django.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import Error
from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone

from cms.compression import chosen
from cms.publishing.reading import LogState, read_state

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
WSGIApplication = Callable[[Environ, StartResponse], Iterable[bytes]]

# The attribute of a response that tells with what it holds.
HOLDS = "holds_with"
# What of a request a response may follow from, beside the encoding that is accepted.
DIFFERS = (
    *("REQUEST_METHOD", "wsgi.url_scheme", "SERVER_NAME", "SERVER_PORT"),
    *("HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT"),
    *("HTTP_X_FORWARDED_PROTO", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"),
    "HTTP_IF_NONE_MATCH",
)
# Whoever sends one of these is somebody, or asks for what is seldom asked for.
UNUSUAL = (
    *("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_IF_RANGE"),
    *("HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE"),
    # For scripts, Wagtail may render a page by another template.
    "HTTP_X_REQUESTED_WITH",
)
VARIES_BY = frozenset({"accept-encoding", "cookie"})


@dataclass(frozen=True)
class Holds:
    """A state of the log, and the moment until which it says all."""

    state: LogState
    until: datetime | None

    def still(self) -> bool:
        """Tell whether it is so now: one query."""
        return not self.is_over() and self.state == present_state()

    def is_over(self) -> bool:
        return self.until is not None and self.until <= timezone.now()


@dataclass(frozen=True)
class Kept:
    """A response as it was sent."""

    holds: Holds
    status: str
    headers: list[tuple[str, str]]
    content: bytes


def holds_with(
    response: HttpResponseBase, state: LogState, until: datetime | None = None
) -> None:
    """Say that a response follows from a request and a state of the log alone.

    `until` is the moment from which on its headers would be others.
    """
    setattr(response, HOLDS, Holds(state, until))


class ResponseCache:
    """A WSGI application before that of Django."""

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application
        self.kept = caches["answers"]

    def __call__(
        self, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        place = place_of(environ)
        if place is None:
            return self.application(environ, start_response)
        kept: Kept | None = self.kept.get(place)
        if kept is not None and kept.holds.still():
            start_response(kept.status, [*kept.headers])
            return [kept.content]
        response = self.application(environ, start_response)
        if isinstance(response, HttpResponse) and may_be_kept(environ, response):
            status = f"{response.status_code} {response.reason_phrase}"
            holds, headers = getattr(response, HOLDS), list(response.items())
            self.kept.set(place, Kept(holds, status, headers, response.content))
        return response


def place_of(environ: Environ) -> str | None:
    """Return where the response to a request is kept, None where it never is."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or settings.DEBUG:
        return None
    if any(environ.get(name) for name in UNUSUAL):
        return None
    # As Python writes it, quoted: a path may have any sign in it.
    asked = [environ.get(name) for name in DIFFERS]
    encoding = chosen(environ.get("HTTP_ACCEPT_ENCODING", ""))
    return f"response-{sha256(repr((encoding, asked)).encode()).hexdigest()}"


def present_state() -> LogState | None:
    """Return how far the log is, None where a change is due or it cannot be read.

    Then Django is asked, which publishes what is due and says what is wrong.
    """
    try:
        state = read_state()
    except Error:
        return None
    return None if state.is_due else state


def may_be_kept(environ: Environ, response: HttpResponse) -> bool:
    """Tell whether a response says with what it holds, and is the same for all.

    To whoever has it, 304 is the answer: validators that fit nothing are without end.
    """
    holds: Holds | None = getattr(response, HOLDS, None)
    if holds is None or response.cookies or holds.is_over():
        return False
    varies = response.get("Vary", "").lower().replace(",", " ").split()
    status = 304 if environ.get("HTTP_IF_NONE_MATCH") else 200
    return response.status_code == status and VARIES_BY.issuperset(varies)
