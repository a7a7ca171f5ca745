"""`{% load figures %}`: how figures are cited, and where they are as a table."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from cms.publishing.schemas import Statistic
from home.figure_citation import citation

register = template.Library()


@register.simple_tag(takes_context=True)
def cite_figures(
    context: Any, statistics: Sequence[Statistic], url: str, name: str = ""
) -> str:
    """Write how to cite figures of one measure that stand at an address."""
    return citation(statistics, context.get("site_info"), url, name)


@register.simple_tag
def figures_address(query: dict[str, str] | None = None, **more: Any) -> str:
    """Return where the API has the figures that fit, in the active language."""
    asked = {name: str(v) for name, v in ((query or {}) | more).items() if v}
    language = get_language() or settings.LANGUAGE_CODE
    if language != settings.LANGUAGE_CODE:
        asked["locale"] = language
    return f"{reverse('api-v2:list_figures')}?{urlencode(asked)}"
