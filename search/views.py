"""The search page, which works without script, and how browsers learn of it."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.alternates import Alternate, alternates_of
from cms.publishing.clock import catch_up
from cms.publishing.content import site_info
from cms.publishing.schemas.site import SiteInfo

from .insight import note
from .language import MAX_LENGTH, QueryTooLongError
from .page import SearchPage, read
from .sharing import described_search


@require_safe
@transaction.non_atomic_requests
def search(request: HttpRequest) -> HttpResponse:
    """Answer `?q=`; 400 with an explanation where the query is too long."""
    try:
        asked = read(request.GET)
    except QueryTooLongError:
        return refused(request)
    state = catch_up()
    locale = get_language() or "en"
    page = SearchPage(asked, locale, request.GET.get("page"), state.version)
    site = site_info(request)
    context: dict[str, Any] = {
        "query": asked.text,
        "search": page,
        "site_info": site,
        "described": described_search(asked.text, site),
        "alternates": in_other_languages(asked.text, site),
    }
    if asked.is_new and page.is_first:
        note(asked.text, locale, page.total)
    response = render(request, "search/search.html", context)
    # Not kept by us, or the queries that are asked most would be counted least.
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    return response


def in_other_languages(text: str, site: SiteInfo | None) -> list[Alternate]:
    """Return where the same words are looked for in the site's other languages."""
    with override(settings.LANGUAGE_CODE):
        path = reverse("search")
    query = f"?{urlencode({'q': text})}" if text else ""
    return alternates_of(f"{path}{query}", site)


def refused(request: HttpRequest) -> HttpResponse:
    message = _("A search can have up to %(count)d characters. Use fewer words.")
    site = site_info(request)
    context = {
        "query": request.GET.get("q", "").replace("\x00", " ")[:MAX_LENGTH],
        "message": message % {"count": MAX_LENGTH},
        "site_info": site,
        "described": described_search("", site),
    }
    return render(request, "search/search.html", context, status=400)


@require_safe
@transaction.non_atomic_requests
def description(request: HttpRequest) -> HttpResponse:
    """Tell browsers how to search here (OpenSearch 1.1)."""
    return render(
        request,
        "search/opensearch.xml",
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
