"""What holds for every address below /api/v2/, whatever stands there."""

from unittest import mock

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase
from django.urls import resolve

from tests.publications import publication

from .cases import API, ApiTestCase, assert_problem

KNOWN = ("", "pages/", "pages/1/", "pages/find/", "documents/", "images/", "site/")
UNKNOWN = [
    "nope",
    "nope/",
    "pages//",
    "pages/x/",
    "pages/-1/",
    "pages/1/x/",
    "pages/1.json",
    "Pages/",
    "pages/%0a",
    "pages/1/%0a",
    "%00",
    "../admin/",
    "%2e%2e/",
    "openapi",
    "openapi.json/",
    "a" * 3000,
]
WRITING = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "nope")


class MethodTests(ApiTestCase):
    def setUp(self):
        publication(1, path="/")

    def test_writing_is_not_allowed(self):
        for path in (*KNOWN, "openapi.json", "docs/"):
            for method in WRITING:
                with self.subTest(path, method=method):
                    response = self.client.generic(method, API + path, b"{}")

                    assert_problem(response, 405)
                    assert response["Allow"] == "GET, HEAD, OPTIONS"

    def test_writing_needs_no_token_to_be_refused(self):
        client = Client(enforce_csrf_checks=True)

        assert_problem(client.post(f"{API}pages/"), 405)

    def test_head_is_get_without_its_content(self):
        for path in ("", "pages/", "pages/1/", "openapi.json"):
            got, head = self.ask(path), self.client.head(API + path)

            assert head.status_code == 200
            assert head.content == b""
            assert head["Content-Length"] == str(len(got.content))
            for name in ("ETag", "Content-Type", "Cache-Control"):
                assert head.get(name) == got.get(name)

    def test_head_of_what_is_not_there(self):
        response = self.client.head(f"{API}pages/99/")

        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"

    def test_options(self):
        response = self.client.options(f"{API}pages/")

        assert response.status_code == 204
        assert response["Allow"] == "GET, HEAD, OPTIONS"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        for name in ("If-None-Match", "If-Match", "If-Unmodified-Since"):
            assert name in response["Access-Control-Allow-Headers"]
        assert "Content-Type" not in response


class CorsTests(ApiTestCase):
    def test_scripts_of_any_origin_may_read(self):
        publication(1)
        for path in ("pages/", "pages/1/", "pages/99/", "openapi.json"):
            response = self.ask(path, headers={"Origin": "https://example.org"})

            assert response["Access-Control-Allow-Origin"] == "*"
            assert "Access-Control-Allow-Credentials" not in response
            assert "Content-Version" in response["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", ["pages", "pages/1", "docs", "pages/1?fields=id"])
def test_a_slash_that_is_missing_is_added(db, client, path):
    publication(1)

    response = client.get(API + path)

    known, _, query = path.partition("?")
    assert response.status_code == 301
    assert response["Location"] == f"{API}{known}/{query and '?' + query}"
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", UNKNOWN)
def test_unknown_addresses_are_problems(db, client, path):
    assert_problem(client.get(API + path), 404)


READ = "cms.api.freshness.up_to_date"


class FaultTests(ApiTestCase):
    def test_an_unexpected_error_tells_nothing(self):
        secret = RuntimeError("password=swordfish")
        with mock.patch(READ, side_effect=secret):
            response = self.ask("pages/")

        assert_problem(response, 500)
        assert "swordfish" not in response.content.decode()
        assert "Traceback" not in response.content.decode()

    def test_nor_where_errors_are_shown_to_developers(self):
        with (
            self.settings(DEBUG=True),
            mock.patch(READ, side_effect=RuntimeError("swordfish")),
        ):
            response = self.ask("pages/")

        assert_problem(response, 500)
        assert "swordfish" not in response.content.decode()

    def test_it_is_logged(self):
        with (
            mock.patch(READ, side_effect=RuntimeError("broken")),
            self.assertLogs("django.request", "ERROR") as logs,
        ):
            self.ask("pages/")

        assert "broken" in str(logs.records[0].exc_info)


class TransactionTests(TransactionTestCase):
    def test_reading_opens_no_transaction(self):
        seen = []

        def look(read) -> None:
            seen.append(connection.in_atomic_block)

        with mock.patch(READ, side_effect=look):
            self.client.get(f"{API}pages/")

        assert seen == [False]

    def test_nor_do_the_other_addresses(self):
        for path in (*KNOWN, "openapi.json", "docs/", "nope"):
            view = resolve(API + path).func

            assert "default" in view._non_atomic_requests
