"""`find` where a page is no longer at its path."""

from tests.factories import HomePageFactory, NewsPageFactory
from tests.publications import publication

from .cases import ApiTestCase, assert_problem


class MovedTests(ApiTestCase):
    def test_a_page_that_moved_is_found_from_its_old_path(self):
        publication(1, path="/new/", old_path="/old/")

        response = self.ask("pages/find/", html_path="old", fields="_,title")

        assert response.status_code == 301
        expected = "/api/v2/pages/find/?html_path=/new/&fields=_,title"
        assert response["Location"] == expected
        assert response["Content-Version"] == "1"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert self.client.get(response["Location"]).json() == {"title": "A thing"}

    def test_the_page_that_is_there_now_goes_before_it(self):
        publication(1, path="/new/", old_path="/old/")
        publication(2, path="/old/")

        assert self.found("pages/find/", html_path="/old/")["id"] == 2

    def test_what_was_there_last_decides(self):
        publication(1, path="/new/", old_path="/old/")
        publication(2, path="/old/", reason="deleted")

        response = self.ask("pages/find/", html_path="/old/")

        assert assert_problem(response, 410)["reason"] == "deleted"

    def test_a_page_that_is_renamed_by_its_editor(self):
        HomePageFactory()
        page = NewsPageFactory(slug="before")
        path = self.found(f"pages/{page.pk}/")["meta"]["path"]
        page.slug = "after"
        page.save()

        response = self.ask("pages/find/", html_path=path)

        assert response.status_code == 301
        assert self.client.get(response["Location"]).json()["id"] == page.pk
