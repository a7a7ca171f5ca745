"""A site whose file store does not answer says so, and asks to come back."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

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
        response = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        response["Retry-After"] = str(RETRY_SECONDS)
        add_never_cache_headers(response)
        return response
