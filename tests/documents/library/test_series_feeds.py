"""The feeds of a series, and of the library in another language."""

from tests.factories import DocumentFactory

from .cases import spanish_library
from .feeds import KINDS, XML_KINDS, FeedTestCase


class SeriesFeedTests(FeedTestCase):
    def test_has_the_documents_of_the_series_alone(self):
        DocumentFactory(title="July", series=self.series)
        DocumentFactory(title="Another")

        assert self.titles("/documents/series/qas/feed.json") == ["July"]
        for kind in XML_KINDS:
            found = self.parsed(kind, "/documents/series/qas/feed")
            assert [entry.title for entry in found.entries] == ["July"]
            assert found.feed.title.startswith("Policy Q&As")
            assert found.feed.link.endswith("/documents/series/qas/")

    def test_is_not_there_before_something_of_it_is_public(self):
        DocumentFactory(series=self.series, released_at=None)

        for slug in ("qas", "nothing"):
            for kind in KINDS:
                path = f"/documents/series/{slug}/feed.{kind}"
                assert self.get(path).status_code == 404


class SpanishFeedTests(FeedTestCase):
    def test_speaks_spanish_where_the_library_does(self):
        library = spanish_library(self.library)
        DocumentFactory(document_type="form", fiscal_year=2017, language="es")

        feed = self.json("/es/documents/feed.json")

        assert feed["language"] == "es"
        assert feed["title"].startswith("Documentos")
        assert feed["home_page_url"].endswith(library.url)
        assert (
            "Formulario · Vigente · Año fiscal 2017"
            in (feed["items"][0]["content_html"])
        )
        assert self.parsed("atom", "/es/documents/feed").feed.language == "es"
