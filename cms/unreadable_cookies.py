"""Cookies that no browser of ours has sent."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class UnreadableCookiesMiddleware:
    """Drops cookies with a NUL character, which PostgreSQL refuses to look up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        for name, value in list(request.COOKIES.items()):
            if "\x00" in value:
                del request.COOKIES[name]
        return self.get_response(request)
