"""`{% load navigation %}`: which entry of the navigation the reader is in."""

from typing import Any

from django import template

from cms.publishing.schemas import Link

register = template.Library()


@register.filter
def current(link: Link, content: Any) -> str:
    """Return the value of `aria-current`: `page`, `true` within its section, or ``.

    `content` is a page or a document, or empty on pages that are neither.
    """
    if not link.page or not content:
        return ""
    path = content.meta.path
    if path == link.page.path:
        return "page"
    return "true" if path.startswith(link.page.path) else ""
