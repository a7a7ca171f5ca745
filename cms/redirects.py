"""Redirects that tell nothing of pages that are not public."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Site

from cms.publishing.models import Publication, Resource


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail's, but a redirect to a page that is not public stays a 404.

    Wagtail makes a redirect when a page moves, and so would tell the new address of
    a draft, or of a page that was moved into a private section.
    """

    def process_response(self, request: HttpRequest, response: Any) -> HttpResponseBase:
        answer: HttpResponseBase = super().process_response(request, response)
        if answer is not response and leads_to_hidden_page(request, answer["Location"]):
            return response
        return answer


def leads_to_hidden_page(request: HttpRequest, address: str) -> bool:
    """Tell whether an address of this site is one of a page that is not in the log."""
    parts = urlsplit(address)
    if parts.netloc and not is_own_host(request, parts.hostname or ""):
        return False
    try:
        if resolve(parts.path).url_name != "wagtail_serve":
            return False
    except Resolver404:
        # Of another language: the pages of the active one alone are resolved.
        pass
    pages = Publication.objects.of(Resource.PAGES).live()
    return not pages.filter(path=parts.path).exists()


def is_own_host(request: HttpRequest, host: str) -> bool:
    own = request.get_host().partition(":")[0]
    return host == own or Site.objects.filter(hostname=host).exists()
