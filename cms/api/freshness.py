"""No answer is late, or older than what its reader knows of."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest

from cms.publishing.clock import LogState, catch_up

from .problems import CONTENT_VERSION, ProblemError
from .query import Query


def fresh(request: HttpRequest, query: Query) -> LogState:
    """Publish what is due, and return how far the log is: one query.

    Whatever goes wrong afterwards is told with that number. Raises a problem where
    the log is older than the query allows.
    """
    log = catch_up()
    setattr(request, CONTENT_VERSION, log.sequence)
    if log.sequence < query.min_version:
        raise ProblemError(
            HTTPStatus.SERVICE_UNAVAILABLE,
            f"Version {query.min_version} is asked for; here is {log.sequence}.",
            headers={"Retry-After": str(settings.API_RETRY_AFTER)},
        )
    return log
