"""Telling a user of the admin what is no longer current, and what to use instead."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin import messages
from wagtail.models import Page

from .choices import DocumentStatus
from .models import CustomDocument
from .querysets import DocumentQuerySet
from .uses import documents_in


def tell_of_status(request: HttpRequest, document: CustomDocument, form: Any) -> None:
    """Say that a document became superseded by being replaced, which nobody chose."""
    if document.status == form.cleaned_data.get("status", document.status):
        return
    messages.success(
        request,
        f"“{document}” is superseded now: its page leads readers to "
        f"“{document.replaced_by}”.",
    )


def tell_of_attachments(request: HttpRequest, page: Page) -> None:
    """Warn of documents on a page just saved on which readers cannot rely."""
    found = [sentence(document) for document in not_current(page)]
    if found:
        messages.warning(request, f"On “{page}”: {' '.join(found)}")


def not_current(page: Page) -> DocumentQuerySet:
    """Return the documents in the draft of a page that are not current."""
    numbers = documents_in(page.get_latest_revision_as_object())
    documents = CustomDocument.objects.filter(pk__in=numbers)
    changed = documents.exclude(status=DocumentStatus.CURRENT)
    return changed.select_related("replaced_by").order_by("title", "pk")


def sentence(document: CustomDocument) -> str:
    """Say how a document stands, and what to use instead."""
    said = f"“{document}” is {document.status_label.lower()}"
    if document.replaced_by and document.status == DocumentStatus.SUPERSEDED:
        return f"{said}: use “{document.replaced_by}” instead."
    if document.status == DocumentStatus.WITHDRAWN:
        return f"{said}: readers get its explanation, and no file."
    return f"{said}."
