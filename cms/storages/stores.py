"""What a store of files is asked, whatever it is."""

from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import file_digest, sha256
from typing import Any, NamedTuple, Protocol, runtime_checkable

# Enough for few calls, and little for each of the visitors who load a file at once.
PIECE_BYTES = 256 * 1024


class StoreError(Exception):
    """The store does not answer, or refuses what it was asked; its cause says why."""


class StoredFile(NamedTuple):
    """A file as a list of the store shows it; the size is in bytes."""

    name: str
    size: int
    modified_at: datetime


class Stream:
    """A file or a part of it, as bytes in pieces; `size` is how many bytes come.

    Whoever opens it closes it; a response does so when it is sent.
    """

    def __init__(
        self, size: int, pieces: Iterator[bytes], close: Callable[[], None]
    ) -> None:
        self.size = size
        self.pieces = pieces
        self.close = close

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces


@runtime_checkable
class Store(Protocol):
    """A Django storage that does what this project needs beside.

    All of them raise StoreError where the store does not answer, and FileNotFoundError
    where there is no such file.
    """

    def stream(self, name: str, start: int = 0, stop: int | None = None) -> Stream:
        """Open the bytes from `start` up to and without `stop`; None is the end."""

    @property
    def base_url(self) -> str | None:
        """Return where a view of ours sends its files by name, None where none does."""

    def signed_url(self, name: str, media_type: str, disposition: str) -> str | None:
        """Return an address that opens the file for a minute, None where none can."""

    def receive(self, name: str, file: Any) -> None:
        """Keep a file under exactly this name, whole or not at all.

        Raises FileExistsError where the name is taken.
        """

    def sha256(self, name: str) -> str:
        """Return the checksum of what is stored."""

    def files(self) -> Iterator[StoredFile]:
        """Yield all files, in the order of their names."""

    def remove(self, name: str) -> None:
        """Remove a file, without a word where there is none."""

    def exists(self, name: str) -> bool: ...

    def open(self, name: str) -> Any: ...


def sha256_of_file(file: Any) -> str:
    """Return the checksum of an open file, from its beginning."""
    file.seek(0)
    return file_digest(file, "sha256").hexdigest()


def sha256_of_stream(stream: Stream) -> str:
    """Return the checksum of a stream, and close it."""
    digest = sha256()
    try:
        for piece in stream:
            digest.update(piece)
    finally:
        stream.close()
    return digest.hexdigest()
