"""Brotli and gzip, with validators that tell them apart."""

import gzip

import brotli
import pytest
from django.test import TestCase

from cms.compression import chosen
from tests.publications import publication

PATH = "/api/v2/pages/1/"
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress}


class EncodingTests(TestCase):
    def setUp(self):
        publication(1, body={"text": "words and more words " * 200})
        publication(2)
        self.plain = self.client.get(PATH)

    def ask(self, accepted: str, path: str = PATH, **headers: str):
        return self.client.get(path, headers={"accept-encoding": accepted, **headers})

    def test_the_content_is_the_same(self):
        for encoding, decode in DECODE.items():
            response = self.ask(encoding)

            assert response["Content-Encoding"] == encoding
            assert decode(response.content) == self.plain.content
            assert len(response.content) < len(self.plain.content) / 4
            assert response["Content-Length"] == str(len(response.content))

    def test_each_has_a_strong_validator_of_its_own(self):
        etags = {self.ask(name)["ETag"] for name in ("br", "gzip", "identity")}

        assert len(etags) == 3
        assert all(etag.startswith('"') for etag in etags)

    def test_who_has_it_already_gets_nothing(self):
        for accepted in ("br", "gzip", "identity"):
            etag = self.ask(accepted)["ETag"]

            response = self.ask(accepted, **{"if-none-match": etag})

            assert response.status_code == 304
            assert response["ETag"] == etag

    def test_caches_are_told(self):
        for accepted in ("br", "identity"):
            assert self.ask(accepted)["Vary"] == "Accept-Encoding"

    def test_caches_are_told_of_what_has_not_changed_as_well(self):
        for accepted in ("br", "identity"):
            etag = self.ask(accepted)["ETag"]

            response = self.ask(accepted, **{"if-none-match": etag})

            assert response["Vary"] == "Accept-Encoding"
            assert "Content-Length" not in response

    def test_head_has_the_headers_and_not_the_content(self):
        for accepted in ("br", "gzip", "identity"):
            headers = {"accept-encoding": accepted}
            got = self.ask(accepted)

            head = self.client.head(PATH, headers=headers)

            assert dict(head.headers) == dict(got.headers) | {
                "Content-Length": str(len(got.content))
            }
            assert head.content == b""

    def test_what_is_short_is_sent_as_it_is(self):
        response = self.ask("br", "/api/v2/pages/2/")

        assert "Content-Encoding" not in response

    def test_what_is_for_one_visitor_is_sent_as_it_is(self):
        self.client.cookies["sessionid"] = "x"

        assert "Content-Encoding" not in self.ask("br")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("BR", "br"),
        ("br;q=0, gzip;q=0", None),
        ("identity", None),
        ("*", None),
        ("", None),
        (";;,,;q=", None),
    ],
)
def test_the_best_that_is_accepted(accepted, encoding):
    assert chosen(accepted) == encoding
