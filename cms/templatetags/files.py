"""`{% load files %}`: what a reader wants to know of a file before opening it."""

from typing import Protocol

from django import template
from django.utils.formats import number_format
from django.utils.translation import ngettext

from cms.document_labels import document_label

register = template.Library()


class File(Protocol):
    """What documents have in a list, on their own page and as attachments."""

    extension: str
    size: int
    pages: int | None

    @property
    def page_unit(self) -> str: ...


class Labelled(Protocol):
    """A document's card or a link to one, labelled in the language of the log."""

    document_type: str
    document_type_label: str

    @property
    def status(self) -> str: ...


NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@register.filter
def type_label(document: Labelled) -> str:
    """Return what kind of document it is; without a kind, what the log calls it."""
    label = document_label("document_type", document.document_type)
    return label or document.document_type_label


@register.filter
def status_label(document: Labelled) -> str:
    return document_label("status", document.status)


@register.filter
def file_size(size: int) -> str:
    """Write bytes for people: `512 bytes`, `48 kB`, `1.2 MB`; a kB is 1,000 bytes."""
    if size < 1000:
        unit, number = ngettext("byte", "bytes", size), str(size)
    elif size < 999_500:
        unit, number = "kB", str(round(size / 1000))
    else:
        unit, number = "MB", number_format(round(size / 1_000_000, 1), decimal_pos=1)
    return f"{number}{NO_BREAK_SPACE}{unit}"


@register.filter
def page_count(document: File) -> str:
    """Write how long a file is: `1 page`, `12 slides`; nothing without pages."""
    number = document.pages or 0
    if not number:
        return ""
    if document.page_unit == "slide":
        unit = ngettext("slide", "slides", number)
    elif document.page_unit == "sheet":
        unit = ngettext("sheet", "sheets", number)
    else:
        unit = ngettext("page", "pages", number)
    return f"{number_format(number)}{NO_BREAK_SPACE}{unit}"


@register.filter
def file_facts(document: File) -> str:
    """Write type, size and length: `PDF, 48 kB, 3 pages`."""
    kind = document.extension.lstrip(".").upper()
    facts = (kind, file_size(document.size), page_count(document))
    return ", ".join(fact for fact in facts if fact)
