"""`find` where a page is no longer at its path."""

from wagtail.contrib.redirects.models import Redirect

from tests.cms.publishing.log import restrict
from tests.factories import HomePageFactory, NewsPageFactory, StandardPageFactory
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


class LeftTests(ApiTestCase):
    """A path that a page had before it moved, and then was to be seen no more."""

    def setUp(self):
        HomePageFactory()
        self.page = StandardPageFactory(slug="first")
        for slug in ("second", "third"):
            self.page.slug = slug
            self.page.save()

    def problems(self, status: int) -> list[dict]:
        return [
            assert_problem(self.ask("pages/find/", html_path=f"/{slug}/"), status)
            for slug in ("first", "second", "third")
        ]

    def test_of_a_page_that_is_unpublished(self):
        self.page.unpublish()

        assert {problem["reason"] for problem in self.problems(410)} == {"unpublished"}

    def test_of_a_page_that_is_deleted(self):
        self.page.delete()

        assert {problem["reason"] for problem in self.problems(410)} == {"deleted"}

    def test_of_a_page_that_is_private_nothing_is_told(self):
        restrict(self.page)

        told = {problem["detail"] for problem in self.problems(404)}

        assert told == {"There is no such page."}

    def test_back_again_it_is_found(self):
        self.page.unpublish()
        self.page.save_revision().publish()

        response = self.ask("pages/find/", html_path="/first/")

        assert response.status_code == 301


class TombstoneTests(ApiTestCase):
    def test_what_is_gone_is_told_with_what_it_was(self):
        row = publication(7, locale="es", path="/es/a/", reason="expired")

        problem = assert_problem(self.ask("pages/7/"), 410)

        assert (problem["resource"], problem["id"]) == ("pages", 7)
        assert (problem["content_type"], problem["locale"]) == ("news.NewsPage", "es")
        assert problem["reason"] == "expired"
        assert "/es/a/" not in str(problem)
        assert problem["gone_at"] == row.recorded_at.isoformat().replace("+00:00", "Z")


class RedirectedTests(ApiTestCase):
    def setUp(self):
        HomePageFactory()
        self.page = StandardPageFactory(slug="about")

    def redirect(self, **values) -> Redirect:
        return Redirect.objects.create(old_path="/old", **values)

    def test_for_good_or_for_a_while(self):
        for is_permanent, status in ((True, 301), (False, 302)):
            with self.subTest(status):
                Redirect.objects.all().delete()
                redirect = self.redirect(
                    redirect_page=self.page, is_permanent=is_permanent
                )

                response = self.ask("pages/find/", html_path="/old/")

                assert response.status_code == status
                key = f"redirects-{redirect.pk}"
                assert response["Surrogate-Key"] == response["Cache-Tag"] == key
                assert "Content-Type" not in response

    def test_elsewhere_it_is_no_page_and_the_redirect_is_named(self):
        self.redirect(redirect_link="https://example.org/x")

        response = self.ask("pages/find/", html_path="/old/")

        problem = assert_problem(response, 404)
        found = self.client.get(problem["redirect"]).json()
        assert found["location"] == "https://example.org/x"
