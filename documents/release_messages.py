"""Telling the editor which documents were released with a page."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import get_text_list
from wagtail.admin import messages
from wagtail.models import Page

from cms.models import Attachment
from cms.publishing.models import Facet, Publication, Resource

from .models import CustomDocument
from .querysets import DocumentQuerySet

BEGAN_AT = "documents_request_began_at"


def begin(request: HttpRequest) -> None:
    """Remember when the request began: what is published from now on, it published."""
    setattr(request, BEGAN_AT, timezone.now())


def tell(request: HttpRequest, pages: Sequence[Page]) -> None:
    """Tell what was released with the pages that the request published, and what not.

    Says nothing of pages that it only saved.
    """
    began_at = getattr(request, BEGAN_AT)
    published = Page.objects.filter(pk__in=[page.pk for page in pages], live=True)
    published = published.filter(last_published_at__gte=began_at)
    numbers = list(published.values_list("pk", flat=True))
    if not numbers:
        return
    if released := released_with(numbers, began_at):
        messages.success(
            request,
            f"Released with the page: {titles(released)}. Everybody can find it now.",
        )
    if waiting := waiting_for_release(numbers):
        messages.warning(
            request,
            f"Attached, but not shown yet: {titles(waiting)}. Its own record says "
            "when it is released.",
        )


def released_with(pages: list[int], began_at: datetime) -> DocumentQuerySet:
    """Return the documents of public pages that were released since a moment."""
    rows = Publication.objects.of(Resource.PAGES).live().filter(object_id__in=pages)
    linked = Facet.objects.filter(name="document", publication__in=rows)
    numbers = [int(number) for number in linked.values_list("value", flat=True)]
    documents = CustomDocument.objects.filter(pk__in=numbers)
    return documents.filter(released_at__gte=began_at).order_by("title")


def waiting_for_release(pages: list[int]) -> DocumentQuerySet:
    """Return the documents that are attached to pages and for staff only."""
    attached = Attachment.objects.filter(page__in=pages).values("document")
    return CustomDocument.objects.unreleased().filter(pk__in=attached).order_by("title")


def titles(documents: DocumentQuerySet) -> str:
    return get_text_list([f"“{document.title}”" for document in documents], "and")
