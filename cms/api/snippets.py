"""Snippets that something public shows: for each kind a list, and one by its number.

Two kinds count from one each, so that each is a resource of its own, under the numbers
that pages and documents show (docs/decisions/0010-a-resource-a-kind-of-snippet.md).
"""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponseBase
from ninja import NinjaAPI, Query, Router
from pydantic import Field

from cms.publishing.models import SNIPPETS, Resource

from .answers import detail_answers, list_answers
from .declared_filters import filtered_as
from .details import Number, send_detail
from .lists import send_list
from .parameters import Order
from .query import DetailQuery, Locale, SearchedQuery


class SnippetListQuery(SearchedQuery):
    """The parameters of the list of a kind of snippet."""

    order: Annotated[
        tuple[str, ...],
        Order(("id", "title")),
        Field(
            description=(
                "Names to order by, `-` for the other way round; `title` is the name. "
                "By name where nothing is asked for."
            ),
            examples=["title"],
        ),
    ] = ("title",)


class TermListQuery(SnippetListQuery):
    """The parameters of the list of glossary terms, each of which has a language."""

    locale: Locale = None


def add_routers(api: NinjaAPI) -> None:
    for resource in SNIPPETS:
        api.add_router(f"/{resource}", router_of(resource))


def router_of(resource: Resource) -> Router:
    """Return the two addresses of a kind of snippet, each by a name of its own."""
    router = Router(tags=["snippets"])
    router.get("/", **about_list(resource))(lister_of(resource))
    router.get("/{int:id}/", **about_detail(resource))(getter_of(resource))
    return router


def about_list(resource: Resource) -> dict[str, Any]:
    return {
        "response": list_answers(resource),
        "operation_id": f"list{resource.value.title()}",
        "summary": f"List {resource}",
        "description": "Those that a public page or document shows, by name.",
    }


def about_detail(resource: Resource) -> dict[str, Any]:
    return {
        "response": detail_answers(resource),
        "operation_id": getter_name(resource),
        "summary": f"Get one of the {resource}",
        "description": "One that a public page or document shows.",
    }


def getter_name(resource: Resource) -> str:
    """Return the name of the operation that gets one; “series” is one and many."""
    one = str(resource.label)
    return f"getOne{one.title()}" if one == resource else f"get{one.title()}"


def lister_of(resource: Resource) -> Any:
    parameters = TermListQuery if resource == Resource.TERMS else SnippetListQuery
    query_type = filtered_as(resource)(parameters)

    def list_snippets(
        request: HttpRequest,
        query: Query[query_type],  # type: ignore[valid-type]
    ) -> HttpResponseBase:
        return send_list(request, resource, query)

    list_snippets.__name__ = f"list_{resource}"
    return list_snippets


def getter_of(resource: Resource) -> Any:
    def get_snippet(
        request: HttpRequest,
        id: Number,  # noqa: A002 - the name that clients see
        query: Query[DetailQuery],
    ) -> HttpResponseBase:
        return send_detail(request, resource, id, query)

    get_snippet.__name__ = f"get_{resource}"
    return get_snippet
