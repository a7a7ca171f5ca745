"""A site whose file store does not answer says so, and asks to come back."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from cms.error_pages import unavailable

from .stores import StoreError

logger = logging.getLogger(__name__)

RETRY_SECONDS = 30


class StoreMiddleware:
    """Answers 503 for a view that needed a file and could not get at the store."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, StoreError):
            return None
        logger.error("%s needed a file.", request.path, exc_info=exception)
        return unavailable(request, retry_after=RETRY_SECONDS, files=True)
