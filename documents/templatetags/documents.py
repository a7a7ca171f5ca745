"""`{% load documents %}`: what documents are, in the page's own language."""

from urllib.parse import quote

from django import template
from django.utils.translation import gettext as _

from cms.feeds import FeedLink
from documents.api import DocumentDetail
from documents.inspection.accessibility import Grade
from documents.library.feed_links import links_to_all, links_to_series

register = template.Library()


@register.filter
def grade_label(document: DocumentDetail) -> str:
    return str(Grade(document.accessibility.grade).label)


@register.filter
def barriers(document: DocumentDetail) -> list[str]:
    """Return what a file lacks, each in a sentence; the log has them in English."""
    return [_(sentence) for sentence in document.accessibility.missing]


@register.filter
def cover_alt(document: DocumentDetail) -> str:
    return _("First page of “%(title)s”") % {"title": document.title}


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
