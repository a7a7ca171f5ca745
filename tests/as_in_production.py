"""Django's test client asks as a server does: through the cache of whole responses."""

from collections.abc import Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test.client import ClientHandler

from cms.response_cache import ResponseCache


class CachedHandler(ClientHandler):
    """Returns Django's response, or one that was kept, as the client expects it."""

    def __call__(self, environ: dict[str, Any]) -> Any:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            begun.append((status, headers))

        sent = ResponseCache(self.ask)(environ, start_response)
        return kept(environ, *begun[0], sent) if begun else sent

    def ask(self, environ: dict[str, Any], _start: Any) -> Iterable[bytes]:
        response: Iterable[bytes] = super().__call__(environ)
        return response


def kept(
    environ: dict[str, Any],
    status: str,
    headers: list[tuple[str, str]],
    content: Iterable[bytes],
) -> HttpResponse:
    code, reason = status.split(" ", 1)
    response = HttpResponse(b"".join(content), status=int(code), reason=reason)
    del response["Content-Type"]
    for name, value in headers:
        response[name] = value
    response.wsgi_request = WSGIRequest(environ)  # type: ignore[attr-defined]
    return response
