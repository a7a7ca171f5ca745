"""Parts of texts with what was found in them, as HTML."""

from django.utils.html import escape

from .index import MARKS


def marked(text: str) -> str:
    """Return a part of a text as HTML, with `<mark>` around what was found."""
    begin, end = MARKS
    return escape(text).replace(begin, "<mark>").replace(end, "</mark>")
