"""`/.well-known/security.txt` (RFC 9116), made from the settings of the site."""

from collections.abc import Iterator

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.publishing.content import site_info
from cms.publishing.schemas.site import SecurityPolicy, SiteInfo

PATH = ".well-known/security.txt"
# As long before it expires somebody is told.
WARN_DAYS = 30


@require_safe
@transaction.non_atomic_requests
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness; 404 where nobody is named."""
    info = site_info(request)
    if info is None or info.security is None:
        raise Http404("Nobody is named to report to.")
    text = "".join(f"{line}\r\n" for line in lines(info, info.security))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def lines(info: SiteInfo, security: SecurityPolicy) -> Iterator[str]:
    """Yield the fields, each once; those that the RFC requires come first."""
    yield f"Contact: {security.contact}"
    yield f"Expires: {security.expires:%Y-%m-%dT%H:%M:%SZ}"
    yield f"Canonical: {info.root_url}/{PATH}"
    if security.policy:
        yield f"Policy: {security.policy}"
    yield f"Preferred-Languages: {', '.join(security.languages)}"
