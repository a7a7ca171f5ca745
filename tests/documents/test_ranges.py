"""Parts of a file: for readers that continue, and viewers that leaf."""

import pytest
from django.test import RequestFactory

from documents.ranges import ByteRange, UnsatisfiableError, requested_range
from tests.factories import PDF, DocumentFactory

from . import files
from .cases import DocumentTestCase, body_of, sent_by_us

ETAG = '"etag"'
SIZE = 1000


def asked(value: str, **headers: str) -> ByteRange | None:
    headers = {"Range": value, **{k.replace("_", "-"): v for k, v in headers.items()}}
    return requested_range(RequestFactory().get("/", headers=headers), ETAG, SIZE)


class RequestedRangeTests:
    @pytest.mark.parametrize(
        ("value", "start", "stop"),
        [
            ("bytes=0-0", 0, 1),
            ("bytes=0-499", 0, 500),
            ("bytes=500-", 500, 1000),
            ("bytes=990-5000", 990, 1000),
            ("bytes=-10", 990, 1000),
            ("bytes=-5000", 0, 1000),
            ("BYTES=999-999", 999, 1000),
        ],
    )
    def test_one_part_of_the_file(self, value, start, stop):
        assert asked(value) == ByteRange(start, stop)

    @pytest.mark.parametrize(
        "value",
        [
            *("", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=1-2-3", "bytes=5"),
            *(
                "lines=1-2",
                "bytes=20-10",
                "bytes=5000-10",
                "bytes=0-1,5-6",
                "bytes=٣-٤",
            ),
            *("bytes=" + "9" * 5000 + "-", "bytes= 0-1", "bytes=--1", "bytes=0x1-0x2"),
        ],
    )
    def test_whatever_else_is_asked_the_whole_answers(self, value):
        assert asked(value) is None

    @pytest.mark.parametrize("value", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
    def test_behind_the_end_there_is_nothing(self, value):
        with pytest.raises(UnsatisfiableError):
            asked(value)

    def test_of_an_empty_file_there_is_no_part(self):
        request = RequestFactory().get("/", headers={"Range": "bytes=-5"})

        with pytest.raises(UnsatisfiableError):
            requested_range(request, ETAG, 0)

    @pytest.mark.parametrize(
        "known", ['"other"', 'W/"etag"', "etag", "Thu, 26 Nov 2026 12:00:00 GMT"]
    )
    def test_of_another_file_the_whole_of_this_one(self, known):
        assert asked("bytes=0-9", If_Range=known) is None

    def test_of_the_same_file_the_part(self):
        assert asked("bytes=0-9", If_Range=ETAG) == ByteRange(0, 10)

    def test_only_get_has_parts(self):
        request = RequestFactory().head("/", headers={"Range": "bytes=0-9"})

        assert requested_range(request, ETAG, SIZE) is None


@sent_by_us
class PartOfADownloadTests(DocumentTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(file__filename=files.HARD_NAME)

    def ask(self, **headers: str):
        return self.get(self.document.download_path, headers=headers)

    def test_comes_with_its_place_in_the_file(self):
        response = self.ask(Range="bytes=1-4")

        assert response.status_code == 206
        assert body_of(response) == PDF[1:5]
        assert response["Content-Range"] == f"bytes 1-4/{len(PDF)}"
        assert response["Content-Length"] == "4"
        assert response["ETag"] == f'"{self.document.sha256}"'
        assert response["Content-Type"] == "application/pdf"
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_parts_make_the_whole(self):
        middle = len(PDF) // 2

        first = self.ask(Range=f"bytes=0-{middle}")
        second = self.ask(
            **{"Range": f"bytes={middle + 1}-", "If-Range": first["ETag"]}
        )

        assert body_of(first) + body_of(second) == PDF
        assert second.status_code == 206

    def test_the_end_comes_by_its_length(self):
        assert body_of(self.ask(Range="bytes=-6")) == PDF[-6:]

    def test_behind_the_end_the_answer_tells_the_length(self):
        response = self.ask(Range="bytes=100000-")

        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{len(PDF)}"
        assert response.content == b""

    def test_the_whole_says_that_there_are_parts(self):
        response = self.ask()

        assert response.status_code == 200
        assert response["Accept-Ranges"] == "bytes"

    def test_several_at_once_are_answered_with_the_whole(self):
        response = self.ask(Range="bytes=0-1,3-4")

        assert response.status_code == 200
        assert body_of(response) == PDF

    def test_who_has_the_file_gets_no_part(self):
        known = {"Range": "bytes=0-1", "If-None-Match": f'"{self.document.sha256}"'}

        assert self.ask(**known).status_code == 304

    def test_who_wants_no_other_file_than_one_that_was_replaced(self):
        assert self.ask(**{"If-Match": '"other"'}).status_code == 412

    def test_of_an_unreleased_document_tells_nothing(self):
        document = DocumentFactory(released_at=None)
        for value in ("bytes=0-1", "bytes=100000-"):
            response = self.get(document.download_path, headers={"Range": value})

            assert response.status_code == 404
            assert "Content-Range" not in response
            assert "ETag" not in response

    def test_staff_get_parts_of_an_unreleased_document(self):
        document = DocumentFactory(released_at=None)
        self.client.force_login(self.editor)

        response = self.get(document.download_path, headers={"Range": "bytes=0-3"})

        assert response.status_code == 206
        assert response["Cache-Control"] == "private, no-store"
