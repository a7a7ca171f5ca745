"""An API that is only read: what holds for every address of it."""

from contextlib import suppress
from functools import cached_property
from http import HTTPStatus
from typing import Any, TypeVar

from django.db import DatabaseError, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.urls import URLPattern, re_path, resolve
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from cms.publishing.reading import read_state

from .caching import Answer, dump, etag_of
from .endpoints import View, direct, endpoints_of
from .freshness import fresh
from .openapi import completed
from .problems import LOG_STATE, ProblemError, not_found, problem_response
from .query import Query

R = TypeVar("R", bound=HttpResponseBase)

NAMESPACE = "api-v2"
# The attribute of a view that needs none of the middleware that pages need.
IS_DIRECT = "is_direct"
METHODS = "GET, HEAD, OPTIONS"
# Anybody's script may read what anybody may read; and see our own headers.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Content-Disposition, Content-Location, Content-Version, ETag, Link, "
        "Retry-After"
    ),
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": (
        "If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since"
    ),
    "Access-Control-Max-Age": "86400",
}


class ReadOnlyAPI(NinjaAPI):
    """Ninja, answering each address below its own, and each error as a problem."""

    def set_default_exception_handlers(self) -> None:
        self.add_exception_handler(Exception, problem_response)

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        return self._openapi

    @cached_property
    def _openapi(self) -> OpenAPISchema:
        # Made once: it takes a tenth of a second, and types do not change meanwhile.
        return completed(super().get_openapi_schema())

    @cached_property
    def _openapi_text(self) -> str:
        return dump(self._openapi)

    def send_openapi(self, request: HttpRequest, query: Query) -> HttpResponseBase:
        """Answer with the description, which changes with the release alone."""
        text = self._openapi_text
        answer = Answer(etag_of(text), fresh(request, query).sequence)
        return answer.respond(request, lambda: text)

    @property
    def urls(self) -> tuple[list[Any], str, str]:
        patterns, app_name, namespace = super().urls
        functions = dict(endpoints_of(self)) | {"openapi-json": self.send_openapi}
        served = [read_only_at(p, functions) for p in patterns]
        elsewhere = re_path("", read_only(nothing_here))
        return [*served, elsewhere], app_name, namespace


def read_only_at(pattern: Any, functions: dict[str, View]) -> URLPattern:
    """Return the address with its endpoint, or with ninja's view where it has none."""
    function = functions.get(pattern.name)
    view = direct(function) if function else pattern.callback
    served = read_only(view)
    setattr(served, IS_DIRECT, function is not None)
    return URLPattern(pattern.pattern, served, pattern.default_args, pattern.name)


def nothing_here(request: HttpRequest) -> HttpResponse:
    """Send whoever forgot the slash at the end to the address that has it."""
    if resolve(f"{request.path_info}/").url_name:
        address = f"{request.path}/"
        if query := request.META.get("QUERY_STRING"):
            address += f"?{query}"
        return HttpResponsePermanentRedirect(address)
    raise not_found("address; /api/v2/docs/ names them all, each ends in a slash")


def read_only(view: View) -> View:
    """Let a view answer reading alone, outside of a transaction, to any origin."""

    def serve(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return cors(answer_method(view, request, *args, **kwargs))

    # No cookie counts here, so that there is nothing to forge.
    serve.csrf_exempt = True  # type: ignore[attr-defined]
    return transaction.non_atomic_requests(serve)


def cors(response: R) -> R:
    """Permit scripts of any origin to read a response."""
    for name, value in CORS.items():
        response.headers[name] = value
    return response


def answer_method(
    view: View, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return preflight()
    if request.method == "GET":
        return answer_get(view, request, *args, **kwargs)
    if request.method == "HEAD":
        request.method = "GET"
        response = answer_get(view, request, *args, **kwargs)
        request.method = "HEAD"
        # `CompressionMiddleware` takes the content out, once its headers are known.
        return response
    detail = f"{request.method} is not answered here: this API is only read."
    error = ProblemError(
        HTTPStatus.METHOD_NOT_ALLOWED, detail, headers={"Allow": METHODS}
    )
    return problem_response(request, error)


def preflight() -> HttpResponse:
    response = HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
    # There is no content to have one.
    del response["Content-Type"]
    return response


def answer_get(
    view: View, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except Exception as error:
        note_version(request)
        return problem_response(request, error)


def note_version(request: HttpRequest) -> None:
    """Note how far the log is where nothing was read: each answer tells it."""
    if not hasattr(request, LOG_STATE):
        with suppress(DatabaseError):
            setattr(request, LOG_STATE, read_state())
