"""How long an answer holds, and how a client asks whether it still does."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from http import HTTPStatus
from math import floor
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from cms.response_cache import holds_with

from .problems import LOG_STATE, ProblemError

JSON = "application/json"
# So long may more be published within the second of a change.
UNSURE = timedelta(seconds=2)


@dataclass
class Answer:
    """What an answer says of itself, whether its content is sent or not.

    `sequence` is the state of the log that it shows, `changes_at` the moment until
    which it can be true, and `keys` name what a cache in between has to drop it with.
    """

    etag: str
    sequence: int
    modified_at: datetime | None = None
    changes_at: datetime | None = None
    max_age: int | None = None
    keys: str = ""
    media_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    # Whether the view counts who asks: then it must hear of each request.
    is_counted: bool = False

    def respond(
        self, request: HttpRequest, content: Callable[[], str | bytes]
    ) -> HttpResponseBase:
        """Send the content, or 304 to whoever has it already, without making it."""
        modified = self.modified
        found = get_conditional_response(request, f'"{self.etag}"', modified)
        if found is not None and found.status_code == HTTPStatus.PRECONDITION_FAILED:
            message = "What you have is not what is here now."
            raise ProblemError(HTTPStatus.PRECONDITION_FAILED, message)
        response = found or HttpResponse(content(), content_type=self.media_type)
        self.describe(response, modified)
        if not self.is_counted:
            until = self.steady_until(modified)
            holds_with(response, getattr(request, LOG_STATE), until)
        return response

    @property
    def modified(self) -> int | None:
        """Return the second of the last change, once it is over.

        Until then it may change again within that second, unseen by who asks whether
        it was modified since.
        """
        if self.modified_at is None or timezone.now() < self.modified_at + UNSURE:
            return None
        return int(self.modified_at.timestamp())

    def describe(self, response: HttpResponseBase, modified: int | None) -> None:
        headers = response.headers
        headers["ETag"] = f'"{self.etag}"'
        headers["Content-Version"] = str(self.sequence)
        headers["Cache-Control"] = f"public, max-age={self.seconds_to_keep()}"
        if modified is not None:
            headers["Last-Modified"] = http_date(modified)
        if self.keys:
            # WSGI takes no subclass of `str`, such as the name of a resource.
            headers["Surrogate-Key"] = str(self.keys)
            headers["Cache-Tag"] = self.keys.replace(" ", ",")
        for name, value in self.headers.items():
            headers[name] = value

    def seconds_to_keep(self) -> int:
        """Return for how long the answer may be used without asking again."""
        if self.changes_at is None:
            return self.most_seconds
        left = floor((self.changes_at - timezone.now()).total_seconds())
        return max(0, min(self.most_seconds, left))

    @property
    def most_seconds(self) -> int:
        return settings.API_MAX_AGE if self.max_age is None else self.max_age

    def steady_until(self, modified: int | None) -> datetime | None:
        """Return until when the headers stay as they are, None where that is for good.

        They tell a date once it is sure, and less and less time before a known change.
        """
        moments = []
        if self.modified_at and modified is None:
            moments.append(self.modified_at + UNSURE)
        if self.changes_at:
            moments.append(self.changes_at - timedelta(seconds=self.most_seconds))
        return min(moments, default=None)


def etag_of(*parts: str) -> str:
    """Return the validator of what is made from these texts alone."""
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def known_etag(request: HttpRequest) -> str:
    """Return the one validator that a client says it has; empty where it is another."""
    given: str = request.META.get("HTTP_IF_NONE_MATCH", "").strip()
    return given[1:-1] if given.startswith('"') and given.count('"') == 2 else ""


def dump(value: Any) -> str:
    """Return compact JSON, as the log has it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
