"""The site: what stands on every page around the content."""

from typing import Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from ninja import Router

from cms.publishing.models import Publication, Resource

from .answers import site_answers
from .details import send_row
from .freshness import fresh
from .lists import roots
from .query import SiteQuery
from .strictness import StrictQuery

router = Router(tags=["site"])


@router.get(
    "/",
    response=site_answers(Resource.SITE),
    operation_id="getSite",
    summary="Get the site",
    description="Name, navigation, contact and notices of the default site.",
)
def get_site(
    request: HttpRequest, query: Annotated[SiteQuery, StrictQuery()]
) -> HttpResponseBase:
    fresh(request, query)
    sites = Publication.objects.of(Resource.SITE).live()
    ours = sites.filter(site_id__in=roots().values("pk"))
    row = ours.filter(locale=query.locale or settings.LANGUAGE_CODE).first()
    return send_row(request, row, query.fields, Resource.SITE)
