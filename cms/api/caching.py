"""How long an answer holds, and how a client asks whether it still does."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from math import floor
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from .problems import ProblemError

# Django's 304 keeps the validators; these belong to it as well.
KEPT = ("Content-Version", "Content-Language", "Link")


@dataclass(frozen=True)
class Version:
    """Which state of the log an answer shows, and until when it can be true."""

    sequence: int
    modified_at: datetime | None
    changes_at: datetime | None


def etag_of(*parts: str) -> str:
    """Return the validator of what is made from these texts alone."""
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def seconds_to_keep(changes_at: datetime | None) -> int:
    """Return for how long an answer may be used without asking again."""
    most = int(settings.API_MAX_AGE)
    if changes_at is None:
        return most
    left = floor((changes_at - timezone.now()).total_seconds())
    return max(0, min(most, left))


def answer(
    request: HttpRequest,
    content: str,
    *,
    etag: str,
    version: Version,
    headers: dict[str, Any] | None = None,
    max_age: int | None = None,
) -> HttpResponseBase:
    """Send JSON text with its validators, or 304 to whoever has it already."""
    response = HttpResponse(
        content, content_type="application/json", headers=headers or {}
    )
    quoted = f'"{etag}"'
    response["ETag"] = quoted
    response["Content-Version"] = str(version.sequence)
    if max_age is None:
        max_age = seconds_to_keep(version.changes_at)
    response["Cache-Control"] = f"public, max-age={max_age}"
    modified = None
    if version.modified_at:
        modified = int(version.modified_at.timestamp())
        response["Last-Modified"] = http_date(modified)
    return conditional(request, response, quoted, modified)


def conditional(
    request: HttpRequest, response: HttpResponse, etag: str, modified: int | None
) -> HttpResponseBase:
    """Return 304 where the client's validators fit, and else the response."""
    chosen = get_conditional_response(request, etag, modified, response)
    if chosen is None or chosen is response:
        return response
    if chosen.status_code == HTTPStatus.PRECONDITION_FAILED:
        message = "What you have is not what is here now."
        raise ProblemError(HTTPStatus.PRECONDITION_FAILED, message)
    for name in KEPT:
        if name in response:
            chosen[name] = response[name]
    return chosen


def dump(value: Any) -> str:
    """Return compact JSON, as the log has it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
