"""Texts that take long, and names that no system would let stand."""

from collections.abc import Iterator


def marks_without_end() -> bytes:
    """Return a letter with 200,000 accents, which putting in order takes long."""
    return ("a" + "\u0316\u0301" * 100_000).encode()


def encrypted() -> bytes:
    """Return a PDF that names a way to encrypt, and not the password for it."""
    objects = pdf()
    objects[5] = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    ids = b"/Root 1 0 R/Encrypt 5 0 R/ID[<%s><%s>]" % (b"01" * 16, b"01" * 16)
    return pdf_of(objects).replace(b"/Root 1 0 R", ids)


def compound_file() -> bytes:
    """Return how a document of Word begins that is protected with a password."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016)


def names() -> Iterator[str]:
    """Yield names of files that no system would let stand."""
    yield "nul\0byte.pdf"
    yield "../../etc/passwd.pdf"
    yield "C:\\Windows\\system32.pdf"
    yield "\u202efdp.exe.pdf"
    yield f"{'x' * 300}.pdf"
    yield "line\nfeed\r.pdf"
    yield "  .pdf"
