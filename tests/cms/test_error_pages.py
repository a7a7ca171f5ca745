"""What visitors get when something is broken: with no query, in their language."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from bs4 import BeautifulSoup
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory, TestCase, override_settings

from cms import error_pages
from tests.cms.api.cases import assert_problem
from tests.factories import HomePageFactory, StandardPageFactory

SECTIONS = [("News", "/news/"), ("Noticias", "/es/noticias/")]


@contextmanager
def unreachable_database() -> Iterator[None]:
    """Let each connection to the database fail, and each that is open."""
    refused = OperationalError("connection refused")
    with (
        mock.patch.object(connection, "cursor", side_effect=refused),
        mock.patch.object(connection, "ensure_connection", side_effect=refused),
    ):
        yield


def visitor() -> Client:
    return Client(raise_request_exception=False)


def page(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


class NoQueryTests(TestCase):
    """The pages themselves, whatever led to them."""

    def answers(self, path: str) -> dict[int, HttpResponse]:
        request = RequestFactory().get(path)
        with self.assertNumQueries(0), unreachable_database():
            found = [
                error_pages.not_found(request, Exception()),
                error_pages.gone(request, title="A form", explanation="Replaced."),
                error_pages.server_error(request),
                error_pages.unavailable(request),
            ]
        return {response.status_code: response for response in found}

    def test_come_without_the_database(self):
        assert list(self.answers("/x/")) == [404, 410, 500, 503]

    def test_speak_the_language_of_the_path(self):
        for path, language in (("/x/", "en"), ("/es/x/", "es")):
            headings = set()
            for response in self.answers(path).values():
                html = page(response).html
                assert html["lang"] == response["Content-Language"] == language
                headings.add(html.h1.get_text())
            assert len(headings) == 4
        assert "No encontramos esa página" in headings

    def test_have_one_heading_and_a_way_to_the_home_page(self):
        for path, home in (("/x/", "/"), ("/es/x/", "/es/")):
            for response in self.answers(path).values():
                found = page(response)
                assert len(found.find_all("h1")) == 1
                assert found.select_one("header a")["href"] == home
                assert found.select_one("body > a")["href"] == "#main-content"

    @override_settings(MAIN_SECTIONS=SECTIONS)
    def test_name_the_search_and_the_sections_of_their_language(self):
        for path, search, section, other in (
            ("/x/", "/search/", "/news/", "/es/noticias/"),
            ("/es/x/", "/es/search/", "/es/noticias/", "/news/"),
        ):
            for status in (404, 410):
                found = page(self.answers(path)[status])
                assert found.find("form")["action"] == search
                links = [link["href"] for link in found.main.find_all("a")]
                assert section in links
                assert other not in links

    def test_are_not_kept_where_it_may_be_over_soon(self):
        answers = self.answers("/x/")

        for status in (500, 503):
            assert "no-store" in answers[status]["Cache-Control"], status
        assert answers[503]["Retry-After"] == "60"

    def test_are_told_to_no_search_engine(self):
        for response in self.answers("/x/").values():
            robots = page(response).find("meta", attrs={"name": "robots"})
            assert robots["content"] == "noindex"


class SiteTests(TestCase):
    """What the site answers when it is asked."""

    def setUp(self):
        HomePageFactory()

    def test_what_is_not_there(self):
        for path, language in (("/nothing/", "en"), ("/es/nada/", "es")):
            response = visitor().get(path)

            assert response.status_code == 404
            assert page(response).html["lang"] == language

    def test_what_was_there(self):
        gone = StandardPageFactory(slug="gone")
        gone.unpublish()

        response = visitor().get("/gone/")

        assert response.status_code == 410
        assert "no longer available" in page(response).h1.get_text()

    def test_a_mistake_of_ours(self):
        with mock.patch("cms.views.catch_up", side_effect=ZeroDivisionError):
            response = visitor().get("/")

        assert response.status_code == 500
        assert "on our side" in page(response).h1.get_text()
        assert "ZeroDivisionError" not in response.content.decode()

    def test_a_database_that_does_not_answer(self):
        StandardPageFactory(slug="about")
        for path, language in (
            *(("/", "en"), ("/about/", "en"), ("/es/", "es")),
            *(("/search/", "en"), ("/documents/1/", "en"), ("/admin/", "en")),
        ):
            with unreachable_database():
                response = visitor().get(path)

            assert response.status_code == 503, path
            assert response["Retry-After"] == "60", path
            assert page(response).html["lang"] == language, path

    def test_the_api_says_so_as_a_problem(self):
        for path in ("/api/v2/pages/", "/api/v2/site/", "/api/v2/search/?q=a"):
            with unreachable_database():
                response = visitor().get(path)

            problem: dict[str, Any] = assert_problem(response, 503)
            assert response["Retry-After"] == "60", path
            assert "database" in problem["detail"]

    def test_an_address_that_is_none_needs_no_database(self):
        with unreachable_database():
            assert visitor().get("/static/nothing.css").status_code in (404, 503)
