"""Parts of texts with what was found in them, as HTML."""

from django.utils.html import escape

from cms.publishing.search_text import SEPARATOR

from .index import MARKS


def marked(text: str) -> str:
    """Return a part of a text as HTML, with `<mark>` around what was found."""
    begin, end = MARKS
    return escape(text).replace(begin, "<mark>").replace(end, "</mark>")


def without_title(text: str, title: str) -> str:
    """Return a part of a text without the title with which it begins.

    The title stands above it already. Nothing is left where nothing was found behind.
    """
    begin, end = MARKS
    place = 0
    for letter in title:
        while text[place : place + 1] in MARKS:
            place += 1
        if text[place : place + 1] != letter:
            return text
        place += 1
    rest = text[place:].removeprefix(end).lstrip(SEPARATOR)
    return rest if begin in rest else ""
