"""The files of a series in one ZIP, made while it is sent.

What is in it is decided once, at the start: by the log, then by what the storage has.
So its length is known, and a reader's browser says how long it takes. Files are stored,
not packed again: most of these kinds are packed already.
"""

import logging
import unicodedata
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain, count
from pathlib import PurePath
from typing import Any

from zipstream import ZipStream

from cms.api.csv_format import csv_text
from cms.publishing.visibility import is_collection_public
from cms.storages.stores import Store
from documents.models import CustomDocument
from documents.models.stored_document import document_storage
from documents.querysets import DocumentQuerySet

logger = logging.getLogger(__name__)

Card = dict[str, Any]

MAX_FILES, MAX_BYTES = 1000, 2 * 10**9
MANIFEST, CHECKSUMS = "MANIFEST.csv", "SHA256SUMS"
COLUMNS = [
    *("file", "document", "title", "document_date", "issue", "status", "language"),
    *("version_number", "media_type", "size", "sha256", "address", "note"),
]
FACTS = [
    name for name in COLUMNS if name not in {"file", "document", "address", "note"}
]

# A bucket is asked for each file, and takes a moment for each answer.
ASKED_AT_ONCE = 8

MISSING = "Not in this archive: the file could not be read."
CHANGED = "Not in this archive: the document was changed while it was made."


def fits(cards: Sequence[Card]) -> bool:
    """Tell whether the files of these documents are sent as one archive."""
    return 0 < len(cards) <= MAX_FILES and size_of(cards) <= MAX_BYTES


def size_of(cards: Sequence[Card]) -> int:
    """Return the bytes of the files of these documents together."""
    return sum(card["size"] for card in cards)


@dataclass(frozen=True)
class Member:
    """A document in the archive: its card, and where the storage has its file.

    `name` is that of the file in the archive, empty where it is left out; `note` says
    why.
    """

    card: Card
    name: str = ""
    stored_name: str = ""
    note: str = ""

    @property
    def line(self) -> dict[str, Any]:
        """Return what the manifest says of it."""
        card = self.card
        facts = {name: card[name] for name in FACTS}
        address = card["meta"]["html_url"]
        own = {"file": self.name, "document": card["id"], "note": self.note}
        return facts | own | {"address": address}

    def pieces(self) -> Iterator[bytes]:
        """Yield the file; opened when it is its turn, closed whatever happens."""
        with closing(store().stream(self.stored_name)) as stream:
            yield from stream


class Archive:
    """The public files of the documents of these cards, in their order."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self.members = members_of(cards)

    @cached_property
    def manifest(self) -> str:
        return csv_text(COLUMNS, (member.line for member in self.members))

    @cached_property
    def checksums(self) -> str:
        """Return a line for each file, as `sha256sum --check` reads it."""
        lines = [(m.card["sha256"], m.name) for m in self.members if m.name]
        lines.append((sha256(self.manifest.encode()).hexdigest(), MANIFEST))
        return "".join(f"{digest}  {name}\n" for digest, name in lines)

    @property
    def etag(self) -> str:
        """Return the validator of what is in it; a weak one: each file has a time."""
        return f'W/"{sha256(self.checksums.encode()).hexdigest()[:32]}"'

    def stream(self) -> ZipStream:
        """Return the archive, which has a length and is read once."""
        stream = ZipStream(sized=True)
        stream.add(self.manifest, MANIFEST)
        stream.add(self.checksums, CHECKSUMS)
        for member in self.members:
            if member.name:
                stream.add(member.pieces(), member.name, size=member.card["size"])
        return stream


def members_of(cards: Sequence[Card]) -> list[Member]:
    names, files = Names(), stored_files(cards)
    found = []
    for card in cards:
        stored_name, note = files[card["id"]]
        name = "" if note else names.take(card["filename"])
        found.append(Member(card, name, stored_name, note))
    return found


class Names:
    """Names of files in one directory: one that is taken already gets a number."""

    def __init__(self) -> None:
        self._taken = {key_of(MANIFEST), key_of(CHECKSUMS)}

    def take(self, name: str) -> str:
        stem, suffix = PurePath(name).stem, PurePath(name).suffix
        numbered = (f"{stem} ({number}){suffix}" for number in count(2))
        free = next(n for n in chain([name], numbered) if key_of(n) not in self._taken)
        self._taken.add(key_of(free))
        return free


def key_of(name: str) -> str:
    """Return what is the same of names that some machines cannot tell apart."""
    return unicodedata.normalize("NFC", name).casefold()


# --- What the storage has -----------------------------------------------------------


def stored_files(cards: Sequence[Card]) -> dict[int, tuple[str, str]]:
    """Return the name in the storage of each document's file, or why it is left out.

    The log has said what is public; the record must still say the same of the file.
    """
    digests = {card["id"]: card["sha256"] for card in cards}
    documents = CustomDocument.objects.released().filter(pk__in=digests)
    private = {pk for pk in collections_of(documents) if not is_collection_public(pk)}
    public = [
        document
        for document in documents.exclude(collection__in=private)
        if document.sha256 == digests[document.pk]
    ]
    found = dict.fromkeys(digests, ("", CHANGED))
    with ThreadPoolExecutor(ASKED_AT_ONCE) as pool:
        notes = pool.map(what_is_wrong, public)
    for document, note in zip(public, notes, strict=True):
        found[document.pk] = (str(document.file.name), note)
    return found


def collections_of(documents: DocumentQuerySet) -> set[int]:
    return set(documents.order_by().values_list("collection_id", flat=True).distinct())


def what_is_wrong(document: CustomDocument) -> str:
    """Return why the file cannot be sent; empty where it can."""
    try:
        size = document.file.storage.size(str(document.file.name))
    except FileNotFoundError:
        size = -1
    if size == document.size:
        return ""
    logger.error("The file of document %s is missing or damaged.", document.pk)
    return MISSING


def store() -> Store:
    found: Any = document_storage()
    return found
