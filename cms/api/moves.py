"""Where one is led from a path at which there is no page: elsewhere, or nowhere."""

import json
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from cms.publishing.models import Publication, Resource

from .problems import CONTENT_VERSION, ProblemError, gone
from .redirects import redirect_at


def send_moved(request: HttpRequest, path: str) -> HttpResponse:
    """Send the reader to where the page at a path has moved, or a redirect leads.

    Raises a problem where that is no page, where the page is gone, or never was.
    """
    redirect = redirect_at(path)
    if redirect is not None:
        return send_redirected(request, json.loads(redirect.body))
    row = last_at(path)
    if row is None or not row.live:
        raise gone(row, "page")
    return send_to(request, row.path, HTTPStatus.MOVED_PERMANENTLY)


def send_redirected(request: HttpRequest, redirect: dict[str, Any]) -> HttpResponse:
    """Send the reader to the page of a redirect; what is none cannot be found here."""
    if redirect["page"] is None:
        raise ProblemError(
            HTTPStatus.NOT_FOUND,
            "There is no page; a redirect leads elsewhere.",
            redirect=redirect["meta"]["detail_url"],
        )
    status = HTTPStatus.MOVED_PERMANENTLY if redirect["permanent"] else HTTPStatus.FOUND
    return send_to(request, redirect["page"]["path"], status)


def send_to(request: HttpRequest, path: str, status: HTTPStatus) -> HttpResponse:
    """Send the reader to the address that finds the page at another path."""
    query = request.GET.copy()
    query["html_path"] = path
    location = f"{request.path}?{query.urlencode(safe='/,*()')}"
    return HttpResponse(
        status=status,
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
