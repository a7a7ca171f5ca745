"""Files in a directory of this machine."""

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from django.core.files.storage import FileSystemStorage

from .stores import (
    PIECE_BYTES,
    StoredFile,
    StoreError,
    Stream,
    sha256_of_stream,
)

logger = logging.getLogger(__name__)

# A directory, a file that is taken for one, a name longer than any.
NO_FILE = {errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG}
# Ends the name of a file that is still being written.
UNFINISHED = ".part"


@contextmanager
def told_as_store_error(name: str) -> Iterator[None]:
    """Raise StoreError for a full disk, or a directory that may not be entered."""
    try:
        yield
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError as error:
        raise StoreError(f"{name} cannot be read or written.") from error


class LocalStorage(FileSystemStorage):
    """A directory; without `base_url` its files have no address."""

    @property
    def base_url(self) -> str | None:  # type: ignore[override]
        # Django takes MEDIA_URL where none is given.
        return self._base_url  # type: ignore[attr-defined]

    def _save(self, name: str, content: Any) -> str:
        with told_as_store_error(name):
            return super()._save(name, content)  # type: ignore[misc]

    def stream(self, name: str, start: int = 0, stop: int | None = None) -> Stream:
        with told_as_store_error(name):
            file = opened(Path(self.path(name)))
        size = os.fstat(file.fileno()).st_size
        file.seek(start)
        left = max(0, (size if stop is None else min(stop, size)) - start)
        return Stream(left, pieces_of(file, left), file.close)

    def signed_url(self, name: str, media_type: str, disposition: str) -> None:
        """Return None: a local file is sent by this server."""

    def delete(self, name: str) -> None:
        """Remove a file, or leave it where that is refused: check_files finds it."""
        try:
            self.remove(name)
        except StoreError:
            logger.exception("%s stays.", name)

    def remove(self, name: str) -> None:
        with told_as_store_error(name):
            super().delete(name)

    def receive(self, name: str, file: Any) -> None:
        place = Path(self.path(name))
        with told_as_store_error(name):
            place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=place.parent, suffix=UNFINISHED) as draft:
                for piece in file.chunks(PIECE_BYTES):
                    draft.write(piece)
                draft.flush()
                os.fsync(draft.fileno())
                os.chmod(draft.name, self.file_permissions_mode or 0o644)
                # Unlike a move, a link never takes the place of what is there.
                os.link(draft.name, place)

    def sha256(self, name: str) -> str:
        return sha256_of_stream(self.stream(name))

    def files(self) -> Iterator[StoredFile]:
        root = Path(self.location)
        found = (path for path in root.rglob("*") if path.is_file())
        for path in sorted(found, key=lambda path: path.relative_to(root).as_posix()):
            if path.suffix != UNFINISHED:
                facts = path.stat()
                modified_at = datetime.fromtimestamp(facts.st_mtime, UTC)
                name = path.relative_to(root).as_posix()
                yield StoredFile(name, facts.st_size, modified_at)


def opened(path: Path) -> IO[bytes]:
    """Open a file to be read; raises FileNotFoundError for what is none."""
    try:
        return path.open("rb")
    except OSError as error:
        if error.errno in NO_FILE:
            raise FileNotFoundError(path.name) from error
        raise


def pieces_of(file: IO[bytes], left: int) -> Iterator[bytes]:
    """Yield so many bytes of an open file, and close it."""
    with file:
        while left and (piece := file.read(min(left, PIECE_BYTES))):
            left -= len(piece)
            yield piece
