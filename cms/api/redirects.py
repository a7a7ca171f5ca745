"""Redirects: the list, one by its number, and the one at a path."""

from typing import Annotated

from django.db.models import F, Q
from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router
from pydantic import Field
from wagtail.models import Site

from cms.publishing.former_paths import normalized, old_path_of
from cms.publishing.models import Publication, Resource

from .answers import detail_answers, list_answers
from .conditions import ColumnIs
from .declared_filters import filtered_as
from .details import Number, send_detail
from .lists import send_list
from .parameters import MAX_PATH_LENGTH, HtmlPath
from .problems import bad_value
from .query import DetailQuery, SearchedQuery

router = Router(tags=["redirects"])


class OldPath(HtmlPath):
    """A path from which a redirect may lead, in any of its ways of writing."""

    def read(self, text: str) -> str:
        if len(text) > MAX_PATH_LENGTH:
            raise bad_value(f"has more than {MAX_PATH_LENGTH} characters")
        try:
            return normalized(text)
        except ValueError:  # “//[”, for example
            raise bad_value("is not a path") from None


@filtered_as(Resource.REDIRECTS)
class RedirectListQuery(SearchedQuery):
    """The parameters of the list of redirects."""

    filters = SearchedQuery.filters | {"html_path": ColumnIs("path")}

    html_path: Annotated[
        str | None,
        OldPath(),
        Field(description="The old path.", examples=["/news/2016/forum/"]),
    ] = None


@router.get(
    "/",
    response=list_answers(Resource.REDIRECTS),
    operation_id="listRedirects",
    summary="List redirects",
    description=(
        "Old paths that lead somewhere public, and at which there is no page. Paths "
        "from which public pages have moved are among them."
    ),
)
def list_redirects(
    request: HttpRequest, query: Query[RedirectListQuery]
) -> HttpResponseBase:
    return send_list(request, Resource.REDIRECTS, query)


@router.get(
    "/{int:id}/",
    response=detail_answers(Resource.REDIRECTS),
    operation_id="getRedirect",
    summary="Get a redirect",
    description="An old path, and where it leads.",
)
def get_redirect(
    request: HttpRequest,
    id: Number,  # noqa: A002 - the name that clients see
    query: Query[DetailQuery],
) -> HttpResponseBase:
    return send_detail(request, Resource.REDIRECTS, id, query)


def redirect_at(path: str) -> Publication | None:
    """Return the redirect from a path of the default site, or None: one query.

    Of its `body`, `location` says where it leads, `page` to which page, and
    `permanent` whether for good. A page at the path goes before it; then there is no
    redirect in the log.
    """
    old_path = old_path_of(path)
    if not old_path:
        return None
    site = Site.objects.filter(is_default_site=True)
    here = Q(site_id__in=site.values("pk")) | Q(site_id=None)
    rows = Publication.objects.of(Resource.REDIRECTS).live().filter(here, path=old_path)
    own_first = F("site_id").asc(nulls_last=True)
    return rows.defer("card", "search_text").order_by(own_first).first()
