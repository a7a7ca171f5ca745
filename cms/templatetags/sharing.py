"""`{% load sharing %}`: what a page tells search engines and other sites."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.safestring import SafeString

from cms.publishing.schemas.site import SiteInfo
from cms.sharing import Described, described
from cms.sharing.described import full_title
from cms.sharing.things import json_ld

register = template.Library()


def description_in(context: Context) -> Described | None:
    """Return what is said of the page; None on pages without an address, such as 404.

    A view that shows what the log does not have gives it as `described`.
    """
    site: SiteInfo | None = context.get("site_info") or None
    content = context.get("content")
    found: Described | None = context.get("described")
    if found is None and content:
        found = described(content, site)
        items = context.get("items")
        found.number = getattr(items, "number", 1)
    return found


@register.simple_tag(takes_context=True)
def page_title(context: Context, name: str = "") -> str:
    """Return the `<title>` of the page; of one that has no content, after its name."""
    found = None if name else description_in(context)
    if found:
        return found.full_title
    return full_title([name] if name else [], context.get("site_info"))


@register.inclusion_tag("cms/includes/page_meta.html", takes_context=True)
def page_meta(context: Context) -> dict[str, Any]:
    """Write description, canonical address, previews and things of the page."""
    page = description_in(context)
    return {
        "content": context.get("content"),
        "site_info": context.get("site_info"),
        "page": page,
        "is_indexed": page.is_indexed and not settings.NOINDEX if page else False,
    }


@register.filter
def as_json_ld(page: Described) -> SafeString:
    return json_ld(page.things())
