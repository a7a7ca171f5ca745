"""The page of a series."""

from datetime import date
from typing import Any

from django.core.cache import caches
from django.test import TestCase
from wagtail.models import Collection, CollectionViewRestriction

from tests.assertions import assert_same_queries
from tests.factories import (
    DocumentFactory,
    DocumentLibraryPageFactory,
    DocumentSeriesFactory,
)

from .cases import spanish_library

PATH = "/documents/series/qas/"


class SeriesTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = DocumentLibraryPageFactory()
        cls.series = DocumentSeriesFactory(
            name="Policy Q&As", slug="qas", description="Questions and answers."
        )

    def document(self, title: str, **values: Any):
        return DocumentFactory(title=title, series=self.series, **values)

    def get(self, path: str = PATH, **query: str):
        caches["answers"].clear()
        return self.client.get(path, query)

    def titles(self, **query: str) -> list[str]:
        response = self.get(**query)
        assert response.status_code == 200
        return [item.title for item in response.context["items"]]


class SeriesPageTests(SeriesTestCase):
    def test_says_what_the_series_is(self):
        self.document("July")

        response = self.get()

        self.assertContains(response, "Policy Q&amp;As")
        self.assertContains(response, "Questions and answers.")
        self.assertContains(response, "1 document")

    def test_lists_its_documents_in_their_order(self):
        self.document("Without a place", document_date=date(2000, 1, 1))
        self.document("Third", series_position=3, document_date=date(2001, 1, 1))
        self.document("First", series_position=1, document_date=date(2017, 1, 1))
        self.document("Undated")
        DocumentFactory(title="Of no series")

        assert self.titles() == ["First", "Third", "Without a place", "Undated"]

    def test_keeps_what_was_superseded_but_not_what_was_withdrawn(self):
        self.document("Old", status="superseded", series_position=1)
        self.document("Wrong", status="withdrawn", status_explanation="It was.")
        self.document("New", series_position=2)

        assert self.titles() == ["Old", "New"]

    def test_is_there_while_something_public_is_in_the_series(self):
        secret = self.document("Secret", released_at=None)
        assert self.get().status_code == 404

        secret.release()
        assert self.titles() == ["Secret"]

        private = Collection.get_first_root_node().add_child(name="Private")
        CollectionViewRestriction.objects.create(
            collection=private, restriction_type="login"
        )
        secret.collection = private
        secret.save()
        assert self.get().status_code == 404

    def test_of_which_nothing_is_listed_says_so(self):
        self.document("Wrong", status="withdrawn", status_explanation="It was.")

        response = self.get()

        self.assertContains(response, "No document of this series is available now.")
        self.assertNotContains(response, ".zip")

    def test_goes_on_on_further_pages(self):
        for number in range(1, 23):
            self.document(f"{number:02}", series_position=number)

        assert self.titles() + self.titles(page="2") == [
            f"{number:02}" for number in range(1, 23)
        ]
        assert self.titles(page="nonsense")[0] == "01"

    def test_leads_to_library_feeds_and_archive(self):
        self.document("July")

        response = self.get()

        for address in (
            f'href="{self.library.url}"',
            f'href="{self.library.url}?series=qas&amp;status=all"',
            'href="/documents/series/qas/feed.rss"',
            'href="/documents/series/qas/qas.zip"',
        ):
            self.assertContains(response, address)

    def test_is_led_to_by_its_documents(self):
        document = self.document("July")

        for path in (self.library.url, document.path):
            self.assertContains(self.get(path), f'href="{PATH}"')
        self.assertContains(self.get(document.path), "/documents/series/qas/feed.atom")

    def test_is_the_same_page_in_each_language(self):
        spanish_library(self.library)
        self.document("July", document_type="form")

        english, spanish = self.get(), self.get(f"/es{PATH}")

        self.assertContains(spanish, "Formulario")
        for response in (english, spanish):
            for code, path in (("en", PATH), ("es", f"/es{PATH}")):
                self.assertContains(
                    response, f'rel="alternate" hreflang="{code}" href="http'
                )
                self.assertContains(response, f'{path}"')
        self.assertContains(
            spanish, f'rel="canonical" href="http://localhost/es{PATH}"'
        )

    def test_queries_do_not_grow_with_the_list(self):
        self.document("July")

        assert_same_queries(
            self.get,
            grow=lambda: DocumentFactory.create_batch(19, series=self.series),
        )

    def test_stands_without_a_library(self):
        self.library.unpublish()
        self.document("July")

        assert self.titles() == ["July"]

    def test_of_strange_names_is_not_found(self):
        for slug in ("nothing", "%00", "a/b", "..", "a b", "9" * 300, "qas%2F"):
            assert self.get(f"/documents/series/{slug}/").status_code == 404, slug
