"""`{% load languages %}`: the way from a page to the same one in another language."""

from dataclasses import dataclass

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from cms.publishing.schemas import PageDetail
from cms.publishing.schemas.site import SiteInfo

register = template.Library()


@dataclass(frozen=True)
class Language:
    """A language of the site and where this page, or else its home, is in it."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool


@register.simple_tag
def languages(
    site_info: SiteInfo | None, content: PageDetail | str = ""
) -> list[Language]:
    """Return the site's languages, none where there is no choice.

    `content` is missing on pages that Wagtail does not know, such as the search.
    """
    if not site_info:
        return []
    translations = {
        link.locale: link.path for link in getattr(content, "translations", [])
    }
    found = [
        Language(
            code=locale.code,
            name=locale.name,
            url=translations.get(locale.code) or locale.home.path,
            current=locale.code == site_info.locale,
            translated=locale.code in translations,
        )
        for locale in site_info.locales
        if locale.home
    ]
    return found if len(found) > 1 else []


@register.simple_tag
def in_language(code: str) -> str:
    """Return the `lang` of words that are in another language than the page."""
    return "" if code == get_language() else format_html('lang="{}"', code)
