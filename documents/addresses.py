"""Addresses that are made from a document's public form."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from cms.alternates import active_language, path_in

from .api import DocumentDetail


def root_url(document: DocumentDetail) -> str:
    """Return the address of the site in which a document stands."""
    return document.meta.html_url.removesuffix(document.meta.path)


def official_address(document: DocumentDetail) -> str:
    """Return the address of its page in the site's own language, as in the log."""
    with override(settings.LANGUAGE_CODE):
        path = reverse("document", args=[document.id, document.meta.slug])
    return root_url(document) + path


def permanent_address(document: DocumentDetail) -> str:
    """Return the address without words: it stays when the title changes."""
    with override(settings.LANGUAGE_CODE):
        path = reverse("document_by_id", args=[document.id])
    return root_url(document) + path


def localized(document: DocumentDetail) -> DocumentDetail:
    """Return the public form with the address of its page in the active language."""
    path = path_in(active_language(), document.meta.path)
    addresses = {"path": path, "html_url": root_url(document) + path}
    return document.model_copy(
        update={"meta": document.meta.model_copy(update=addresses)}
    )
