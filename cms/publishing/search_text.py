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
    *("page_unit", "alt_language", "emphasis", "grade", "selection"),
    # The files of a picture.
    *("sources", "card"),
}
# What is said of everything of a kind finds nothing.
SAID_OF_ALL = {"time_zone_label", "state_label", "accessibility"}
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
UNREAD = READ_BY_MACHINES | SAID_OF_ALL | NEIGHBOURS
# Days and moments as machines write them.
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-][\d:]+)?)?")
# The renderer's own tags: it has escaped all other signs. Those within a word part
# nothing, "<p>one</p><p>two</p>" is two words.
WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|code|em|i|span|strong|sub|sup)\b[^>]*>", re.I
)
TAG = re.compile(r"</?[A-Za-z][^>]*>")
# Stands between what are parts of their own, also in what a search shows of a text.
SEPARATOR = " · "
# Letters around an ampersand, which many leave out: "ID&R" is "IDR" as well.
ACRONYM = re.compile(r"\b([A-Z]{1,4})&([A-Z]{1,4})(?![A-Z])")


def search_text(detail: PublicSchema) -> str:
    """Return the text of a public form, without markup.

    Behind it stand acronyms as they are written without their ampersands.
    """
    text = text_in(detail.model_dump(mode="json"))
    plain = dict.fromkeys("".join(letters) for letters in ACRONYM.findall(text))
    return SEPARATOR.join(filter(None, [text, " ".join(plain)]))


def text_in(value: Any) -> str:
    parts = (" ".join(part.split()) for part in strings_in(value))
    return SEPARATOR.join(filter(None, parts))


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in UNREAD:
                yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)
    elif isinstance(value, str) and not MOMENT.fullmatch(value):
        yield without_markup(value) if "<" in value or "&" in value else value


def without_markup(html: str) -> str:
    return unescape(TAG.sub(" ", WITHIN_WORDS.sub("", html)))
