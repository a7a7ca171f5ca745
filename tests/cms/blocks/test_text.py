"""Headings, running text, quotations and call-outs."""

from tests.cms.blocks.cases import BODY, BlockTestCase
from tests.content import public_form, words
from tests.factories import StandardPageFactory


class HeadingTests(BlockTestCase):
    kind = "heading"

    def usual(self):
        return {"text": "Who is eligible?", "level": "3", "anchor": ""}

    def test_has_its_level_and_a_name_to_link_to(self):
        heading = self.prose().find("h3")

        assert words(heading) == "Who is eligible?"
        assert heading["id"] == "who-is-eligible"
        assert self.value()["level"] == 3

    def test_name_is_the_editors_where_there_is_one(self):
        assert self.value(anchor="forms")["anchor"] == "forms"

    def test_name_has_small_letters_digits_and_hyphens(self):
        for anchor in ("Forms", "a b", "-a", 'a"b', "ñ"):
            assert "small letters" in self.refusals(anchor=anchor)["anchor"]

    def test_words_without_a_latin_letter_have_a_name_too(self):
        assert self.value(text="移民")["anchor"] == "section"

    def test_first_level_belongs_to_the_title(self):
        assert "level" in self.refusals(level="1")

    def test_a_draft_may_lack_the_text(self):
        assert "text" in self.refusals(text="")
        assert self.draft_is_saved(text="")


class RichTextTests(BlockTestCase):
    kind = "rich_text"

    def body(self, html: str):
        return BODY.to_python([{"type": self.kind, "value": html}])

    def value(self, html: str) -> str:
        (block,) = public_form(StandardPageFactory(body=self.body(html)))["body"]
        return block["value"]

    def test_links_that_run_code_are_plain_words(self):
        for address in (
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "\x01javascript:alert(1)",
            "javascript&colon;alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "http://[broken",
        ):
            assert self.value(f'<p><a href="{address}">go</a></p>') == "<p>go</p>", (
                address
            )

    def test_marks_and_letters_of_any_language_are_kept(self):
        text = "<p>Children’s “right” — niños &amp; 移民</p>"

        assert self.value(text) == text

    def test_nothing_written_is_no_block(self):
        for html in ("", "<p></p>", '<p data-block-key="a">&nbsp;</p>'):
            page = StandardPageFactory(body=self.body(html))

            assert public_form(page)["body"] == []


class QuoteTests(BlockTestCase):
    kind = "quote"

    def usual(self):
        return {"text": "We need summer programs.", "attribution": "Dennis Luna"}

    def test_marks_are_added_by_the_page_alone(self):
        assert self.value()["text"] == "We need summer programs."
        assert words(self.prose()) == "“We need summer programs.” — Dennis Luna"

    def test_marks_are_not_entered(self):
        for text in ('"Words"', "“Words”", "«Words»", "‘Words’"):
            assert "the page adds them" in self.refusals(text=text)["text"]
            assert not self.draft_is_saved(text=text)
        assert self.refusals(text="It was the workers’") == {}

    def test_says_who_said_it(self):
        assert "attribution" in self.refusals(attribution="")


class CalloutTests(BlockTestCase):
    kind = "callout"

    def usual(self):
        return {"kind": "warning", "heading": "New form", "text": "<p>Use it.</p>"}

    def test_shows_heading_and_text(self):
        assert words(self.prose()) == "New form Use it."
        assert self.value() == self.usual()

    def test_needs_both(self):
        assert set(self.refusals(heading="", text="")) == {"heading", "text"}
