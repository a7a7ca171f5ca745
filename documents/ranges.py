"""Which part of a file is asked for, as RFC 9110 has it."""

import re
from dataclasses import dataclass

from django.http import HttpRequest

# Longer numbers are of no file: they are not read.
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE | re.ASCII)


class UnsatisfiableError(Exception):
    """No byte of the file is in the part that was asked for."""


@dataclass(frozen=True)
class ByteRange:
    """The bytes of a file from `start` up to and without `stop`."""

    start: int
    stop: int

    def content_range(self, size: int) -> str:
        """Return what a partial answer says of itself."""
        return f"bytes {self.start}-{self.stop - 1}/{size}"


def requested_range(request: HttpRequest, etag: str, size: int) -> ByteRange | None:
    """Return the part that is asked for, or None for the whole file of `size` bytes.

    The whole is the answer to several parts at once, to what is no range of bytes, and
    to a part of another file than this (`If-Range`). Raises UnsatisfiableError.
    """
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or asked is None or is_of_another(request, etag):
        return None
    first, last = (int(number) if number else None for number in asked.groups())
    if first is not None:
        return between(first, last, size)
    return None if last is None else at_the_end(last, size)


def is_of_another(request: HttpRequest, etag: str) -> bool:
    """Tell whether the visitor has a part of a file that is not this one.

    A date never names a file: documents are known by their checksum alone.
    """
    known = request.headers.get("If-Range")
    return known is not None and known.strip() != etag


def between(first: int, last: int | None, size: int) -> ByteRange | None:
    if last is not None and last < first:
        return None
    if first >= size:
        raise UnsatisfiableError
    return ByteRange(first, size if last is None else min(last + 1, size))


def at_the_end(length: int, size: int) -> ByteRange:
    if not length or not size:
        raise UnsatisfiableError
    return ByteRange(max(0, size - length), size)
