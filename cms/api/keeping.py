"""Answers whose content was made already, kept under what it follows from."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import caches
from django.http import HttpRequest

from cms.kept import asked
from cms.release import release


@dataclass(frozen=True)
class Kept:
    """An answer's content, with what the content says of itself."""

    etag: str
    content: bytes
    headers: dict[str, str]


def place_of(request: HttpRequest, version: str) -> str:
    """Return where the answer to a request is kept, as it is at a version."""
    # With the host: links to other pages of a list are whole addresses.
    parts = "\n".join((release(), version, asked(request)))
    return f"answer-{sha256(parts.encode()).hexdigest()}"


def recall(place: str) -> Kept | None:
    kept: Kept | None = caches["answers"].get(place)
    return kept


def keep(place: str, kept: Kept) -> None:
    caches["answers"].set(place, kept)
