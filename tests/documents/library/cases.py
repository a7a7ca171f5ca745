"""What tests of the library have in common: its page, asked for in several ways."""

from typing import Any

from django.core.cache import caches
from django.http import HttpResponse
from django.test import TestCase
from wagtail.models import Locale

from documents.models import DocumentLibraryPage
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    DocumentSeriesFactory,
    TopicFactory,
)


def text_of(response: HttpResponse) -> str:
    content = b"".join(response) if response.streaming else response.content
    return content.decode()


def spanish_library(library: DocumentLibraryPage) -> DocumentLibraryPage:
    """Return the library of a home page in Spanish."""
    spanish, _new = Locale.objects.get_or_create(language_code="es")
    home = library.get_parent().specific.copy_for_translation(spanish)
    home.get_latest_revision().publish()
    home.refresh_from_db()
    return DocumentLibraryPageFactory(parent=home, title="Documentos", slug="docs")


class LibraryTestCase(TestCase):
    """An empty library, below the home page."""

    @classmethod
    def setUpTestData(cls):
        cls.library = DocumentLibraryPageFactory()

    def get(self, **asked: Any) -> HttpResponse:
        """Ask for the page; a kept one would not tell what it was made from."""
        caches["answers"].clear()
        return self.client.get(self.library.url, asked)

    def shelf(self, **asked: Any):
        """Return what the page shows around its list."""
        return self.get(**asked).context["library"]

    def titles(self, **asked: Any) -> list[str]:
        response = self.get(**asked)
        assert response.status_code == 200
        return [item.title for item in response.context["items"]]


class FiledTestCase(LibraryTestCase):
    """Four documents, each filed otherwise."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        series = DocumentSeriesFactory(name="Policy Q&As", slug="qas")
        topic = TopicFactory(name="Eligibility")
        july = DocumentFactory(
            title="July",
            document_type="policy_qa",
            series=series,
            fiscal_year=2017,
            summary="Moves before the school year.",
        )
        july.topics.add(topic)
        DocumentFactory(title="Form", document_type="form", fiscal_year=2016)
        DocumentFactory(title="Guía", document_type="guidance", language="es")
        DocumentFactory(
            title="Old form",
            document_type="form",
            fiscal_year=2016,
            status="superseded",
        )
