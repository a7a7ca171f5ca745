"""Files as editors upload them, and as they should not."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import PDF

CSV = "grade,children\nK–3,31903\n".encode()
# As a spreadsheet of some years ago saves it.
CSV_IN_LATIN_1 = "state,name\nTX,José\n".encode("latin-1")
HARD_NAME = "MEP Policy Q&As FY17 v.1 IDR Special Edition (July) – año.pdf"


def archive(*parts: str) -> bytes:
    """Return a ZIP archive that holds parts of these names."""
    file = BytesIO()
    with ZipFile(file, "w") as zipped:
        for part in parts:
            # Without a date: processes that share tests must make the same bytes.
            zipped.writestr(ZipInfo(part), "content")
    return file.getvalue()


DOCX = archive("[Content_Types].xml", "docProps/app.xml", "word/document.xml")
DOCX_WITH_MACROS = archive("word/document.xml", "word/vbaProject.bin")
PPTX = archive("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml")
XLSX = archive("xl/workbook.xml")


def odt() -> bytes:
    """Return what begins as an OpenDocument text does: its type, uncompressed."""
    file = BytesIO()
    with ZipFile(file, "w") as zipped:
        zipped.writestr(ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        zipped.writestr(ZipInfo("content.xml"), "content")
    return file.getvalue()


def named(filename: str, data: bytes = PDF) -> ContentFile:
    return ContentFile(data, name=filename)


def upload(filename: str, data: bytes = PDF, **values: Any) -> SimpleUploadedFile:
    return SimpleUploadedFile(filename, data, **values)
