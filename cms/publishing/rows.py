"""What a row of the log says of a thing, and how it differs from what it said."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

from wagtail.models import Page

from .known import known
from .models import NEVER, Publication
from .page_translations import language_of_words, source_in_other_language
from .publishable import Publishable
from .registry import published_type
from .rendering import Rendering
from .search_text import search_text

LONGEST_PATH = 2048


def fields_of(obj: Publishable, rendering: Rendering) -> dict[str, Any]:
    """Return what a live row says of a thing."""
    meta = getattr(rendering.detail, "meta", None)
    return {
        "live": True,
        "listed": obj.is_listed,
        "reason": "",
        "type": published_type(type(obj)).name,
        "locale": locale_of(obj, meta),
        "site_id": site_of(obj),
        "parent_id": parent_of(obj),
        "path": getattr(meta, "path", "")[:LONGEST_PATH],
        "title": obj.title,
        "summary": summary_of(rendering.detail),
        "dated_at": obj.dated_at or NEVER,
        "first_published_at": moment(meta, "first_published_at"),
        "last_published_at": moment(meta, "last_published_at"),
        "public_updated_at": moment(meta, "public_updated_at"),
        "card": rendering.card,
        "body": rendering.body,
        "etag": etag_of(rendering.card, rendering.body),
        "search_text": search_text(rendering.detail),
        "text_etag": getattr(obj, "text_etag", ""),
    }


def locale_of(obj: Any, meta: Any) -> str:
    """Return the code of a thing's language; empty where it is of none, or of all."""
    if locale := getattr(meta, "locale", None):
        return str(locale)
    locale = getattr(obj, "locale", None)
    return locale.language_code if locale else ""


def summary_of(detail: Any) -> str:
    """Return what lists say of a thing beside its title, if anything."""
    return getattr(detail, "summary", "") or getattr(detail, "lead", "") or ""


def etag_of(card: str, body: str) -> str:
    return sha256(f"{card}\n{body}".encode()).hexdigest()[:32]


def moment(meta: Any, name: str) -> datetime:
    return getattr(meta, name, None) or NEVER


def parent_of(obj: Any) -> int | None:
    above = known().ancestors(obj) if isinstance(obj, Page) else []
    return above[-1].pk if above else None


def site_of(obj: Any) -> int | None:
    """Return the number of the site to which a page or its surroundings belong."""
    if isinstance(obj, Page):
        parts = known().url_parts(obj)
        return parts[0] if parts else None
    site = getattr(obj, "site", None)
    return site.pk if site else None


def differences(row: Publication, fields: dict[str, Any]) -> set[str]:
    """Return the names of the fields in which a row is not as it should be."""
    return {name for name, value in fields.items() if getattr(row, name) != value}


def earlier(new: str, current: str, old: str) -> str:
    """Return the last value, before a new one, that is another; empty if none is."""
    return next((value for value in (current, old) if value not in ("", new)), "")


def facets_of(obj: Any, rendering: Rendering) -> set[tuple[str, str]]:
    """Return names and values by which a thing is filtered."""
    facets = {(name, str(value)[:200]) for name, value in obj.public_facets()}
    facets |= {("document", str(pk)) for pk in rendering.documents}
    if isinstance(obj, Page):
        facets |= {("ancestor", str(page.pk)) for page in known().ancestors(obj)}
        facets.add(language_facet(obj))
    return facets


def language_facet(page: Page) -> tuple[str, str]:
    """Return what a page has in common with its translations, or that it is none."""
    if source_in_other_language(page):
        return "untranslated", language_of_words(page)
    return "translation", str(page.translation_key)


def documents_in(facets: Iterable[tuple[str, str]]) -> set[int]:
    """Return the numbers of the documents among the facets of a page."""
    return {int(value) for name, value in facets if name == "document"}
