"""What search engines are asked to leave alone."""

from urllib.robotparser import RobotFileParser

from django.core.cache import caches
from django.test import TestCase, override_settings

from tests.factories import home_page


class RobotsTests(TestCase):
    def setUp(self):
        home_page()

    def robots(self) -> RobotFileParser:
        caches["answers"].clear()
        response = self.client.get("/robots.txt")
        assert response.status_code == 200
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        found = RobotFileParser()
        found.parse(response.content.decode().splitlines())
        return found

    def test_the_site_may_be_read(self):
        robots = self.robots()

        for path in ("/", "/es/", "/news/", "/documents/", "/api/v2/docs/"):
            assert robots.can_fetch("*", path), path

    def test_the_editor_and_results_of_a_search_may_not(self):
        robots = self.robots()

        for path in ("/admin/", "/admin/login/", "/search/?q=a", "/es/search/?q=a"):
            assert not robots.can_fetch("*", path), path

    def test_names_the_sitemap(self):
        assert self.robots().site_maps() == ["http://localhost/sitemap.xml"]
        assert self.client.get("/sitemap.xml").status_code == 200

    @override_settings(NOINDEX=True)
    def test_a_copy_of_the_site_may_not_be_read_at_all(self):
        robots = self.robots()

        assert not robots.can_fetch("*", "/")
        assert robots.site_maps() is None

    def test_is_there_before_there_is_a_site(self):
        home_page().unpublish()

        assert self.robots().site_maps() == ["http://testserver/sitemap.xml"]
