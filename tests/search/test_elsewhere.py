"""Where few things have the words, pages of other languages that do are told of."""

from django.test import TestCase
from wagtail.models import Locale, PageViewRestriction

from home.models import StandardPage
from search.elsewhere import elsewhere
from search.finding import FEW
from search.index import Question
from search.language import parse
from tests.factories import (
    DocumentFactory,
    NewsPageFactory,
    StandardPageFactory,
    home_page,
)


class ElsewhereTests(TestCase):
    def setUp(self):
        self.spanish, _ = Locale.objects.get_or_create(language_code="es")
        self.home = home_page().copy_for_translation(self.spanish)
        self.home.get_latest_revision().publish()

    def spanish_page(self, title: str, **fields) -> StandardPage:
        return StandardPageFactory(
            title=title, parent=self.home, locale=self.spanish, **fields
        )

    def told(self, words: str) -> list[tuple[str, int]]:
        question = Question(parse(words), "en")
        return [(other.locale, other.count) for other in elsewhere(question)]

    def test_pages_of_other_languages_are_counted(self):
        self.spanish_page("Zebra en español")
        NewsPageFactory(title="Zebra in English")
        DocumentFactory(title="Zebra file")

        assert self.told("zebra") == [("es", 1)]
        assert self.told("okapi") == []

    def test_only_what_is_public_counts(self):
        self.spanish_page("Zebra de ayer").unpublish()
        self.spanish_page("Zebra de mañana", live=False)
        private = self.spanish_page("Zebra secreta")
        PageViewRestriction.objects.create(page=private, restriction_type="login")

        assert self.told("zebra") == []

    def test_the_page_leads_there_in_the_language_of_its_pages(self):
        self.spanish_page("Zebra en español")

        response = self.client.get("/search/", {"q": "zebra", "since": "2001-01-01"})

        self.assertContains(response, "1 page in Spanish has these words.")
        self.assertContains(
            response,
            '<a href="/es/search/?q=zebra&amp;since=2001-01-01" lang="es" '
            'hreflang="es">Ver los resultados en español</a>',
        )

    def test_a_reader_of_spanish_is_led_to_english(self):
        NewsPageFactory(title="Zebra in English")

        response = self.client.get("/es/search/", {"q": "zebra"})

        self.assertContains(response, "1 página en inglés tiene estas palabras.")
        self.assertContains(response, 'hreflang="en">See the results in English</a>')

    def test_nothing_is_said_where_enough_is_found(self):
        self.spanish_page("Zebra en español")
        for number in range(FEW):
            NewsPageFactory(title=f"Zebra {number}")

        self.assertNotContains(self.client.get("/search/?q=zebra"), "in Spanish has")

    def test_the_api_tells_it(self):
        self.spanish_page("Zebra en español")

        meta = self.client.get("/api/v2/search/?q=zebra").json()["meta"]

        assert meta["other_languages"] == [
            {"locale": "es", "total_count": 1, "total_is_exact": True}
        ]

    def test_mended_words_do_not_hide_it(self):
        NewsPageFactory(title="Zebras")
        self.spanish_page("Cebras")

        response = self.client.get("/search/?q=cebras")

        self.assertContains(response, "1 page in Spanish has these words.")
