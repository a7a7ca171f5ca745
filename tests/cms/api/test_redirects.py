"""Redirects: the list, one by its number, and the one at a path."""

from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.api.redirects import redirect_at
from tests.assertions import assert_same_queries
from tests.factories import HomePageFactory, StandardPageFactory
from tests.publications import publication, publications

from .cases import ApiTestCase, assert_problem
from .following import ChangesTestCase


class DetailTests(ApiTestCase):
    def setUp(self):
        HomePageFactory()

    def test_to_a_page(self):
        page = StandardPageFactory(title="About", slug="about")
        redirect = Redirect.objects.create(old_path="/who-we-are", redirect_page=page)

        assert self.found(f"redirects/{redirect.pk}/") == {
            "id": redirect.pk,
            "meta": {
                "type": "cms.Redirect",
                "detail_url": f"http://localhost/api/v2/redirects/{redirect.pk}/",
                "path": "/who-we-are",
                "date": redirect.created_at.isoformat().replace("+00:00", "Z"),
                "locale": "en",
            },
            "old_path": "/who-we-are",
            "location": "/about/",
            "page": {
                "id": page.pk,
                "type": "home.StandardPage",
                "title": "About",
                "path": "/about/",
                "url": "http://localhost/about/",
                "locale": "en",
            },
            "permanent": True,
            "site": None,
        }

    def test_elsewhere_for_a_while_on_one_site(self):
        redirect = Redirect.objects.create(
            old_path="/old",
            redirect_link="https://example.org/x",
            is_permanent=False,
            site=Site.objects.get(),
        )

        found = self.found(f"redirects/{redirect.pk}/")

        assert found["location"] == "https://example.org/x"
        assert found["page"] is None
        assert not found["permanent"]
        assert found["site"] == "http://localhost"

    def test_to_what_became_private_is_like_one_that_is_not_there(self):
        publication(1, resource="redirects", path="/old", reason="restricted")

        hidden, absent = (
            assert_problem(self.ask(f"redirects/{number}/"), 404) for number in (1, 9)
        )

        assert hidden == absent


class ListTests(ApiTestCase):
    def test_by_the_old_path_in_any_of_its_ways_of_writing(self):
        publication(1, resource="redirects", path="/old/año")
        publication(2, resource="redirects", path="/old")

        for path in ("/old/año", "/old/año/", "old/año/", "/old/a%C3%B1o/"):
            assert self.ids("redirects/", html_path=path) == [1]

    def test_what_is_no_path_is_refused(self):
        for path in ("//[", "/" + 2048 * "x"):
            (error,) = self.refused("redirects/", html_path=path)

            assert error["parameter"] == "html_path"

    def test_who_has_it_already_gets_nothing(self):
        publication(1, resource="redirects")
        tag = self.ask("redirects/")["ETag"]

        response = self.ask("redirects/", headers={"If-None-Match": tag})

        assert response.status_code == 304

    def test_queries_do_not_grow_with_the_list(self):
        publication(1, resource="redirects")

        assert_same_queries(
            lambda: self.ask("redirects/"),
            grow=lambda: publications(19, first=2, resource="redirects"),
        )


class ChangesTests(ChangesTestCase):
    def test_a_page_that_moves_brings_a_redirect(self):
        HomePageFactory()
        page = StandardPageFactory(slug="before")
        _entries, cursor = self.all_changes()

        page.slug = "after"
        page.save()

        entries, _cursor = self.all_changes(cursor)
        assert [entry["resource"] for entry in entries] == ["pages", "redirects"]
        assert entries[1]["path"] == "/before"
        assert entries[1]["item"]["location"] == "/after/"


class RedirectAtTests(TestCase):
    def setUp(self):
        self.site = Site.objects.get()

    def number_at(self, path: str) -> int | None:
        with self.assertNumQueries(1):
            row = redirect_at(path)
        return row and row.object_id

    def test_from_a_path_as_find_reads_it(self):
        publication(1, resource="redirects", path="/old/place")

        assert self.number_at("/old/place/") == 1
        assert self.number_at("/old/") is None

    def test_that_of_the_site_goes_before_that_of_all(self):
        publication(1, resource="redirects", path="/old", site_id=None)
        publication(2, resource="redirects", path="/old", site_id=self.site.pk)

        assert self.number_at("/old/") == 2

    def test_not_those_of_another_site_nor_what_is_gone(self):
        publication(1, resource="redirects", path="/old", site_id=999)
        publication(2, resource="redirects", path="/old", reason="unpublished")

        assert self.number_at("/old/") is None

    def test_what_is_no_path(self):
        assert redirect_at("//[") is None
