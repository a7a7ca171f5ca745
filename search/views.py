"""The search page, which works without script."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.publishing.clock import catch_up

from .query import MAX_LENGTH, QueryTooLongError, hits, matches, words_of

PER_PAGE = 10


@require_safe
@transaction.non_atomic_requests
def search(request: HttpRequest) -> HttpResponse:
    """Answer `?q=`; 400 with an explanation where the query is too long."""
    query = request.GET.get("q", "").replace("\x00", " ").strip()
    try:
        words = words_of(query)
    except QueryTooLongError:
        message = _("A search can have up to %(count)d characters. Use fewer words.")
        context: dict[str, Any] = {"query": query[:MAX_LENGTH], "results": None}
        context["message"] = message % {"count": MAX_LENGTH}
        return render(request, "search/search.html", context, status=400)
    catch_up()
    found = results(words, request.GET.get("page")) if words else None
    context = {"query": query, "message": "", "results": found}
    return render(request, "search/search.html", context)


def results(words: list[str], page_number: str | None) -> Page[Any]:
    """Return one page of hits; an unknown number gives the nearest page."""
    paginator = Paginator(matches(words, get_language() or "en"), PER_PAGE)
    page: Page[Any] = paginator.get_page(page_number)
    page.object_list = hits(list(page.object_list))
    return page
