"""Addresses that are made from a document's public form."""

from django.urls import reverse

from .api import DocumentDetail


def permanent_address(document: DocumentDetail) -> str:
    """Return the address without words: it stays when the title changes."""
    root = document.meta.html_url.removesuffix(document.meta.path)
    return root + reverse("document_by_id", args=[document.id])
