"""What a file is, told by its bytes."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from documents.media_types import checked_media_type
from tests.factories import PDF

from . import files

OFFICE = "application/vnd.openxmlformats-officedocument"


def name_only(value: object) -> str:
    return value if isinstance(value, str) else "bytes"


class CheckedMediaTypeTests:
    @pytest.mark.parametrize(
        ("filename", "data", "media_type"),
        [
            ("a.pdf", PDF, "application/pdf"),
            ("A.PDF", PDF, "application/pdf"),
            ("a.docx", files.DOCX, f"{OFFICE}.wordprocessingml.document"),
            ("a.pptx", files.PPTX, f"{OFFICE}.presentationml.presentation"),
            ("a.xlsx", files.XLSX, f"{OFFICE}.spreadsheetml.sheet"),
            ("a.odt", files.odt(), "application/vnd.oasis.opendocument.text"),
            ("a.csv", files.CSV, "text/csv"),
            ("a.txt", files.CSV, "text/plain"),
            ("a.txt", b"\xef\xbb\xbfwith a mark", "text/plain"),
            # Taken by itself, the first word announces a bitmap.
            ("a.csv", b"BMI,children\n", "text/csv"),
        ],
        ids=name_only,
    )
    def test_accepts_what_the_name_promises(self, filename, data, media_type):
        assert checked_media_type(BytesIO(data), filename) == media_type

    @pytest.mark.parametrize(
        ("filename", "data"),
        [
            ("program.exe", b"MZ\x90\x00"),
            ("page.html", b"<!doctype html>"),
            ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("no-extension", PDF),
            ("text.pdf", b"only words"),
            ("program.pdf", b"MZ\x90\x00\x03"),
            ("pdf.docx", PDF),
            ("table.docx", files.XLSX),
            ("archive.xlsx", files.archive("readme.txt")),
            ("broken.docx", files.DOCX[:60]),
            ("macros.docx", files.DOCX_WITH_MACROS),
            ("pdf.txt", PDF),
            ("binary.csv", b"a,b\n\x00\x01"),
            ("old.csv", files.CSV_IN_LATIN_1),
            ("cut-off.txt", "año".encode()[:2]),
            ("empty.txt", b""),
            ("empty.pdf", b""),
        ],
        ids=name_only,
    )
    def test_refuses_anything_else_and_names_what_is_allowed(self, filename, data):
        with pytest.raises(ValidationError) as refused:
            checked_media_type(BytesIO(data), filename)

        assert filename in refused.value.message
        assert "CSV, DOCX, ODT, PDF, PPTX, TXT, XLSX" in refused.value.message

    def test_says_how_to_mend_text_that_is_not_utf_8(self):
        with pytest.raises(ValidationError, match="CSV UTF-8"):
            checked_media_type(BytesIO(files.CSV_IN_LATIN_1), "old.csv")

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (files.CSV, "ends in .pdf, but is plain text"),
            (b"\x89PNG\r\n\x1a\n" + bytes(30), "but is an image"),
            (b"PK\x05\x06" + bytes(18), "but is a ZIP archive"),
            (b"\x00\x01\x02", "but is something else"),
        ],
    )
    def test_says_in_plain_words_what_it_is_instead(self, data, words):
        with pytest.raises(ValidationError) as refused:
            checked_media_type(BytesIO(data), "a.pdf")

        assert words in refused.value.message
