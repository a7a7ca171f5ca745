"""Among what is looked for, and what is found there."""

from datetime import date

from django.test import TestCase
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from search.finding import find, hits
from search.index import Question
from search.language import parse
from tests.factories import (
    DocumentFactory,
    NewsPageFactory,
    StandardPageFactory,
    home_page,
)


def found(query: str, locale: str = "en") -> list[str]:
    result = find(Question(parse(query), locale))
    return [hit.title for hit in hits(result.question.query, result.matches.found)]


class MatchTests(TestCase):
    def test_all_words_must_be_there_in_any_order_and_place(self):
        NewsPageFactory(title="The national forum", lead="Handouts to download.")
        NewsPageFactory(title="The regional forum")

        assert found("handouts forum") == ["The national forum"]
        assert set(found("forum")) == {"The national forum", "The regional forum"}
        assert found("forum webinar") == []

    def test_letters_of_other_alphabets_are_found(self):
        NewsPageFactory(title="Children’s “right” 移民")

        for query in ("Children’s", "“right”", "移民"):
            assert found(query) == ["Children’s “right” 移民"], query

    def test_what_is_not_public_or_withdrawn_is_not_found(self):
        gone = {"withdrawn_on": date(2017, 1, 1), "withdrawn_explanation": "Wrong."}
        NewsPageFactory(title="Zebra draft", live=False)
        NewsPageFactory(title="Zebra withdrawn", **gone)
        private = NewsPageFactory(title="Zebra private")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        DocumentFactory(title="Zebra unreleased", released_at=None)
        DocumentFactory(
            title="Zebra file", status="withdrawn", status_explanation="Wrong."
        )

        assert found("zebra") == []

    def test_neighbours_names_do_not_make_a_hit(self):
        parent = StandardPageFactory(title="Okapi")
        StandardPageFactory(title="Below", parent=parent)

        assert found("okapi") == ["Okapi"]


class LanguageTests(TestCase):
    def setUp(self):
        home, _ = home_page(), NewsPageFactory(title="Zebra in English")
        spanish = Locale.objects.get_or_create(language_code="es")[0]
        translated = home.copy_for_translation(spanish)
        translated.live = True
        translated.save()
        self.spanish_home = HomePage.objects.get(pk=translated.pk)
        StandardPageFactory(title="Zebra en español", parent=self.spanish_home)
        DocumentFactory(title="Zebra file")

    def test_pages_of_the_readers_language_and_all_documents(self):
        assert set(found("zebra", "en")) == {"Zebra in English", "Zebra file"}
        assert set(found("zebra", "es")) == {"Zebra en español", "Zebra file"}

    def test_the_spanish_search_finds_spanish_pages(self):
        response = self.client.get("/es/search/", {"q": "zebra"})

        self.assertContains(response, "Zebra en español")
        self.assertNotContains(response, "Zebra in English")
        self.assertContains(response, 'lang="es"')


class MendingTests(TestCase):
    def test_of_words_as_near_as_each_other_the_readers_finds_something(self):
        """One letter of each is other than what was typed."""
        spanish, _ = Locale.objects.get_or_create(language_code="es")
        NewsPageFactory(title="All of the legislation")
        copy = home_page().copy_for_translation(spanish)
        copy.get_latest_revision().publish()
        StandardPageFactory(
            title="Toda la legislación", parent=copy, locale=spanish, slug="leyes"
        )

        assert found("legislasion") == ["All of the legislation"]
        assert found("legislasion", "es") == ["Toda la legislación"]
