"""The sitemap: all that search engines should read, and nothing else."""

from datetime import UTC, datetime, timedelta
from unittest import mock
from xml.etree import ElementTree

from django.core.cache import caches
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.assertions import assert_same_queries
from tests.content import in_spanish
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    DocumentSeriesFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    home_page,
)

NAMES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
THEN = datetime(2017, 10, 3, 4, tzinfo=UTC)
VIEWS = "home.sitemap.views"


class SitemapTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = home_page()

    def read(self, path: str = "/sitemap.xml") -> ElementTree.Element:
        caches["answers"].clear()
        response = self.client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/xml; charset=utf-8"
        return ElementTree.fromstring(response.content)  # noqa: S314

    def places(self, path: str = "/sitemap.xml") -> list[str]:
        """Return the paths that are listed, without those of the sections."""
        found = self.read(path).findall("url/loc", NAMES)
        return [loc.text.removeprefix("http://localhost") for loc in found]

    def entry(self, place: str, path: str = "/sitemap.xml") -> ElementTree.Element:
        (found,) = [
            url
            for url in self.read(path).findall("url", NAMES)
            if url.findtext("loc", "", NAMES) == f"http://localhost{place}"
        ]
        return found

    def changed_at(self, place: str) -> datetime:
        text = self.entry(place).findtext("lastmod", "", NAMES)
        return datetime.fromisoformat(text)


class AddressTests(SitemapTestCase):
    def test_has_pages_documents_in_use_and_series(self):
        series = DocumentSeriesFactory(slug="qas")
        page = NewsPageFactory()
        document = DocumentFactory(series=series)
        review = DocumentFactory(status="under_review")

        assert set(self.places()) == {
            *("/", "/news/", page.url, document.path, review.path),
            *("/documents/series/qas/",),
        }

    def test_has_nothing_that_lists_do_not_show(self):
        NewsPageFactory(live=False)
        NewsPageFactory(withdrawn_on=THEN.date(), withdrawn_explanation="Wrong.")
        private = NewsPageFactory()
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        DocumentFactory(released_at=None)
        DocumentFactory(status="superseded")
        DocumentFactory(status="withdrawn", status_explanation="Wrong.")

        assert set(self.places()) == {"/", "/news/"}

    def test_all_that_it_has_is_there(self):
        NewsPageFactory(slug="niños-y-más", title="Niños")
        DocumentFactory(title="Q&As, “July”", series=DocumentSeriesFactory())
        for place in self.places():
            assert self.client.get(place).status_code == 200, place
            assert place.isascii()

    def test_says_when_each_was_changed(self):
        page = NewsPageFactory(last_published_at=THEN)

        assert self.changed_at(page.url) == THEN

    def test_a_list_changes_with_what_it_lists(self):
        NewsIndexPageFactory(last_published_at=THEN)
        DocumentLibraryPageFactory(last_published_at=THEN)
        newest = NewsPageFactory(last_published_at=THEN + timedelta(days=9))
        NewsPageFactory(last_published_at=THEN + timedelta(days=3))
        document = DocumentFactory(series=DocumentSeriesFactory(slug="qas"))
        document.refresh_from_db()
        changed_at = document.updated_at.replace(microsecond=0)

        assert self.changed_at("/news/") == newest.last_published_at
        assert self.changed_at("/documents/") == changed_at
        assert self.changed_at("/documents/series/qas/") == changed_at

    def test_without_a_site_it_is_empty(self):
        self.home.unpublish()

        assert self.places() == []


class LanguageTests(SitemapTestCase):
    def setUp(self):
        self.spanish = in_spanish(self.home)

    def languages(self, place: str) -> dict[str, str]:
        links = self.entry(place).findall("x:link", NAMES)
        assert all(link.get("rel") == "alternate" for link in links)
        return {link.get("hreflang", ""): link.get("href", "") for link in links}

    def test_each_names_itself_and_its_translations(self):
        both = {"en": "http://localhost/", "es": "http://localhost/es/"}

        assert self.languages("/") == self.languages("/es/") == both

    def test_what_is_in_one_language_names_none(self):
        page = NewsPageFactory()

        assert self.languages(page.url) == {}

    def test_a_translation_that_is_not_public_is_not_named(self):
        section = NewsIndexPageFactory()
        in_spanish(section).unpublish()

        assert self.languages("/news/") == {}
        assert "/es/news/" not in self.places()

    def test_the_page_of_a_document_is_in_each(self):
        path = DocumentFactory().path

        both = {"en": f"http://localhost{path}", "es": f"http://localhost/es{path}"}
        assert self.languages(path) == self.languages(f"/es{path}") == both

    def test_a_series_is_in_each(self):
        DocumentFactory(series=DocumentSeriesFactory(slug="qas"))

        path = "/documents/series/qas/"
        both = {"en": f"http://localhost{path}", "es": f"http://localhost/es{path}"}
        assert self.languages(path) == self.languages(f"/es{path}") == both


class LargeTests(SitemapTestCase):
    def setUp(self):
        self.enterContext(mock.patch(f"{VIEWS}.PER_FILE", 3))
        NewsPageFactory.create_batch(3)
        DocumentFactory.create_batch(4)

    def files(self) -> list[str]:
        found = self.read().findall("sitemap/loc", NAMES)
        return [loc.text.removeprefix("http://localhost") for loc in found]

    def test_an_index_names_files_with_all_of_it(self):
        files = self.files()

        assert files == [
            *("/sitemap-pages-1.xml", "/sitemap-pages-2.xml"),
            *("/sitemap-documents-1.xml", "/sitemap-documents-2.xml"),
        ]
        places = [place for file in files for place in self.places(file)]
        with mock.patch(f"{VIEWS}.PER_FILE", 100):
            assert sorted(places) == sorted(self.places())
        assert all(len(self.places(file)) <= 3 for file in files)

    def test_there_is_no_other_part(self):
        for part in ("pages-0", "pages-3", "documents-3", "series-1", "images-1"):
            assert self.client.get(f"/sitemap-{part}.xml").status_code == 404


class AnswerTests(SitemapTestCase):
    def test_comes_once_to_a_reader_who_has_it(self):
        etag = self.client.get("/sitemap.xml")["ETag"]
        again = {"if-none-match": etag}

        assert self.client.get("/sitemap.xml", headers=again).status_code == 304

        NewsPageFactory()
        assert self.client.get("/sitemap.xml", headers=again).status_code == 200

    def test_is_only_read(self):
        assert self.client.post("/sitemap.xml").status_code == 405
        assert self.client.head("/sitemap.xml").status_code == 200

    def test_a_page_that_expires_leaves_it_by_itself(self):
        soon = timezone.now() + timedelta(hours=1)
        page = NewsPageFactory(expire_at=soon)
        assert page.url in self.places()

        with mock.patch("django.utils.timezone.now", return_value=soon):
            assert page.url not in self.places()

    def test_queries_do_not_grow(self):
        def grow() -> None:
            NewsPageFactory.create_batch(4)
            for document in DocumentFactory.create_batch(4):
                document.series = DocumentSeriesFactory()
                document.save()

        grow()
        assert_same_queries(lambda: self.client.get("/sitemap.xml"), grow)
