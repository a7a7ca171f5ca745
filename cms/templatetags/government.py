"""`{% load government %}`: what only an official website may say of itself."""

from typing import Any

from django import template
from django.template.context import Context

register = template.Library()

DOMAINS = ("gov", "mil")


@register.simple_tag(takes_context=True)
def official_domain(context: Context) -> str:
    """Return `gov` or `mil` where the site is official and this is its address.

    A copy of the site elsewhere, such as one for tests, does not claim to be official.
    """
    site_info: Any = context.get("site_info")
    request = context.get("request")
    if not site_info or not site_info.banner or request is None:
        return ""
    host = request.get_host().partition(":")[0].rstrip(".").lower()
    return next((name for name in DOMAINS if host.endswith(f".{name}")), "")
