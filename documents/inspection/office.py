"""What all documents of Office have in common: properties and relations."""

import posixpath
from dataclasses import dataclass

from .archives import Archive
from .facts import Facts
from .languages import language_tag
from .markup import Elements, Values, listen, value
from .texts import clean_line

LONGEST_TITLE = 300


def described(archive: Archive, facts: Facts, part: str) -> Facts:
    """Add title and language as the properties of a document tell them."""
    properties = Values("title", "language")
    with archive.open(part) as stream:
        listen(stream, properties)
    facts.title = clean_line(properties.found["title"], LONGEST_TITLE)
    facts.language = language_tag(properties.found["language"])
    return facts


@dataclass(frozen=True)
class Relation:
    """What a part leads to inside the same document."""

    kind: str
    target: str


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return what a part leads to, by id. What lies outside is never looked at."""
    directory, name = posixpath.split(part)
    found = Elements("Relationship")
    with archive.open(f"{directory}/_rels/{name}.rels") as stream:
        listen(stream, found)
    return {
        value(element, "Id"): Relation(
            kind=value(element, "Type").rpartition("/")[2],
            target=resolved(directory, value(element, "Target")),
        )
        for element in found.found
        if value(element, "TargetMode") != "External"
    }


def resolved(directory: str, target: str) -> str:
    """Return the name of a part from how another one, of a directory, names it."""
    return posixpath.normpath(posixpath.join("/", directory, target)).lstrip("/")
