"""What readers get beside the library's page: feeds, series, and their files in one."""

from typing import Any

from csp.constants import NONE
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.feeds import feed_response
from cms.publishing.clock import catch_up
from cms.publishing.content import site_info
from documents.api import DocumentCard

from .archive import MAX_BYTES, MAX_FILES, Archive, fits, size_of
from .feed_links import links_to_series
from .feeds import feed_of_all, feed_of_series
from .place import library_in
from .series import Series, public_series
from .series_page import SeriesPage

PER_PAGE = 20


@require_safe
@transaction.non_atomic_requests
def documents_feed(request: HttpRequest, kind: str) -> HttpResponse:
    """Send the last documents as a feed."""
    return feed_response(feed_of_all(request, catch_up()), kind)


@require_safe
@transaction.non_atomic_requests
def series_feed(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Send the last documents of a series as a feed."""
    state = catch_up()
    return feed_response(feed_of_series(request, state, public_series(slug)), kind)


@require_safe
@transaction.non_atomic_requests
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """List the documents of a series in their order."""
    catch_up()
    found, site = public_series(slug), site_info(request)
    context = {
        "series": found,
        "site_info": site,
        "content": SeriesPage(found, site),
        "library": library_in(get_language() or "en"),
        "feeds": links_to_series(found.slug, found.title),
        "items": page_of(found, request.GET.get("page")),
        "archive_size": size_of(found.documents) if fits(found.documents) else 0,
    }
    return render(request, "documents/series.html", context)


def page_of(series: Series, number: str | None) -> Page[Any]:
    """Return a page of cards; an unknown number gives the nearest one."""
    page: Page[Any] = Paginator(series.documents, PER_PAGE).get_page(number)
    page.object_list = [DocumentCard.model_validate(card) for card in page.object_list]
    return page


@require_safe
@transaction.non_atomic_requests
def series_archive(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Send the files of a series as one ZIP, or 304 where the visitor has it.

    404 where there are none, and with the reason where there are too many.
    """
    catch_up()
    cards = public_series(slug).documents
    if name != slug or not cards:
        raise Http404("This series has no files.")
    if not fits(cards):
        text = (
            f"There is no archive of this series: one holds at most {MAX_FILES:,} "
            f"files of {MAX_BYTES // 10**9} GB together.\n"
        )
        return HttpResponse(text, content_type="text/plain; charset=utf-8", status=404)
    archive = Archive(cards)
    answer = get_conditional_response(request, etag=archive.etag)
    response = answer or archive_response(request, archive, f"{slug}.zip")
    response["ETag"] = archive.etag
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    return response


def archive_response(
    request: HttpRequest, archive: Archive, name: str
) -> HttpResponseBase:
    stream = archive.stream()
    content = [] if request.method == "HEAD" else iter(stream)
    response = StreamingHttpResponse(content, content_type="application/zip")
    response["Content-Length"] = str(len(stream))
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response._csp_config = {"default-src": [NONE], "sandbox": True}  # type: ignore[attr-defined]
    return response
