"""Blocks of running text, as a StreamField stores them."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from cms.models import DocumentSeries
from documents.models import CustomDocument

Block = dict[str, Any]


def heading(text: str, level: int = 2, anchor: str = "") -> Block:
    value = {"text": text, "level": str(level), "anchor": anchor}
    return {"type": "heading", "value": value}


def rich_text(html: str) -> Block:
    return {"type": "rich_text", "value": html}


def callout(heading: str, html: str, kind: str = "information") -> Block:
    value = {"kind": kind, "heading": heading, "text": html}
    return {"type": "callout", "value": value}


def series_list(series: DocumentSeries, heading: str, introduction: str) -> Block:
    """List all documents of a series, those to come included."""
    return _document_list("series", heading, introduction, series=series.pk)


def type_list(document_type: str, heading: str, introduction: str) -> Block:
    """List all documents of a type, those to come included."""
    return _document_list("type", heading, introduction, document_type=document_type)


def picked_list(
    documents: Iterable[CustomDocument], heading: str, introduction: str
) -> Block:
    """List these documents, in their order."""
    picked = [document.pk for document in documents]
    return _document_list("picked", heading, introduction, documents=picked)


def _document_list(
    selection: str, heading: str, introduction: str, **chosen: Any
) -> Block:
    value: dict[str, Any] = {
        "heading": heading,
        "introduction": introduction,
        "selection": selection,
        "series": None,
        "document_type": "",
        "documents": [],
    }
    return {"type": "document_list", "value": value | chosen}


def table(
    caption: str, columns: dict[str, str], rows: Iterable[Iterable[str]], source: str
) -> Block:
    """Return a table; columns are heading and kind, `text` or `number`."""
    cells = {
        "columns": [{"type": k, "heading": h} for h, k in columns.items()],
        "rows": [{"values": list(row)} for row in rows],
        "caption": caption,
    }
    return {"type": "table", "value": {"table": cells, "source": source}}


def page_button(text: str, page: Page, emphasis: str = "primary") -> Block:
    value = {"text": text, "page": page.pk, "document": None, "url": ""}
    return {"type": "call_to_action", "value": value | {"emphasis": emphasis}}


def page_link(page: Page, text: str) -> str:
    """Return a link to a page, as rich text stores it."""
    return f'<a linktype="page" id="{page.pk}">{text}</a>'
