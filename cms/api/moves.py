"""Where a page went that is no longer at its path: there, or nowhere."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from cms.publishing.models import Publication, Resource

from .problems import CONTENT_VERSION, gone


def send_moved(request: HttpRequest, path: str) -> HttpResponse:
    """Send the reader to where the page at a path has moved.

    Raises a problem where it is gone, or never was.
    """
    row = last_at(path)
    if row is None or not row.live:
        raise gone(row, "page")
    query = request.GET.copy()
    query["html_path"] = row.path
    location = f"{request.path}?{query.urlencode(safe='/,*()')}"
    return HttpResponse(
        status=HTTPStatus.MOVED_PERMANENTLY,
        headers={
            "Location": location,
            "Content-Version": str(getattr(request, CONTENT_VERSION)),
            # Another page may come to stand at the path.
            "Cache-Control": f"public, max-age={settings.API_MAX_AGE}",
        },
    )


def last_at(path: str) -> Publication | None:
    """Return the page that was last at a path of the default site: one query."""
    sites = Site.objects.filter(is_default_site=True)
    rows = Publication.objects.of(Resource.PAGES).filter(old_path=path)
    here = rows.filter(site_id__in=sites.values("pk"))
    return here.defer("card", "body", "search_text").order_by("-sequence").first()
