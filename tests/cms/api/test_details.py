"""One thing by its number: there, gone, or never public."""

import pytest

from cms.publishing.models import Reason
from tests.publications import publication

from .cases import API, ApiTestCase, assert_problem

RESOURCES = ("pages", "documents", "images")
TOLD = (Reason.UNPUBLISHED, Reason.DELETED, Reason.EXPIRED, Reason.WITHDRAWN)
UNTOLD = (Reason.RESTRICTED, Reason.UNRELEASED)


class DetailTests(ApiTestCase):
    def test_sends_the_body_as_it_is_stored(self):
        for resource in RESOURCES:
            row = publication(7, resource=resource, body={"lead": "Ñandú"})

            response = self.ask(f"{resource}/7/")

            assert response.status_code == 200
            assert response["Content-Type"] == "application/json"
            assert response.content.decode() == row.body

    def test_tells_its_language(self):
        publication(7, locale="es")

        assert self.ask("pages/7/")["Content-Language"] == "es"

    def test_what_is_withdrawn_is_still_at_its_address(self):
        publication(7, listed=False)

        assert self.found("pages/7/")["id"] == 7

    def test_one_query(self):
        publication(7)

        with self.assertNumQueries(1):
            self.ask("pages/7/")

    def test_numbers_of_other_resources_are_not_taken(self):
        publication(7, resource="images")

        assert_problem(self.ask("pages/7/"), 404)


@pytest.mark.parametrize("resource", RESOURCES)
class GoneTests:
    @pytest.mark.parametrize("reason", TOLD)
    def test_a_tombstone_says_why_and_when(self, db, client, resource, reason):
        row = publication(
            7, resource=resource, reason=reason, path="/last/", title="Secret"
        )

        problem = assert_problem(client.get(f"{API}{resource}/7/"), 410)

        assert problem["reason"] == reason
        assert problem["gone_at"] == row.recorded_at.isoformat().replace("+00:00", "Z")
        assert not {"Secret", "/last/"} & set(map(str, problem.values()))

    @pytest.mark.parametrize("reason", UNTOLD)
    def test_a_secret_is_like_what_never_was(self, db, client, resource, reason):
        publication(7, resource=resource, reason=reason)

        secret = client.get(f"{API}{resource}/7/")
        absent = client.get(f"{API}{resource}/8/")

        assert_problem(secret, 404)
        assert secret.content == absent.content
        assert dict(secret.headers) == dict(absent.headers)

    @pytest.mark.parametrize("number", [0, 8, 2**31, 2**63 - 1, 2**63, 10**40])
    def test_what_never_was(self, db, client, resource, number):
        assert_problem(client.get(f"{API}{resource}/{number}/"), 404)


class FindTests(ApiTestCase):
    def test_by_path(self):
        row = publication(7, path="/news/one/")

        response = self.ask("pages/find/", html_path="/news/one/")

        assert response.status_code == 200
        assert response.content.decode() == row.body
        assert response["Content-Location"] == "/api/v2/pages/7/"
        assert response["ETag"] == self.ask("pages/7/")["ETag"]

    def test_slashes_at_the_ends_do_not_matter(self):
        publication(7, path="/news/one/")

        for path in ("/news/one", "news/one/", "news/one"):
            assert self.found("pages/find/", html_path=path)["id"] == 7

    def test_the_home_page(self):
        publication(7, path="/")

        assert self.found("pages/find/", html_path="/")["id"] == 7

    def test_by_number(self):
        publication(7, path="/news/one/")

        response = self.ask("pages/find/", id=7)

        assert response.json()["id"] == 7
        assert response["Content-Location"] == "/api/v2/pages/7/"

    def test_some_fields(self):
        publication(7, path="/news/one/", title="One")

        found = self.found("pages/find/", html_path="/news/one/", fields="_,title")

        assert found == {"title": "One"}

    def test_unknown_paths(self):
        publication(7, path="/news/one/")

        for path in ("/news/", "/news/one/two/", "/News/One/", "//", "/%"):
            assert_problem(self.ask("pages/find/", html_path=path), 404)

    def test_a_page_that_was_there(self):
        publication(7, path="/news/one/", reason="deleted")

        problem = assert_problem(self.ask("pages/find/", html_path="/news/one/"), 410)

        assert problem["reason"] == "deleted"

    def test_a_page_that_took_the_place_of_another(self):
        publication(7, path="/news/one/", reason="deleted")
        publication(8, path="/news/one/")

        assert self.found("pages/find/", html_path="/news/one/")["id"] == 8

    def test_a_page_that_became_private(self):
        publication(7, path="/news/one/", reason="restricted")

        assert_problem(self.ask("pages/find/", html_path="/news/one/"), 404)

    def test_a_document_is_no_page(self):
        publication(7, resource="documents", path="/documents/7/one/")

        assert_problem(self.ask("pages/find/", html_path="/documents/7/one/"), 404)

    def test_exactly_one_of_both(self):
        for query in ({}, {"html_path": "/", "id": 7}):
            errors = self.refused("pages/find/", **query)

            assert "html_path" in str(errors)
            assert "id" in str(errors)

    def test_one_query(self):
        publication(7, path="/news/one/")

        with self.assertNumQueries(1):
            self.ask("pages/find/", html_path="/news/one/")


class SiteTests(ApiTestCase):
    def test_the_default_site_in_its_own_language(self):
        publication(5, resource="site", locale="es", body={"name": "Español"})
        row = publication(4, resource="site", locale="en", body={"name": "English"})

        response = self.ask("site/")

        assert response.content.decode() == row.body

    def test_another_language(self):
        publication(4, resource="site", locale="en", body={"name": "English"})
        publication(5, resource="site", locale="es", body={"name": "Español"})

        assert self.found("site/", locale="es")["name"] == "Español"

    def test_another_site_is_not_shown(self):
        publication(4, resource="site", site_id=99)

        assert_problem(self.ask("site/"), 404)

    def test_a_language_without_a_home_page(self):
        publication(4, resource="site", locale="en")

        assert_problem(self.ask("site/", locale="es"), 404)

    def test_nothing_is_published_yet(self):
        assert_problem(self.ask("site/"), 404)

    def test_one_query(self):
        publication(4, resource="site")

        with self.assertNumQueries(1):
            self.ask("site/")
