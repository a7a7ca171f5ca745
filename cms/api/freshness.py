"""No answer is late, or older than what its reader knows of."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest

from cms.publishing.clock import up_to_date
from cms.publishing.reading import LogState, read_state

from .problems import LOG_STATE, ProblemError
from .query import Query

T = TypeVar("T")


def fresh(request: HttpRequest, query: Query) -> LogState:
    """Publish what is due, and return how far the log is: one query."""
    state, _ = read_fresh(request, query, lambda: (read_state(), None))
    return state


def read_fresh(
    request: HttpRequest, query: Query, read: Callable[[], tuple[LogState, T]]
) -> tuple[LogState, T]:
    """Return what is read together with the state of the log: one query."""
    state, found = up_to_date(read)
    check(request, query, state)
    return state, found


def check(request: HttpRequest, query: Query, state: LogState) -> None:
    """Note the state, with which whatever goes wrong afterwards is told.

    Raises a problem where the log is older than the query allows.
    """
    setattr(request, LOG_STATE, state)
    if state.sequence < query.min_version:
        raise ProblemError(
            HTTPStatus.SERVICE_UNAVAILABLE,
            f"Version {query.min_version} is asked for; here is {state.sequence}.",
            headers={"Retry-After": str(settings.API_RETRY_AFTER)},
        )
