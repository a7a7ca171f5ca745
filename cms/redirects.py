"""Redirects that tell nothing of what is not public."""

from typing import Any

from django.core.exceptions import DisallowedRedirect
from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from cms.publishing.addresses import is_public_path, local_path
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
            return response
        if answer is not response and leads_to_hidden(answer["Location"]):
            return response
        return answer


def leads_to_hidden(address: str) -> bool:
    """Tell whether an address of this site is one of something that is not public."""
    path = local_path(address, known().hosts)
    return path is not None and not is_public_path(path)
