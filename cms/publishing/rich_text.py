"""Rich text as the public gets it: links resolved, or gone where they lead nowhere."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

from .rich_text_html import write
from .rich_text_tree import Attributes, Node, read
from .terms import LINK_TYPE, term_link

LONGEST_NUMBER = 18  # Digits: what the database takes for a number.
PERMITTED_SCHEMES = {"http", "https", "mailto", "tel", ""}


def public_html(source: str, renderer: Any) -> str:
    """Return HTML in which each link leads to something public.

    A link to what a visitor may not see becomes plain text. Of elements and attributes
    there are those alone that the tree knows (schemas/rich_text.py).
    """
    return write(read(source, partial(resolve, renderer=renderer)))


def tree_of(html: str) -> list[Node]:
    """Return HTML that `public_html` has made as a tree."""
    return read(html, published_link)


def resolve(anchor: Attributes, renderer: Any) -> Node | None:
    """Return where an anchor of the editor's leads, or None where nobody may go."""
    kind, number = anchor.get("linktype"), number_of(anchor.get("id"))
    if kind == "page" and number:
        link = renderer.chosen_page(renderer.known.get(Page, number))
        return link and internal(link["type"], link["id"], link["path"])
    if kind == "document" and number:
        documents = get_document_model()
        link = renderer.document(renderer.known.get(documents, number))
        return link and internal(documents._meta.label, link["id"], link["path"])
    if kind == LINK_TYPE and number:
        term = term_link(number, renderer)
        return term and internal(*term)
    address = anchor.get("href", "")
    return external(address) if address and is_permitted(address) else None


def published_link(anchor: Attributes) -> Node:
    address = anchor["href"]
    if "data-id" not in anchor:
        return external(address)
    return internal(anchor["data-type"], int(anchor["data-id"]), address)


def internal(kind: str, number: int, path: str) -> Node:
    # Links to what is not public are no links: docs/decisions/0011-rich-text-tree.md.
    return {
        "href": path,
        "to": {"type": kind, "id": number, "path": path, "live": True},
    }


def external(address: str) -> Node:
    return {"href": address, "to": None}


def number_of(value: Any) -> int | None:
    """Return the number of a thing in the database, or None where it is none."""
    text = str(value or "")
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def targets_in(source: str) -> Iterator[tuple[type[models.Model], int]]:
    """Yield what rich text links to, so that it can be looked up all at once."""
    for model, pk, _model_path, _path in extract_references_from_rich_text(source):
        number = number_of(pk)
        if number:
            yield model, number


def is_permitted(address: str) -> bool:
    """Tell whether an address elsewhere is one to follow, and not code or broken."""
    try:
        return urlsplit(address).scheme.lower() in PERMITTED_SCHEMES
    except ValueError:  # “http://[”, for example
        return False
