"""Snippets are public while a row of the log shows them: its tags say so."""

from collections.abc import Iterable

from django.db import models

from .models import SNIPPETS, Tag
from .registry import published_types
from .tags import tag_of, use_tag

PREFIX = use_tag("")


def is_in_use(snippet: models.Model) -> bool:
    """Tell whether anything public shows a snippet; only live rows have tags."""
    return Tag.objects.filter(name=tag_of(snippet)).exists()


def uses_in(tags: Iterable[str]) -> set[str]:
    """Return the tags of the uses of those snippets that are among these tags."""
    kinds = snippet_kinds()
    return {use_tag(tag) for tag in tags if tag.rpartition("-")[0] in kinds}


def snippets_in(tags: Iterable[str]) -> list[tuple[str, int]]:
    """Return resource and number of the snippets whose use may have changed."""
    kinds = snippet_kinds()
    names = (tag.removeprefix(PREFIX) for tag in tags if tag.startswith(PREFIX))
    parts = (name.rpartition("-") for name in names)
    return sorted((kinds[kind], int(number)) for kind, _dash, number in parts)


def snippet_kinds() -> dict[str, str]:
    """Return the resource of each kind, by the name that its tags begin with."""
    return {
        published.model._meta.label_lower: published.resource
        for published in published_types()
        if published.resource in SNIPPETS
    }
