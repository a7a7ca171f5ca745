"""Facets and their values in words, in the active language."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from cms.document_labels import document_label
from cms.models import DocumentSeries, Topic
from cms.publishing.registry import types_by_name
from cms.publishing.statements import fetch, places

from .facets import Facets

NAMES = {
    "type": gettext_lazy("Kind"),
    "document_type": gettext_lazy("Type of document"),
    "topic": gettext_lazy("Topic"),
    "series": gettext_lazy("Series"),
    "programme_year": gettext_lazy("Program year"),
    "fiscal_year": gettext_lazy("Fiscal year"),
    "year": gettext_lazy("Year"),
    "language": gettext_lazy("Language"),
    "status": gettext_lazy("Status"),
}
# Snippets whose slugs are values, and whose names are public where a value is.
NAMED: dict[str, Any] = {"topic": Topic, "series": DocumentSeries}
LONGEST = 80


def labelled(facets: Facets) -> list[dict[str, Any]]:
    """Return facets with their values in words: one query for each kind of snippet."""
    return [
        {
            "name": name,
            "label": str(NAMES[name]),
            "values": [
                {
                    "value": value.value,
                    "label": words[value.value],
                    "count": value.count,
                }
                for value in values
            ],
        }
        for name, values in facets.items()
        for words in [labels_of(name, [v.value for v in values])]
    ]


def labels_of(name: str, values: Iterable[str]) -> dict[str, str]:
    values = list(values)
    if name in NAMED and values:
        table = NAMED[name]._meta.db_table
        found = f"SELECT slug, name FROM {table} WHERE slug IN ({places(values)})"
        names: dict[str, str] = dict(fetch(found, values))
        return {value: names.get(value, value)[:LONGEST] for value in values}
    return {value: label_of(name, value) for value in values}


def label_of(name: str, value: str) -> str:
    if name == "type":
        # An address may name any.
        known = types_by_name().get(value)
        return known.label if known else value[:LONGEST]
    if name == "language":
        return language_name(value)
    if name in ("document_type", "status"):
        return document_label(name, value) or str(_("Other"))
    return value[:LONGEST]


def language_name(code: str) -> str:
    if code in dict(settings.LANGUAGES):
        return str(get_language_info(code)["name_translated"]).capitalize()
    return code[:LONGEST]
