"""Texts that take long, and names that no system would let stand."""

from collections.abc import Iterator


def marks_without_end() -> bytes:
    """Return a letter with 200,000 accents, which putting in order takes long."""
    return ("a" + "\u0316\u0301" * 100_000).encode()


def wide_text() -> bytes:
    """Return a text in which a few characters make all others take four bytes each."""
    return ("x" * 150 + " \N{GRINNING FACE}\n").encode() * 80_000


def names() -> Iterator[str]:
    """Yield names of files that no system would let stand."""
    yield "nul\0byte.pdf"
    yield "../../etc/passwd.pdf"
    yield "C:\\Windows\\system32.pdf"
    yield "\u202efdp.exe.pdf"
    yield f"{'x' * 300}.pdf"
    yield "line\nfeed\r.pdf"
    yield "  .pdf"
