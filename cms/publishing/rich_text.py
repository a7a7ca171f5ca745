"""Rich text as the public gets it: links resolved, or gone where they lead nowhere."""

from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from wagtail.documents import get_document_model
from wagtail.models import Page

PERMITTED_SCHEMES = {"http", "https", "mailto", "tel", ""}


def public_html(source: str, renderer: Any) -> str:
    """Return HTML in which each link leads to something public.

    A link to what a visitor may not see becomes plain text; embedded elements,
    which the editor does not offer, are dropped.
    """
    soup = BeautifulSoup(source, "html.parser")
    for embed in soup.find_all("embed"):
        embed.decompose()
    for anchor in soup.find_all("a"):
        resolve(anchor, renderer)
    return str(soup)


def resolve(anchor: Tag, renderer: Any) -> None:
    address = address_of(anchor, renderer)
    if address is None:
        anchor.unwrap()
        return
    anchor.attrs = {"href": address}


def address_of(anchor: Tag, renderer: Any) -> str | None:
    kind, number = anchor.get("linktype"), str(anchor.get("id", ""))
    if kind == "page" and number.isdecimal():
        link = renderer.page(Page.objects.filter(pk=number).first())
        return link and link["path"]
    if kind == "document" and number.isdecimal():
        found = get_document_model().objects.filter(pk=number).first()
        link = renderer.document(found)
        return link and link["path"]
    address = str(anchor.get("href", ""))
    return address if address and is_permitted(address) else None


def is_permitted(address: str) -> bool:
    """Tell whether an address elsewhere is one to follow, and not code or broken."""
    try:
        return urlsplit(address).scheme.lower() in PERMITTED_SCHEMES
    except ValueError:  # “http://[”, for example
        return False
