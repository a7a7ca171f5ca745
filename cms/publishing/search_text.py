"""The words of a public form, for the search."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from .schemas import PublicSchema

# What people read is found; addresses, codes and the names of neighbours are not.
READ_BY_MACHINES = {
    *("id", "type", "meta", "url", "path", "download_url", "calendar_url", "locale"),
    *("sha256", "media_type", "extension", "status", "kind", "state", "role", "host"),
    *("anchor", "slug", "time_zone", "language", "document_type", "category"),
    "page_unit",
}
NEIGHBOURS = {
    *("breadcrumbs", "translations", "related_pages", "used_on", "renditions"),
    *("previous_in_series", "next_in_series", "replaces", "replaced_by"),
    # What a file was called before, and says no more.
    "versions",
    # Of whatever marks them, which would else be a hit for what it does not say.
    "terms",
    # Of the home page, which would else be a hit for every news item on it.
    *("impact", "story", "updates"),
}
UNREAD = READ_BY_MACHINES | NEIGHBOURS
# Days and moments as machines write them.
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-][\d:]+)?)?")
# The renderer's own tags: it has escaped all other signs.
TAG = re.compile(r"</?[A-Za-z][^>]*>")


def search_text(detail: PublicSchema) -> str:
    """Return the text of a public form, without markup."""
    return text_in(detail.model_dump(mode="json"))


def text_in(value: Any) -> str:
    return " ".join(" ".join(strings_in(value)).split())


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in UNREAD:
                yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)
    elif isinstance(value, str) and not MOMENT.fullmatch(value):
        # A space for each tag: "one</p><p>two" is two words.
        yield unescape(TAG.sub(" ", value)) if "<" in value or "&" in value else value
