"""The site: what stands on every page around the content."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Router

from cms.publishing.models import Resource
from cms.publishing.reading import read_site

from .answers import site_answers
from .details import read_one, send_row
from .query import SiteQuery

router = Router(tags=["site"])


@router.get(
    "/",
    response=site_answers(Resource.SITE),
    operation_id="getSite",
    summary="Get the site",
    description="Name, navigation, contact and notices of the default site.",
)
def get_site(request: HttpRequest, query: Query[SiteQuery]) -> HttpResponseBase:
    locale = query.locale or settings.LANGUAGE_CODE
    row = read_one(request, query, lambda known: read_site(locale, known))
    return send_row(request, row, query, Resource.SITE)
