"""Pages: the list, one by its number, one by its path."""

from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router

from cms.publishing.models import Resource
from cms.publishing.reading import LogState, Row, read_page_at, read_row

from .answers import detail_answers, list_answers
from .details import Number, read_one, send_detail, send_row
from .lists import send_list
from .moves import send_moved
from .problems import NoPageProblem, bad_parameter
from .query import FindQuery, PageListQuery, PageQuery
from .responses import header

router = Router(tags=["pages"])

FOUND_AT = {"Content-Location": header("The page's own address in the API.")}


@router.get(
    "/",
    response=list_answers(Resource.PAGES),
    operation_id="listPages",
    summary="List pages",
    description="Published pages that are not withdrawn.",
)
def list_pages(request: HttpRequest, query: Query[PageListQuery]) -> HttpResponseBase:
    return send_list(request, Resource.PAGES, query)


@router.get(
    "/find/",
    response=detail_answers(Resource.PAGES) | {404: NoPageProblem},
    operation_id="findPage",
    summary="Find a page by its path",
    description=(
        "The page with this `html_path` on the default site, or with this `id`; give "
        "exactly one. The answer is the page itself, and `Content-Location` its "
        "own address. From a path that a page has left, or from which a redirect "
        "leads to one, 301 or 302; where a redirect leads elsewhere, 404 with its "
        "address in `redirect`."
    ),
    openapi_extra={"responses": {200: {"headers": FOUND_AT}}},
)
def find_page(request: HttpRequest, query: Query[FindQuery]) -> HttpResponseBase:
    if (query.html_path is None) == (query.id is None):
        raise bad_parameter("html_path", "or id must be given, and not both")
    row = read_one(request, query, lambda known: read_found(query, known))
    if row is None and query.html_path is not None:
        return send_moved(request, query.html_path)
    here = request.path.removesuffix("find/")
    headers = {"Content-Location": f"{here}{row.object_id}/"} if row else {}
    return send_row(request, row, query, Resource.PAGES, **headers)


@router.get(
    "/{int:id}/",
    response=detail_answers(Resource.PAGES),
    operation_id="getPage",
    summary="Get a page",
    description="A page, whole: images, documents and links resolved.",
)
def get_page(
    request: HttpRequest,
    id: Number,  # noqa: A002 - the name that clients see
    query: Query[PageQuery],
) -> HttpResponseBase:
    return send_detail(request, Resource.PAGES, id, query)


def read_found(query: FindQuery, known: str) -> tuple[LogState, Row | None]:
    if query.html_path is not None:
        return read_page_at(query.html_path, known)
    return read_row(Resource.PAGES, query.id or 0, known)
