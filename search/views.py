"""The search page, which works without script, and how browsers learn of it."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.publishing.clock import catch_up
from cms.publishing.content import site_info

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
    catch_up()
    locale = get_language() or "en"
    page = SearchPage(asked, locale, request.GET.get("page"))
    site = site_info(request)
    context: dict[str, Any] = {
        "query": asked.text,
        "search": page,
        "site_info": site,
        "described": described_search(asked.text, site),
    }
    if asked.query:
        note(asked.text, locale, page.total)
    response = render(request, "search/search.html", context)
    # Not kept by us, or the queries that are asked most would be counted least.
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    return response


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
