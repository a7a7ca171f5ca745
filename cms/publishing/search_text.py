"""The words of a public form, for the search."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from .schemas import PublicSchema

# What people read is found; addresses, codes and the names of neighbours are not.
READ_BY_MACHINES = {
    *("id", "type", "meta", "url", "path", "download_url", "calendar_url", "locale"),
    *("sha256", "media_type", "extension", "status", "kind", "state", "role", "host"),
    *("anchor", "slug", "time_zone", "language", "document_type", "category"),
}
NEIGHBOURS = {
    *("breadcrumbs", "translations", "related_pages", "used_on", "renditions"),
    *("previous_in_series", "next_in_series", "replaces", "replaced_by"),
    # Of the home page, which would else be a hit for every news item on it.
    *("impact", "story", "updates"),
}


def search_text(detail: PublicSchema) -> str:
    """Return the text of a public form, without markup."""
    words = " ".join(strings_in(detail.model_dump(mode="json")))
    return " ".join(words.split())


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in READ_BY_MACHINES | NEIGHBOURS:
                yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)
    elif isinstance(value, str):
        # A space for each tag: "one</p><p>two" is two words.
        yield unescape(strip_tags(value.replace("<", " <")))
