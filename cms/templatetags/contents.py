"""`{% load contents %}`: what a long page has, for a list of links to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import gettext as _

from cms.charts import by_measure

register = template.Library()

# Fewer are seen at a glance.
WORTH_A_LIST = 3


@dataclass(frozen=True)
class Section:
    """A heading of the page: the fragment of its address, and its words."""

    anchor: str
    text: str


@register.simple_tag
def contents(content: Any) -> list[Section]:
    """Return the sections of a page in their order; none of a short page."""
    sections = list(sections_of(content))
    return sections if len(sections) >= WORTH_A_LIST else []


def sections_of(content: Any) -> Iterator[Section]:
    for number, figures in enumerate(by_measure(statistics_of(content)), start=1):
        if figures.measure:
            yield Section(f"measure-{number}", figures.measure.name)
    for block in getattr(content, "body", []):
        if block.type == "heading" and block.value.level == 2:
            yield Section(block.value.anchor, block.value.text)
        if block.type == "document_list" and block.value.heading and block.value.anchor:
            yield Section(block.value.anchor, block.value.heading)
    if getattr(content, "attachments", []):
        yield Section("attachments", _("Documents"))


def statistics_of(content: Any) -> list[Any]:
    found: list[Any] = getattr(content, "statistics", [])
    return found
