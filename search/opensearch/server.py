"""The server: where it is, asking it, and what is done while it does not answer.

Wagtail's backend (modelsearch) makes the connection, the index and its alias. What is
in the index, and what is asked of it, is ours: Wagtail's are made of models and their
fields, one index for each, and know of no log.
"""

import logging
import time
from functools import lru_cache
from typing import Any
from urllib.parse import ParseResult, unquote, urlsplit

from django.conf import settings
from modelsearch.backends.opensearch3 import OpenSearch3SearchBackend
from opensearchpy.exceptions import OpenSearchException

from cms.publishing.models import Counter

from .mapping import INDEX
from .queries import Json

logger = logging.getLogger(__name__)

# Seconds: how long a reader waits for the server, and a writer; and for how long it is
# not asked after it has not answered.
READING, WRITING, REST = 2, 60, 10
# Up to which sequence of the log the index was written, told with each answer.
READ = {"read": {"global": {}, "aggs": {"through": {"max": {"field": "read_through"}}}}}


class LogBackend(OpenSearch3SearchBackend):
    """Wagtail's connection to an OpenSearch server, with an index of the log."""

    settings = INDEX

    def _get_host_config_from_url(self, url: ParseResult) -> Json:
        config: Json = super()._get_host_config_from_url(url)
        if config["http_auth"]:
            config["http_auth"] = tuple(map(unquote, config["http_auth"]))
        return config


@lru_cache
def backend_at(url: str, seconds: int) -> LogBackend:
    options = {"max_retries": 0}
    return LogBackend({"URLS": [url], "TIMEOUT": seconds, "OPTIONS": options})


def backend(seconds: int = WRITING) -> LogBackend:
    return backend_at(settings.OPENSEARCH_URL, seconds)


def place() -> str:
    """Return where the server is, without the password."""
    found = urlsplit(settings.OPENSEARCH_URL)
    port = f":{found.port}" if found.port else ""
    return f"{found.scheme}://{found.hostname}{port}"


class Rest:
    """Tells whether the server is left alone, because it did not answer just now."""

    until = 0.0

    def begin(self) -> None:
        self.until = time.monotonic() + REST

    def end(self) -> None:
        self.until = 0.0

    def __bool__(self) -> bool:
        return time.monotonic() < self.until


rest = Rest()


def ask(body: Json) -> list[Json] | None:
    """Return the hits of a search, or None where the database must answer.

    That is where the server is away, answers in part, or has not read all of the log.
    """
    if rest:
        return None
    try:
        answer = backend(READING).es.search(
            index=settings.OPENSEARCH_INDEX, body={**body, "aggs": READ}
        )
        hits, through = told(answer)
    except (OpenSearchException, LookupError, TypeError) as error:
        rest.begin()
        logger.warning("%s did not answer a search: %s", place(), reason(error))
        return None
    return hits if through == log_sequence() else None


def told(answer: Any) -> tuple[list[Json], int | None]:
    """Return hits, and how far the index is; LookupError where they are not all."""
    if answer["timed_out"] or answer["_shards"]["failed"]:
        raise LookupError("a part of the index did not answer")
    hits: list[Json] = answer["hits"]["hits"]
    return hits, answer["aggregations"]["read"]["through"]["value"]


def reason(error: Exception) -> str:
    """Return what went wrong, without what was asked: that is the visitor's."""
    status = getattr(error, "status_code", "")
    return f"{type(error).__name__} {status}".strip()


def log_sequence() -> int:
    return Counter.objects.values_list("sequence", flat=True).get()
