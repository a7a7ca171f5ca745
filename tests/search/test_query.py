"""What is found, and in which order."""

from datetime import date

import pytest
from django.test import TestCase
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from search.query import MAX_LENGTH, QueryTooLongError, hits, matches, words_of
from tests.factories import (
    DocumentFactory,
    NewsPageFactory,
    StandardPageFactory,
    home_page,
)


def found(query: str, locale: str = "en") -> list[str]:
    return [hit.title for hit in hits(list(matches(words_of(query), locale)))]


class WordTests:
    def test_are_parted_by_space_of_any_kind(self):
        assert words_of("  one\ttwo\n three\u00a0four ") == [
            "one",
            "two",
            "three",
            "four",
        ]

    def test_nul_is_a_space(self):
        assert words_of("one\x00two\x00") == ["one", "two"]

    def test_as_many_characters_as_allowed_and_no_more(self):
        assert words_of("x" * MAX_LENGTH)

        with pytest.raises(QueryTooLongError):
            words_of("x" * (MAX_LENGTH + 1))


class MatchTests(TestCase):
    def test_all_words_must_be_there_in_any_order_and_place(self):
        NewsPageFactory(title="The national forum", lead="Handouts to download.")
        NewsPageFactory(title="The regional forum")

        assert found("handouts forum") == ["The national forum"]
        assert set(found("forum")) == {"The national forum", "The regional forum"}
        assert found("forum webinar") == []

    def test_capitals_do_not_matter(self):
        NewsPageFactory(title="The National Forum")

        assert found("NATIONAL forum") == ["The National Forum"]

    def test_signs_of_the_database_are_letters_like_others(self):
        NewsPageFactory(title="Up by 100% since May")
        NewsPageFactory(title="Up by 1000 since May")
        NewsPageFactory(title="The file_name of old")

        assert found("100%") == ["Up by 100% since May"]
        assert found("%") == ["Up by 100% since May"]
        assert found("file_name") == ["The file_name of old"]
        assert found("fileXname") == []

    def test_quotes_and_operators_are_no_syntax(self):
        NewsPageFactory(title="About the program")

        for query in (
            '"',
            "'",
            '"about',
            "about OR",
            "(",
            "*",
            "\\",
            "-about",
            "a:b",
            ";",
        ):
            found(query)
        assert found('"about the"') == []

    def test_curly_quotes_and_other_alphabets_are_found(self):
        NewsPageFactory(title="Children’s “right” 移民")

        for query in ("Children’s", "“right”", "移民"):
            assert found(query) == ["Children’s “right” 移民"], query

    def test_newest_first(self):
        for month in (8, 10, 9):
            NewsPageFactory(title=f"Month {month}", published_on=date(2017, month, 1))

        assert found("month") == ["Month 10", "Month 9", "Month 8"]

    def test_a_document_is_found_by_its_title(self):
        document = DocumentFactory(title="MEP Policy Q&As, July 2017")

        (hit,) = hits(list(matches(["policy", "q&as"], "en")))

        assert hit.title == "MEP Policy Q&As, July 2017"
        assert hit.url == document.path
        assert hit.type_label

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
