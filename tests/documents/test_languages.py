"""The page of a document in the reader's language; its files are the same in all."""

from bs4 import BeautifulSoup
from django.core.cache import caches
from wagtail.models import Locale

from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    DocumentSeriesFactory,
    NewsPageFactory,
    StandardPageFactory,
    give_cover,
)

from .cases import DocumentTestCase
from .library.cases import spanish_library


class SpanishTestCase(DocumentTestCase):
    def setUp(self):
        super().setUp()
        self.library = spanish_library(DocumentLibraryPageFactory())

    def html(self, path: str) -> str:
        caches["answers"].clear()
        response = self.client.get(path)
        assert response.status_code == 200, path
        return response.content.decode()


class LandingPageTests(SpanishTestCase):
    def test_speaks_spanish_around_an_english_document(self):
        document = DocumentFactory(title="July", document_type="guidance")
        give_cover(document)

        html = self.html(f"/es{document.path}")

        assert '<html lang="es">' in html
        assert '<h1 lang="en">July</h1>' in html
        assert "Guía" in html
        assert "Primera página de «July»" in html
        assert ">Current<" not in html

    def test_pages_in_the_readers_language_come_first_and_others_name_theirs(self):
        document = DocumentFactory()
        body = [("rich_text", f'<a linktype="document" id="{document.pk}">x</a>')]
        StandardPageFactory(title="Answers", body=body)
        StandardPageFactory(title="Respuestas", body=body, parent=self.library)

        for prefix, expected in (
            ("", ["Answers", "Respuestas (Spanish)"]),
            ("/es", ["Respuestas", "Answers (inglés)"]),
        ):
            html = self.html(f"{prefix}{document.path}")
            page = BeautifulSoup(html, "html.parser")
            links = page.select("[aria-labelledby=used-on] li")
            assert [link.get_text(" ", strip=True) for link in links] == expected

    def test_the_names_of_series_are_in_the_language_of_the_site(self):
        series = DocumentSeriesFactory(name="Answers", description="Of the office.")
        document = DocumentFactory(series=series)

        for path, shown in (
            (document.path, 'En la serie <span lang="en">Answers</span>'),
            (document.path, '<dd><span lang="en">Answers</span>'),
            ("/documents/series/answers/", '<h1 lang="en">Answers</h1>'),
            ("/documents/series/answers/", 'lang="en">Of the office.</p>'),
        ):
            assert shown in self.html(f"/es{path}"), path

    def test_each_language_names_itself_and_the_other(self):
        document = DocumentFactory(title="July")

        for prefix in ("", "/es"):
            html = self.html(f"{prefix}{document.path}")

            root = "http://localhost"
            assert f'rel="canonical" href="{root}{prefix}{document.path}"' in html
            assert f'hreflang="en" href="{root}{document.path}"' in html
            assert f'hreflang="es" href="{root}/es{document.path}"' in html
            assert f'hreflang="x-default" href="{root}{document.path}"' in html

    def test_the_switcher_leads_to_the_same_document(self):
        document = DocumentFactory()

        link = f'<a href="/es{document.path}" lang="es" hreflang="es">Español</a>'
        assert link in self.html(document.path)

    def test_the_file_and_its_citation_stay_where_they_are(self):
        document = DocumentFactory()

        html = self.html(f"/es{document.path}")

        assert f'href="http://localhost{document.download_path}"' in html
        assert f"http://localhost{document.path}" in html  # In the citation.
        assert f'href="{document.path}cite.bib"' in html
        assert self.client.get(f"/es{document.download_path}").status_code == 404

    def test_other_words_lead_to_the_right_ones_in_the_same_language(self):
        document = DocumentFactory(title="New title")

        for words in ("/old-title", ""):
            response = self.client.get(f"/es/documents/{document.pk}{words}/")
            self.assertRedirects(response, f"/es{document.path}", 301)

    def test_of_an_unreleased_document_there_is_none(self):
        document = DocumentFactory(released_at=None)

        assert self.client.get(f"/es{document.path}").status_code == 404

    def test_the_public_form_has_the_address_of_the_sites_own_language(self):
        document = DocumentFactory(language="es")

        answer = self.client.get(f"/api/v2/documents/{document.pk}/").json()

        assert answer["meta"]["path"] == document.path
        assert document.path.startswith("/documents/")


class LinkTests(SpanishTestCase):
    def test_spanish_pages_lead_to_the_page_in_spanish(self):
        document = DocumentFactory(title="July")

        for path in (self.library.get_url(), "/es/documents/feed.rss"):
            assert f"/es{document.path}" in self.html(path), path

    def test_english_pages_do_not(self):
        document = DocumentFactory(title="July")

        assert f"/es{document.path}" not in self.html("/documents/")

    def test_links_in_text_and_attachments_lead_there(self):
        document = DocumentFactory(title="July")
        spanish = Locale.objects.get(language_code="es")
        link = f'<a linktype="document" id="{document.pk}">It</a>'
        page = NewsPageFactory(
            title="Noticia",
            parent=self.library.get_parent().specific,
            locale=spanish,
            body=[{"type": "rich_text", "value": f"<p>{link}</p>"}],
        )

        html = self.html(page.get_url())

        assert f'<a href="/es{document.path}" data-type=' in html


class ErrorTests(SpanishTestCase):
    def test_an_error_below_es_is_told_in_spanish(self):
        for path in ("/es/nada/", "/es/documents/999/nada/", "/es/documents/series/x/"):
            response = self.client.get(path)

            assert response.status_code == 404
            assert response["Content-Language"] == "es"
            self.assertContains(response, '<html lang="es">', status_code=404)
            self.assertContains(response, "No encontramos esa página", status_code=404)
