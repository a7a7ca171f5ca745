"""Where the API begins: what there is, and where it is described."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from ninja import NinjaAPI, Query, Router
from pydantic import BaseModel, Field

from cms.kept import asked
from cms.release import release

from .answers import FAULTS
from .caching import Answer, dump, etag_of
from .freshness import fresh
from .problems import BadRequestProblem
from .query import Query as AnyQuery


class IndexEntry(BaseModel):
    """An address that needs no number."""

    name: str = Field(examples=["pages"])
    url: str = Field(json_schema_extra={"format": "uri"})
    summary: str = Field(examples=["List pages"])


class Index(BaseModel):
    """What the API has, each with its address."""

    name: str = Field(description="What the API is called.")
    version: str
    openapi: str = Field(
        description="Its description in OpenAPI 3.1.",
        json_schema_extra={"format": "uri"},
    )
    docs: str = Field(
        description="The same as a page, to try it.",
        json_schema_extra={"format": "uri"},
    )
    items: list[IndexEntry]


def router_of(api: NinjaAPI) -> Router:
    """Return the one address that names all others of an API."""
    router = Router(tags=["index"])

    @router.get(
        "/",
        response={200: Index, 400: BadRequestProblem, **FAULTS},
        operation_id="getIndex",
        summary="See what there is",
        description="The addresses of the API, and those of its description.",
    )
    def get_index(request: HttpRequest, query: Query[AnyQuery]) -> HttpResponseBase:
        state = fresh(request, query)
        answer = Answer(etag_of(release(), asked(request)), state.sequence)
        return answer.respond(request, lambda: dump(index_of(api, request)))

    return router


def index_of(api: NinjaAPI, request: HttpRequest) -> dict[str, Any]:
    root = request.build_absolute_uri(request.path)
    return {
        "name": api.title,
        "version": api.version,
        "openapi": f"{root}openapi.json",
        "docs": f"{root}docs/",
        "items": list(entries_of(api, request)),
    }


def entries_of(api: NinjaAPI, request: HttpRequest) -> Iterator[dict[str, str]]:
    """Yield the addresses that need no number, but for the index itself."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        name = path.removeprefix(request.path).strip("/")
        if name and "{" not in path:
            url = request.build_absolute_uri(path)
            yield {"name": name, "url": url, "summary": methods["get"]["summary"]}
