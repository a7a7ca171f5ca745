"""What search engines may read: robots.txt (RFC 9309)."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from cms.publishing.content import site_info


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Name the sitemap, and keep out of the editor and of what was searched for."""
    text = "".join(f"{line}\n" for line in lines(request))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def lines(request: HttpRequest) -> Iterator[str]:
    yield "User-agent: *"
    if settings.NOINDEX:
        yield "Disallow: /"
        return
    yield f"Disallow: {settings.ADMIN_PATH}"
    for language, _name in settings.LANGUAGES:
        with override(language):
            yield f"Disallow: {reverse('search')}?"
    site = site_info(request)
    root = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    yield ""
    yield f"Sitemap: {root}{reverse('sitemap')}"
