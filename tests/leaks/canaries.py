"""Words that occur nowhere else, in every text field that a model has."""

import secrets
from typing import Any

from django.db import models
from wagtail.models import Page

# What has a form of its own, or is not written by people.
KEPT = {
    *("path", "url_path", "slug", "programme_year", "time_zone", "hero", "language"),
    *("search_description", "file_hash", "sha256", "media_type", "file", "locale"),
    # Goes with a day alone, and then the thing is withdrawn.
    "withdrawn_explanation",
    *("translation_key", "draft_title", "contentless", "uploaded_name"),
}


def new_canary() -> str:
    return f"canary{secrets.token_hex(6)}"


def text_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the fields of a model, its parents' included, in which text is kept."""
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.FileField)
        and not getattr(field, "stream_block", None)
        and not field.choices
        and not field.primary_key
        and field.name not in KEPT
    ]


def filled(model: type[models.Model], canary: str) -> dict[str, str]:
    """Return a value with the canary for each text field."""
    values = {field.name: value_for(field, canary) for field in text_fields(model)}
    if issubclass(model, Page):
        values |= page_values(canary)
    return values


def value_for(field: models.Field[Any, Any], canary: str) -> str:
    if isinstance(field, models.URLField):
        return f"https://example.org/{canary}"
    if isinstance(field, models.EmailField):
        return f"{canary}@example.org"
    return canary


def page_values(canary: str) -> dict[str, Any]:
    return {
        "slug": canary,
        "search_description": f"{canary}: a description of at least fifty characters.",
    }


def body(canary: str) -> list[tuple[str, Any]]:
    """Return a body with the canary in blocks of several kinds."""
    return [
        ("heading", {"text": canary, "level": "2"}),
        ("rich_text", f"<p>{canary}</p>"),
        ("quote", {"text": canary, "attribution": canary}),
        ("callout", {"kind": "warning", "heading": canary, "text": f"<p>{canary}</p>"}),
        ("embed", {"title": canary, "url": f"https://example.org/{canary}"}),
    ]
