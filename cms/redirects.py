"""Redirects that tell nothing of what is not public, and what was public once."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import DisallowedRedirect
from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Site

from cms.error_pages import gone
from cms.publishing.addresses import is_public_path, local_path
from cms.publishing.former_paths import last_at
from cms.publishing.known import known


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail's, but a redirect to what is not public stays a 404.

    It would tell the new address of a draft, or of a page that was moved into a
    private section.
    """

    def process_response(self, request: HttpRequest, response: Any) -> HttpResponseBase:
        try:
            answer: HttpResponseBase = super().process_response(request, response)
        except (ValueError, DisallowedRedirect):
            # An import or a script has entered what is no address to go to.
            answer = response
        if answer is not response and not leads_to_hidden(answer["Location"]):
            return answer
        if response.status_code == HTTPStatus.NOT_FOUND and was_public(request):
            return gone(request)
        return response


def was_public(request: HttpRequest) -> bool:
    """Tell whether a page was at the address of a request, and is gone from it."""
    site = Site.find_for_request(request)
    # No database takes a path with a NUL in it.
    is_read = request.method in ("GET", "HEAD") and request.path.isprintable()
    if site is None or not is_read:
        return False
    row = last_at(request.path, Site.objects.filter(pk=site.pk))
    return row is not None and not row.live


def leads_to_hidden(address: str) -> bool:
    """Tell whether an address of this site is one of something that is not public."""
    path = local_path(address, known().hosts)
    return path is not None and not is_public_path(path)
