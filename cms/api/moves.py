"""Where one is led from a path at which there is no page: elsewhere, or nowhere."""

import json
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from cms.publishing.former_paths import last_at
from cms.publishing.models import Publication

from .problems import LOG_STATE, ProblemError, gone
from .redirects import redirect_at


def send_moved(request: HttpRequest, path: str) -> HttpResponse:
    """Send the reader to where the page at a path has moved, or a redirect leads.

    Raises a problem where that is no page, where the page is gone, or never was.
    """
    redirect = redirect_at(path)
    if redirect is not None:
        return send_redirected(request, redirect)
    row = last_at(path, Site.objects.filter(is_default_site=True))
    if row is None or not row.live:
        raise gone(row, "page")
    return send_to(request, row, row.path, HTTPStatus.MOVED_PERMANENTLY)


def send_redirected(request: HttpRequest, row: Publication) -> HttpResponse:
    """Send the reader to the page of a redirect; what is none cannot be found here."""
    redirect = json.loads(row.body)
    if redirect["page"] is None:
        raise ProblemError(
            HTTPStatus.NOT_FOUND,
            "There is no page here; a redirect leads elsewhere.",
            redirect=redirect["meta"]["detail_url"],
        )
    status = HTTPStatus.MOVED_PERMANENTLY if redirect["permanent"] else HTTPStatus.FOUND
    return send_to(request, row, redirect["page"]["path"], status)


def send_to(
    request: HttpRequest, row: Publication, path: str, status: HTTPStatus
) -> HttpResponse:
    """Send the reader to the address that finds the page at another path.

    The row is the one that says so: with it, a cache in between drops the answer.
    """
    query = request.GET.copy()
    query["html_path"] = path
    key = f"{row.resource}-{row.object_id}"
    response = HttpResponse(
        status=status,
        headers={
            "Location": f"{request.path}?{query.urlencode(safe='/,*()')}",
            "Content-Version": str(getattr(request, LOG_STATE).sequence),
            # Another page may come to stand at the path.
            "Cache-Control": f"public, max-age={settings.API_MAX_AGE}",
            "Surrogate-Key": key,
            "Cache-Tag": key,
        },
    )
    # There is no content to have one.
    del response["Content-Type"]
    return response
