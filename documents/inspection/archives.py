"""Archives of which office documents consist: looked over before they are unpacked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from .facts import RefusedError
from .limits import MEGABYTE, Limits

# Programs inside a document: Visual Basic, its older sheets, ActiveX, and Basic and
# other scripts of OpenDocument.
MACROS = re.compile(r"(^|/)(vba\w*\.(bin|xml)|macrosheets/|activeX/|Basic/|Scripts/)")
# What an archive this small unpacks to does no harm, however well it is packed.
HARMLESS_BYTES = 20 * MEGABYTE
IS_ENCRYPTED = 0x1
# How old Office formats begin, and new ones that are protected with a password.
COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")

# How an archive ends, and what stands before that in one of a size beyond all limits.
END, END_BYTES = b"PK\5\6", 22
BEYOND, BEYOND_BYTES = b"PK\6\7", 20
LONGEST_COMMENT = 2**16 - 1
# Ten thousand parts with names of a hundred characters take half of it.
LONGEST_LIST = 3 * MEGABYTE

PASSWORD = "The file is protected with a password. Save it without one."  # noqa: S105


class Archive:
    """The parts of a document by their names."""

    def __init__(self, file: ZipFile) -> None:
        self.file = file
        self.names = set(file.namelist())

    def main(self, name: str) -> IO[bytes]:
        """Open the part that makes the archive a document; KeyError without it."""
        return self.file.open(name)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes] | None]:
        """Open a part; None where there is none of this name."""
        if name not in self.names:
            yield None
            return
        with self.file.open(name) as part:
            yield part


@contextmanager
def open_archive(path: Path, limits: Limits) -> Iterator[Archive]:
    """Open a document that is an archive, or raise RefusedError.

    What a part is said to unpack to is the most that reading it returns: Python's
    `zipfile` sees to that. Archives inside are not opened.
    """
    refuse_compound_file(path)
    refuse_endless_list(path)
    with ZipFile(path) as file:
        refuse_bomb(file, path.stat().st_size, limits)
        refuse_unusual(file)
        yield Archive(file)


def has_endless_list(file: IO[bytes]) -> bool:
    """Tell whether the list of an archive's parts is too long to be read by anybody.

    Python's `zipfile` makes ten times its size of it in memory, without asking.
    """
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - LONGEST_COMMENT - END_BYTES - BEYOND_BYTES))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + END_BYTES:
        return False
    if tail[max(0, at - BEYOND_BYTES) : at].startswith(BEYOND):
        return True
    return int.from_bytes(tail[at + 12 : at + 16], "little") > LONGEST_LIST


def refuse_endless_list(path: Path) -> None:
    with path.open("rb") as file:
        if has_endless_list(file):
            raise RefusedError(
                "The file consists of more parts than can be counted. Save it again in "
                "an office program."
            )


def refuse_compound_file(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(COMPOUND_FILE)) == COMPOUND_FILE:
            raise RefusedError(
                "The file is protected with a password, or in the format of an older "
                "Office. Save it without a password as DOCX, PPTX or XLSX."
            )


def refuse_bomb(file: ZipFile, size: int, limits: Limits) -> None:
    """Refuse many parts, and parts that are large once they are unpacked."""
    parts = file.infolist()
    if len(parts) > limits.parts:
        raise RefusedError(
            f"The file consists of {len(parts):,} parts. Up to {limits.parts:,} are "
            "allowed."
        )
    unpacked = sum(part.file_size for part in parts)
    most = min(
        limits.unpacked_bytes, max(HARMLESS_BYTES, size * limits.unpacking_ratio)
    )
    if unpacked > most:
        raise RefusedError(
            f"Unpacked, the file takes {unpacked / MEGABYTE:,.0f} MB. Up to "
            f"{most / MEGABYTE:,.0f} MB are allowed for one of its size. Save it "
            "again with smaller pictures or tables, or as PDF."
        )


def refuse_unusual(file: ZipFile) -> None:
    """Refuse macros, passwords, and what no office program packs with."""
    for part in file.infolist():
        if MACROS.search(part.filename):
            raise RefusedError(
                "The file holds macros, which are programs. Save it without them, for "
                "example as DOCX, PPTX or XLSX."
            )
        if part.flag_bits & IS_ENCRYPTED:
            raise RefusedError(PASSWORD)
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise BadZipFile(f"unusual compression {part.compress_type}")


def is_archive_too(path: Path) -> bool:
    """Tell whether a file of another kind can be opened as an archive as well."""
    try:
        with path.open("rb") as whole:
            if has_endless_list(whole):
                return True
        with ZipFile(path) as file:
            return bool(file.infolist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return False
