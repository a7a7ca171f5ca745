"""Pages: the list, one by its number, one by its path."""

from typing import Annotated

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from ninja import Router

from cms.publishing.models import Publication, Resource

from .answers import detail_answers, list_answers
from .details import Number, row_of, send_detail, send_row
from .freshness import fresh
from .lists import roots, send_list
from .openapi import header
from .problems import bad_parameter
from .query import DetailQuery, FindQuery, PageListQuery
from .strictness import StrictQuery

router = Router(tags=["pages"])

FOUND_AT = {"Content-Location": header("The page's own address in the API.")}


@router.get(
    "/",
    response=list_answers(Resource.PAGES),
    operation_id="listPages",
    summary="List pages",
    description="Published pages that are not withdrawn.",
)
def list_pages(
    request: HttpRequest, query: Annotated[PageListQuery, StrictQuery()]
) -> HttpResponseBase:
    return send_list(request, Resource.PAGES, query)


@router.get(
    "/find/",
    response=detail_answers(Resource.PAGES),
    operation_id="findPage",
    summary="Find a page by its path",
    description=(
        "The page with this `html_path` on the default site, or with this `id`; give "
        "exactly one. The answer is the page itself, and `Content-Location` its "
        "own address."
    ),
    openapi_extra={"responses": {200: {"headers": FOUND_AT}}},
)
def find_page(
    request: HttpRequest, query: Annotated[FindQuery, StrictQuery()]
) -> HttpResponseBase:
    if (query.html_path is None) == (query.id is None):
        raise bad_parameter("html_path", "or id must be given, and not both")
    fresh(request, query)
    row = row_of(Resource.PAGES, query.id) if query.id else row_at(query.html_path)
    headers = {"Content-Location": detail_path(row.object_id)} if row else {}
    return send_row(request, row, query.fields, Resource.PAGES, **headers)


@router.get(
    "/{int:id}/",
    url_name="page_detail",
    response=detail_answers(Resource.PAGES),
    operation_id="getPage",
    summary="Get a page",
    description="A page, whole: images, documents and links resolved.",
)
def get_page(
    request: HttpRequest,
    id: Number,  # noqa: A002 - the name that clients see
    query: Annotated[DetailQuery, StrictQuery()],
) -> HttpResponseBase:
    return send_detail(request, Resource.PAGES, id, query)


def row_at(path: str | None) -> Publication | None:
    """Return the page at a path of the default site, or the last that was there."""
    pages = Publication.objects.of(Resource.PAGES).defer("card", "search_text")
    here = pages.live().filter(path=path, site_id__in=roots().values("pk")).first()
    return here or pages.filter(live=False, old_path=path).order_by("sequence").last()


def detail_path(number: int) -> str:
    return reverse("api-v2:page_detail", args=[number])
