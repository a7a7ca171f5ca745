"""The words of a public form, as the search finds and shows them."""

from django.test import TestCase

from cms.publishing.search_text import text_in, without_markup
from tests.cms.publishing.log import row
from tests.factories import DocumentFactory, ImageFactory, NewsPageFactory


class MarkupTests:
    def test_tags_within_a_word_part_nothing(self):
        html = "<p><b>M</b>igrant (<a href='/x/'>COE</a>), H<sub>2</sub>O</p>"

        assert text_in(html) == "Migrant (COE), H2O"

    def test_all_other_tags_part_words(self):
        html = "<ul><li>One</li><li>two<br>three</li></ul>"

        assert without_markup(html).split() == ["One", "two", "three"]

    def test_parts_are_told_apart(self):
        parts = {"title": "One", "lead": "", "body": [{"text": "Two"}, "Three"]}

        assert text_in(parts) == "One · Two · Three"


class TextTests(TestCase):
    def test_acronyms_are_found_without_their_signs(self):
        page = NewsPageFactory(title="ID&R Forum", lead="Q&As of the forum. AT&T")

        assert row("pages", page.pk).search_text.endswith(" · IDR QA ATT")

    def test_files_of_pictures_and_codes_are_no_words(self):
        news = NewsPageFactory(title="Forum", image=ImageFactory(description="Rows"))
        document = DocumentFactory(title="July")

        for text in (
            row("pages", news.pk).search_text,
            row("documents", document.pk).search_text,
        ):
            for word in ("http", "320w", "avif", "barriers", "unknown"):
                assert word not in text
        assert "Rows" in row("pages", news.pk).search_text
