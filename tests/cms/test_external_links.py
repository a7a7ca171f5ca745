"""Links that leave the site, for eye and ear."""

import pytest
from bs4 import BeautifulSoup
from django.test import TestCase
from django.utils.translation import override
from wagtail.models import Site

from cms.external_links import marked
from cms.models import FooterLink, NavigationLink, SiteSettings
from tests.factories import HomePageFactory, NewsPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

AWAY = "https://example.com/away"


def link(address: str, words: str = "There") -> str:
    return f'<p><a class="x" href="{address}">{words}</a></p>'


class MarkTests:
    @pytest.mark.parametrize(
        "address",
        [AWAY, "http://example.com", "//example.com/a", "https://EXAMPLE.com:8443/"],
    )
    def test_a_link_to_another_host(self, address):
        page = BeautifulSoup(
            marked(link(address), "results.example.org"), "html.parser"
        )

        assert page.a["href"] == address
        assert page.a.get_text() == "There (external link)"
        assert page.a.find("svg")["aria-hidden"] == "true"
        assert page.a.select_one(".external > .usa-sr-only")

    @pytest.mark.parametrize(
        "address",
        [
            *("/about/", "#part", "?page=2", "about/", ""),
            *("mailto:a@example.com", "tel:555-0100"),
            *("https://results.example.org/", "http://results.example.org:8000/x"),
            *("https://localhost/of-wagtails-site", "https://[broken"),
        ],
    )
    def test_no_other_link(self, address):
        html = link(address)

        assert marked(html, "results.example.org:8000") == html

    def test_whatever_stands_inside(self):
        html = link(AWAY, "<strong>Two</strong>\n  words\n")

        text = BeautifulSoup(marked(html, "localhost"), "html.parser").a.get_text()

        assert text == "Two\n  words (external link)"

    def test_each_of_several_and_none_twice(self):
        html = link(AWAY) + link("/here/") + link("https://example.net/")

        once = marked(html, "localhost")

        assert once.count("external link") == 2

    def test_in_the_language_of_the_page(self):
        with override("es"):
            assert "(enlace externo)" in marked(link(AWAY), "localhost")

    def test_what_is_written_about_a_link_is_none(self):
        html = f"<code>&lt;a href=&quot;{AWAY}&quot;&gt;</code>"

        assert marked(html, "localhost") == html


class PageTests(TestCase):
    def setUp(self):
        HomePageFactory()

    def signs(self, path: str) -> int:
        return self.client.get(path).content.decode().count(" (external link)")

    def test_rich_text_blocks_navigation_and_footer_alike(self):
        settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        settings.agency_name, settings.agency_url = "Agency", "https://example.com/"
        settings.navigation.add(NavigationLink(label="Else", url=AWAY))
        settings.footer_links.add(FooterLink(label="Else", url=AWAY))
        settings.save()
        before = self.signs(StandardPageFactory(slug="empty").url)

        page = StandardPageFactory(
            body=[
                ("rich_text", f'<p><a href="{AWAY}">Else</a> <a href="/">Home</a></p>'),
                ("call_to_action", {"text": "Go", "url": AWAY}),
                ("embed", {"title": "Film", "url": AWAY}),
            ]
        )

        # The navigation stands there twice: in a row, and folded.
        assert before == 4
        assert self.signs(page.url) - before == 3

    def test_the_json_stays_as_it_is(self):
        body = [("rich_text", f'<p><a href="{AWAY}">Else</a></p>')]
        page = NewsPageFactory(body=body)

        answer = self.client.get(f"/api/v2/pages/{page.pk}/").json()

        assert answer["body"][0]["value"] == f'<p><a href="{AWAY}">Else</a></p>'

    def test_costs_no_query(self):
        page = StandardPageFactory(body=[("rich_text", link("/"))])
        self.client.get(page.url)
        other = StandardPageFactory(body=[("rich_text", link(AWAY))])
        with self.assertNumQueries(self.queries_of(page.url)):
            self.client.get(other.url)

    def queries_of(self, path: str) -> int:
        from django.core.cache import caches
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        caches["answers"].clear()
        with CaptureQueriesContext(connection) as queries:
            self.client.get(path)
        return len(queries)
