"""What was last at a path at which there is nothing public now."""

from django.db.models import Q, QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from .models import Publication, Resource


def last_at(path: str, sites: QuerySet[Site]) -> Publication | None:
    """Return the last thing at a path of one of these sites, or None: one query.

    That is a page, or else the redirect that is gone with the page to which it led.
    """
    numbers = sites.values("pk")
    page = Q(resource=Resource.PAGES, old_path=path, site_id__in=numbers)
    here = Q(site_id__in=numbers) | Q(site_id=None)
    redirect = Q(resource=Resource.REDIRECTS, old_path=old_path_of(path), live=False)
    # Where the path is empty it is one that is not told.
    rows = Publication.objects.filter(page | (redirect & here)).exclude(old_path="")
    pages_first = rows.order_by("resource", "-sequence")
    return pages_first.defer("card", "body", "search_text").first()


def old_path_of(path: str) -> str:
    """Return a path as the log has those of redirects; empty where it is none."""
    try:
        return normalized(path)
    except ValueError:
        return ""


def normalized(path: str) -> str:
    """Return a path as Wagtail keeps those of redirects; raises ValueError."""
    old_path: str = Redirect.normalise_path(path)
    return old_path
