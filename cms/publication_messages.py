"""Telling a user of the admin what their request made public."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin import messages
from wagtail.models import Page

BEGAN_AT = "publishing_began_at"


def begin(request: HttpRequest) -> None:
    """Remember when the request began: what is public since then, it published."""
    setattr(request, BEGAN_AT, timezone.now())


def began_at(request: HttpRequest) -> datetime:
    """Return when the request began; raises AttributeError where nobody noted it."""
    return getattr(request, BEGAN_AT)


def published_by(request: HttpRequest, pages: Iterable[Page]) -> list[Page]:
    """Return those of the pages that the request published, and did not only save."""
    found = Page.objects.filter(pk__in=[page.pk for page in pages], live=True)
    return list(found.filter(last_published_at__gte=began_at(request)))


def tell_of_approval(request: HttpRequest, page: Page) -> None:
    """Say that a page is public where Wagtail says that it “has been updated”."""
    if "action-publish" in request.POST:
        return
    for published in published_by(request, [page]):
        messages.success(
            request,
            f"“{published.title}” is published: everybody can see it now.",
            buttons=[messages.button(published.url, "View live")],
        )
