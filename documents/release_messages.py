"""Telling a user of the admin which documents were released with a page."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest
from django.utils.text import get_text_list
from wagtail.admin import messages
from wagtail.models import Page

from cms.models import Attachment
from cms.publication_messages import began_at, published_by
from cms.publishing.models import Facet, Publication, Resource

from .models import CustomDocument
from .querysets import DocumentQuerySet


def tell(request: HttpRequest, pages: Sequence[Page]) -> None:
    """Tell what was released with the pages that the request published, and what not.

    Says nothing of pages that it only saved.
    """
    numbers = [page.pk for page in published_by(request, pages)]
    if not numbers:
        return
    if released := released_with(numbers, began_at(request)):
        messages.success(
            request,
            f"Released with the page, for everybody to find: {titles(released)}.",
        )
    if waiting := waiting_for_release(numbers):
        messages.warning(
            request,
            f"Attached, but not shown yet: {titles(waiting)}. The record of a document "
            "says when it is released.",
        )


def released_with(pages: list[int], since: datetime) -> DocumentQuerySet:
    """Return the documents of public pages that were released since a moment."""
    rows = Publication.objects.of(Resource.PAGES).live().filter(object_id__in=pages)
    linked = Facet.objects.filter(name="document", publication__in=rows)
    numbers = [int(number) for number in linked.values_list("value", flat=True)]
    documents = CustomDocument.objects.filter(pk__in=numbers)
    return documents.filter(released_at__gte=since).order_by("title")


def waiting_for_release(pages: list[int]) -> DocumentQuerySet:
    """Return the documents that are attached to pages and for staff only."""
    attached = Attachment.objects.filter(page__in=pages).values("document")
    return CustomDocument.objects.unreleased().filter(pk__in=attached).order_by("title")


def titles(documents: DocumentQuerySet) -> str:
    return get_text_list([f"“{document.title}”" for document in documents], "and")
