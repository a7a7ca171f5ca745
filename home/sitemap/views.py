"""The sitemap in one file, or in several behind an index of them."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.publishing.clock import catch_up
from cms.publishing.content import site_info
from cms.publishing.schemas.site import SiteInfo

from .sections import Section, sections

# The protocol allows ten times as many; such a file is still quickly made and read.
PER_FILE = 5000
XML = "application/xml; charset=utf-8"


@require_safe
@transaction.non_atomic_requests
def sitemap(request: HttpRequest) -> HttpResponse:
    """List all addresses, or the files that do where there are too many."""
    catch_up()
    site, found = site_info(request), sections_of(request)
    if site is None:
        return written(request, "urlset", addresses=[])
    counts = {section.name: section.rows.count() for section in found}
    if sum(counts.values()) > PER_FILE:
        return written(request, "index", files=files_in(site, counts))
    addresses = [a for each in found for a in each.addresses(site, 0, PER_FILE)]
    return written(request, "urlset", addresses=addresses)


@require_safe
@transaction.non_atomic_requests
def sitemap_part(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """List the addresses of one file of the index; answers 404 where there is none."""
    catch_up()
    site = site_info(request)
    found = [each for each in sections_of(request) if each.name == section]
    if site is None or not found or not 0 < number <= files(found[0].rows.count()):
        raise Http404("There is no such part of the sitemap.")
    first = (number - 1) * PER_FILE
    addresses = found[0].addresses(site, first, first + PER_FILE)
    return written(request, "urlset", addresses=addresses)


def sections_of(request: HttpRequest) -> list[Section]:
    site = Site.find_for_request(request)
    return sections(site.pk) if site else []


def files(count: int) -> int:
    """Return how many files so many rows take."""
    return -(-count // PER_FILE)


def files_in(site: SiteInfo, counts: dict[str, int]) -> list[str]:
    return [
        site.root_url + reverse("sitemap_part", args=[name, number])
        for name, count in counts.items()
        for number in range(1, files(count) + 1)
    ]


def written(request: HttpRequest, kind: str, **context: object) -> HttpResponse:
    return render(request, f"home/sitemap/{kind}.xml", context, content_type=XML)
