"""What a file is, told by its bytes and not by its name."""

import codecs
from typing import Protocol
from zipfile import BadZipFile, ZipFile

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError

from .inspection.archives import has_endless_list

OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "csv": "text/csv",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "txt": "text/plain",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
}
# The part that each kind of Office document must hold.
OFFICE_PARTS = {
    "word/document.xml": MEDIA_TYPES["docx"],
    "ppt/presentation.xml": MEDIA_TYPES["pptx"],
    "xl/workbook.xml": MEDIA_TYPES["xlsx"],
}
# Macros run on the reader's machine: a document with them is another media type.
MACROS = "vbaProject.bin"
UNKNOWN = "application/octet-stream"
OTHERS = {"text/plain": "plain text", "application/zip": "a ZIP archive"}
KINDS = {"image": "an image", "audio": "a recording", "video": "a video"}

SAMPLE_BYTES = 8192  # As many as filetype looks at.
CHUNK_BYTES = 1024 * 1024
# Tab, line feed, form feed, carriage return: what text has of control characters.
BINARY_CHARACTERS = {chr(code) for code in range(32)} - set("\t\n\f\r")


class Readable(Protocol):
    """A file open for reading bytes, anywhere in it."""

    def read(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> object: ...


def extension_of(filename: str) -> str:
    """Return what follows the last dot of a name, in small letters."""
    _name, dot, extension = filename.rpartition(".")
    return extension.lower() if dot else ""


def allowed_extensions() -> list[str]:
    """Return the kinds of files that this site takes and can tell by their bytes."""
    return [e for e in sorted(settings.WAGTAILDOCS_EXTENSIONS) if e in MEDIA_TYPES]


def checked_media_type(file: Readable, filename: str) -> str:
    """Return the media type of a file whose bytes are what its name says.

    Raises ValidationError, naming what is allowed, for any other file.
    """
    extension = extension_of(filename)
    allowed = ", ".join(e.upper() for e in allowed_extensions())
    if extension not in allowed_extensions():
        raise ValidationError(
            f"“{filename}” cannot be published here. Upload one of these kinds of "
            f"files: {allowed}.",
            code="extension",
        )
    media_type = MEDIA_TYPES[extension]
    found = detected_media_type(file)
    # Nothing in the bytes tells a table from other text.
    expected = "text/plain" if media_type == "text/csv" else media_type
    if found != expected:
        raise ValidationError(mismatch(filename, extension, found), code="media_type")
    return media_type


def mismatch(filename: str, extension: str, found: str) -> str:
    """Say what is wrong with a file, and what to do."""
    allowed = ", ".join(e.upper() for e in allowed_extensions())
    start = f"“{filename}” ends in .{extension}, but"
    if extension in {"csv", "txt"}:
        return (
            f"{start} is not text in UTF-8. Save it again as UTF-8 (in Excel: “CSV "
            f"UTF-8”). Allowed are {allowed}."
        )
    return (
        f"{start} is {called(found)}. Save it again in the program that made it, "
        f"without macros. Allowed are {allowed}."
    )


def called(media_type: str) -> str:
    """Return what editors call a kind of file, within a sentence."""
    known = {media_type: name for name, media_type in MEDIA_TYPES.items()}
    if media_type in known and media_type not in OTHERS:
        return f"a file of the kind {known[media_type].upper()}"
    kind, _slash, _name = media_type.partition("/")
    return OTHERS.get(media_type) or KINDS.get(kind, "something else")


def detected_media_type(file: Readable) -> str:
    """Return what the bytes are: a type of MEDIA_TYPES where they are one of those."""
    file.seek(0)
    guess = filetype.guess_mime(file.read(SAMPLE_BYTES)) or UNKNOWN
    if guess in {MEDIA_TYPES["pdf"], MEDIA_TYPES["odt"]}:
        return guess
    if guess == "application/zip" or guess in MEDIA_TYPES.values():
        return office_media_type(file) or "application/zip"
    # After the guess: a table that begins with “BM” is taken for a bitmap.
    return MEDIA_TYPES["txt"] if is_text(file) else guess


def office_media_type(file: Readable) -> str | None:
    """Return which Office document an archive is, by the list of its parts."""
    if has_endless_list(file):  # type: ignore[arg-type]
        return None
    file.seek(0)
    try:
        with ZipFile(file) as archive:  # type: ignore[call-overload]
            parts = archive.namelist()
    except (BadZipFile, ValueError, OSError):
        return None
    if any(part.endswith(MACROS) for part in parts):
        return None
    found = [kind for part, kind in OFFICE_PARTS.items() if part in parts]
    return found[0] if len(found) == 1 else None


def is_text(file: Readable) -> bool:
    """Tell whether the whole file is UTF-8 without binary characters, and not empty."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    empty = True
    try:
        while chunk := file.read(CHUNK_BYTES):
            empty = False
            if BINARY_CHARACTERS & set(decoder.decode(chunk)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not empty
