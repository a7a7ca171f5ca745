"""`{% load documents %}`: what documents are, in the page's own language."""

from typing import Protocol
from urllib.parse import quote

from django import template
from django.utils.translation import gettext as _

from cms.feeds import FeedLink
from documents.api import DocumentDetail
from documents.choices import DocumentStatus, DocumentType
from documents.library.feed_links import links_to_all, links_to_series

register = template.Library()


class Labelled(Protocol):
    """A document's card or a link to one: its labels are in the site's language."""

    document_type: str
    document_type_label: str

    @property
    def status(self) -> str: ...


@register.filter
def type_label(document: Labelled) -> str:
    """Return what kind of document it is; without a kind, what the log calls it."""
    if document.document_type not in DocumentType:
        return document.document_type_label
    return str(DocumentType(document.document_type).label)


@register.filter
def status_label(document: Labelled) -> str:
    return str(DocumentStatus(document.status).label)


@register.simple_tag
def feeds_of(document: DocumentDetail) -> list[FeedLink]:
    """Return the feeds in which the document stands, its series first."""
    series = document.series
    own = links_to_series(series.slug, series.name) if series else []
    return [*own, *links_to_all()]


@register.simple_tag
def letter_about(document: DocumentDetail, email: str) -> str:
    """Return the address of a letter that asks for a document in another format."""
    text = _("Another format of “%(title)s” (document %(number)s)")
    subject = text % {"title": document.title, "number": document.id}
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}"
