"""The API's short way: its answers need no session, user, language or cookie."""

from collections.abc import Callable
from functools import cached_property
from http import HTTPStatus

from django.core.exceptions import DisallowedHost, ImproperlyConfigured
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, URLResolver, get_resolver

from .problems import ProblemError, problem_response
from .read_only import IS_DIRECT, NAMESPACE, cors


class DirectMiddleware:
    """Answers what asks the API, past the middleware that follows.

    Addresses that are none, and the pages of its documentation, go the usual way.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(self.path):
            return self.get_response(request)
        try:
            match = self.resolver.resolve(request.path_info[1:])
        except Resolver404:
            return self.get_response(request)
        if not getattr(match.func, IS_DIRECT, False):
            return self.get_response(request)
        try:
            request.get_host()
        except DisallowedHost:
            error = ProblemError(HTTPStatus.BAD_REQUEST, "This is no host of the site.")
            return cors(problem_response(request, error))
        response: HttpResponseBase = match.func(request, **match.kwargs)
        return response

    @cached_property
    def resolver(self) -> URLResolver:
        """Return the addresses of the API among those of the site."""
        for pattern in get_resolver().url_patterns:
            if isinstance(pattern, URLResolver) and pattern.namespace == NAMESPACE:
                return pattern
        raise ImproperlyConfigured(f"No addresses have the namespace {NAMESPACE}.")

    @cached_property
    def path(self) -> str:
        return f"/{self.resolver.pattern}"
