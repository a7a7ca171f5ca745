"""`{% load search %}`: parts of texts in which words were found."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from search.highlights import marked

register = template.Library()


@register.filter
def highlighted(text: str) -> SafeString:
    """Write a part of a text with `<mark>` around what was found; all else is text."""
    return mark_safe(marked(text))
