"""`{% load languages %}`: the way from a page to the same one in another language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from cms.alternates import active_language, path_in
from cms.language_names import name_within_sentence
from cms.publishing.schemas.site import SiteInfo

register = template.Library()

# As cms/publishing/rich_text_html.py writes a link to something of the site.
INTERNAL_LINK = re.compile(r'<a href="(/[^"]*)" data-type="([^"]+)"')


@dataclass(frozen=True)
class Language:
    """A language of the site and where this page, or else its home, is in it.

    `note` tells in that language where a link leads if not to the same page.
    """

    code: str
    name: str
    url: str
    current: bool
    translated: bool
    note: str


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[Language]:
    """Return the site's languages, none where there is no choice."""
    site: SiteInfo | None = context.get("site_info") or None
    if not site:
        return []
    paths = {found.locale: found.path for found in translations_in(context)}
    found = [
        Language(
            code=locale.code,
            name=locale.name,
            url=paths.get(locale.code) or locale.home.path,
            current=locale.code == active_language(),
            translated=locale.code in paths,
            note="" if locale.code in paths else home_in(locale.code),
        )
        for locale in site.locales
        if locale.home
    ]
    return found if len(found) > 1 else []


@register.simple_tag(takes_context=True)
def hreflangs(context: Context) -> list[tuple[str, str]]:
    """Return languages and addresses for `<link rel="alternate">`, itself included.

    None where the page is in one language only. `x-default` is the site's own one,
    which readers of any other language get.
    """
    meta = getattr(context.get("content"), "meta", None)
    others = translations_in(context)
    if meta is None or not others or words_in(context) != active_language():
        return []
    found = {active_language(): meta.html_url}
    found |= {other.locale: other.url for other in others}
    if settings.LANGUAGE_CODE in found:
        found["x-default"] = found[settings.LANGUAGE_CODE]
    return list(found.items())


@register.simple_tag(takes_context=True)
def words_in(context: Context) -> str:
    """Return the language of the content: not the reader's on an untranslated page."""
    meta = getattr(context.get("content"), "meta", None)
    return getattr(meta, "language", None) or active_language()


def translations_in(context: Context) -> list[Any]:
    """Return the page's other languages: from its view, else as the log has them."""
    if "alternates" in context:
        return list(context["alternates"])
    return list(getattr(context.get("content"), "translations", []))


def home_in(code: str) -> str:
    with override(code):
        return _("home page")


@register.simple_tag
def in_language(code: str) -> str:
    """Return the `lang` of words that are in another language than the page."""
    return "" if code == get_language() else format_html('lang="{}"', code)


@register.filter
def own_language_first(links: Iterable[Any]) -> list[Any]:
    """Return links, those to pages of the reader's language before the others."""
    return sorted(links, key=lambda link: link.locale != active_language())


@register.simple_tag
def language_noted(code: str) -> str:
    """Return the name of a language that is not the reader's, in parentheses."""
    if code == active_language():
        return ""
    name = name_within_sentence(code)
    return format_html(' <span class="quiet">({})</span>', name)


@register.simple_tag
def in_own_language() -> str:
    """Return the `lang` of names that the site has in its own language only."""
    return in_language(settings.LANGUAGE_CODE)


@register.simple_tag(takes_context=True)
def untranslated(context: Context, name: str) -> str:
    """Return the `lang` of a text of the settings, where it is not translated."""
    site: SiteInfo | None = context.get("site_info") or None
    return in_own_language() if site and name in site.untranslated else ""


@register.filter
def localized(path: str) -> str:
    """Return the path of a document's page in the reader's language."""
    return path_in(active_language(), path)


@register.filter
def with_localized_links(html: str) -> SafeString:
    """Return rich text of the log whose links to documents lead to such pages."""
    kind = get_document_model()._meta.label

    def link(match: re.Match[str]) -> str:
        path = localized(match[1]) if match[2] == kind else match[1]
        return f'<a href="{path}" data-type="{match[2]}"'

    # Made by ours alone, from what the editor may write.
    return mark_safe(INTERNAL_LINK.sub(link, html))
