"""Blocks: what each refuses, what it is in JSON, and what a reader sees of it."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase

from cms.blocks import ArticleBlocks
from home.models import StandardPage
from tests.content import main_of, public_form, words
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    ImageFactory,
    MeasureFactory,
    SourceFactory,
    StandardPageFactory,
)

BODY = StandardPage._meta.get_field("body").stream_block


def table(*rows: list[Any], caption: str = "Children served", **values: Any):
    columns = [{"type": "text", "heading": "Grade"}, {"type": "number", "heading": "N"}]
    columns = values.pop("columns", columns)
    content = {"columns": columns, "caption": caption}
    content["rows"] = [{"values": list(row)} for row in rows]
    return {"table": content, "source": "", **values}


class BlockTestCase(TestCase):
    """`kind` names the block; values that a case does not give are `usual()`."""

    kind = ""

    def usual(self) -> dict[str, Any]:
        return {}

    def body(self, **values: Any):
        value = {**self.usual(), **values}
        return BODY.to_python([{"type": self.kind, "value": value}])

    def refusals(self, **values: Any) -> dict[str, str]:
        """Return messages by the name of the field that they stand beside."""
        try:
            BODY.clean(self.body(**values))
        except ValidationError as refused:
            block = refused.as_json_data()["blockErrors"][0]
            return {
                name: " ".join(error.get("messages", []) or [str(error)])
                for name, error in block.get("blockErrors", {}).items()
            }
        return {}

    def draft_is_saved(self, **values: Any) -> bool:
        BODY.defer_required_validation()
        try:
            return not self.refusals(**values)
        finally:
            BODY.restore_deferred_validation()

    def publish(self, **values: Any) -> StandardPage:
        return StandardPageFactory(body=self.body(**values))

    def value(self, **values: Any) -> Any:
        """Return what JSON says of the block."""
        (block,) = public_form(self.publish(**values))["body"]
        assert block["type"] == self.kind
        return block["value"]

    def prose(self, **values: Any):
        """Return what the page shows of the block."""
        return main_of(self.publish(**values).url).find(class_="prose")


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

    def test_links_to_pages_and_documents_are_resolved(self):
        page = StandardPageFactory(slug="about")
        document = DocumentFactory()

        html = self.value(
            f'<a linktype="page" id="{page.pk}">us</a>'
            f'<a linktype="document" id="{document.pk}">file</a>'
        )

        assert html == f'<a href="/about/">us</a><a href="{document.path}">file</a>'

    def test_marks_and_letters_of_any_language_are_kept(self):
        text = "<p>Children’s “right” — niños &amp; 移民</p>"

        assert self.value(text) == text

    def test_nothing_written_is_no_block(self):
        page = StandardPageFactory(body=self.body(""))

        assert public_form(page)["body"] == []


class ImageTests(BlockTestCase):
    kind = "image"

    def usual(self):
        self.image = ImageFactory(description="Rows of beets")
        return {"image": self.image.pk, "alt": "", "decorative": False, "caption": ""}

    def test_an_image_without_words_is_described_or_decorative(self):
        image = ImageFactory(description="").pk

        assert "tick that it is decorative" in self.refusals(image=image)["alt"]
        assert self.refusals(image=image, decorative=True) == {}
        assert self.refusals(image=image, alt="A field") == {}
        assert self.draft_is_saved(image=image)

    def test_words_here_win_over_those_of_the_image(self):
        assert self.value()["image"]["alt"] == "Rows of beets"
        assert self.value(alt="Here")["image"]["alt"] == "Here"
        assert self.value(alt="Here", decorative=True)["image"]["alt"] == ""

    def test_caption_stands_below(self):
        prose = self.prose(caption="Near Fairview")

        assert prose.find("img")["alt"] == "Rows of beets"
        assert "Near Fairview" in words(prose.find("figcaption"))

    def test_json_has_all_that_is_needed_to_show_it(self):
        image = self.value()["image"]

        assert (image["width"], image["height"]) == (640, 480)
        assert image["url"].startswith("http")
        assert image["renditions"]


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


class TableTests(BlockTestCase):
    kind = "table"

    def usual(self):
        return table(["K-3", "31903"], ["4-5", None])

    def test_needs_a_caption_headings_and_a_row(self):
        unnamed = [{"type": "text", "heading": ""}]
        for broken in (
            table(["K-3", "1"], caption=""),
            table(["K-3"], columns=unnamed),
            table(columns=[]),
            table(),
        ):
            message = self.refusals(**broken)["table"]
            for part in ("caption", "heading", "row"):
                assert part in message
            assert self.draft_is_saved(**broken)
        assert self.refusals() == {}

    def test_numbers_are_grouped_and_right_aligned(self):
        found = self.prose().find("table")

        assert words(found.find("caption")) == "Children served"
        assert [words(th) for th in found.find("thead").find_all("th")] == [
            "Grade",
            "N",
        ]
        assert words(found.find("tbody").find("th")) == "K-3"
        assert words(found.find("td", class_="number-cell")) == "31,903"

    def test_json_has_columns_and_rows(self):
        value = self.value(source="Ed Data Express")

        assert value["columns"][1] == {"heading": "N", "kind": "number"}
        assert value["rows"] == [["K-3", "31,903"], ["4-5", ""]]
        assert value["source"] == "Ed Data Express"

    def test_words_are_shown_as_written(self):
        prose = self.prose(**table(["<script>x</script>", "1"]))

        assert words(prose.find("tbody").find("th")) == "<script>x</script>"


class StatisticTests(BlockTestCase):
    kind = "statistic"

    def usual(self):
        return {
            "label": "Children served, K-3",
            "measure": MeasureFactory(definition="Not total participation.").pk,
            "group": "K-3",
            "value": "31903",
            "status": "reported",
            "reason": "",
            "source": SourceFactory(name="Ed Data Express").pk,
            "period_start": "2014-09-01",
            "period_end": "2015-08-31",
            "retrieved_on": None,
            "footnote": "",
        }

    def test_no_value_has_a_status_and_a_reason(self):
        assert "status" in self.refusals(value=None)
        assert "reason" in self.refusals(value=None, status="suppressed")
        assert "value" in self.refusals(status="suppressed")
        assert self.draft_is_saved(value=None)

    def test_period_ends_after_it_starts(self):
        errors = self.refusals(period_end="2014-08-31")

        assert "before its first day" in errors["period_end"]

    def test_json_is_that_of_any_statistic(self):
        value = self.value()

        assert (value["value"], value["display"]) == (31903, "31,903")
        assert value["source"]["name"] == "Ed Data Express"
        assert value["period"]["label"] == "2014-15"
        assert date.fromisoformat(value["period"]["end"]) == date(2015, 8, 31)

    def test_page_says_number_definition_and_source(self):
        text = words(self.prose())

        for part in ("31,903", "Not total participation.", "Ed Data Express"):
            assert part in text

    def test_no_figure_is_its_status_with_its_reason(self):
        nothing = {"value": None, "status": "suppressed", "reason": "Fewer than ten."}

        value, prose = self.value(**nothing), self.prose(**nothing)

        assert (value["value"], value["display"]) == (None, "Suppressed")
        assert words(prose.find(class_="number__value")) == "Suppressed"
        assert "Fewer than ten." in words(prose)
        assert "None" not in words(prose)


class EmbedTests(BlockTestCase):
    kind = "embed"

    def usual(self):
        url = "https://video.example.org/v/1"
        return {"title": "Video: the COE", "url": url, "description": "3 minutes"}

    def test_is_a_link_that_loads_nothing_from_elsewhere(self):
        response = self.client.get(self.publish().url)

        html = response.content.decode()
        for element in ("<iframe", "<script", "<embed", "<object", "<video"):
            assert element not in html
        self.assertContains(response, 'href="https://video.example.org/v/1"')
        self.assertContains(response, "opens video.example.org")

    def test_json_names_the_host(self):
        assert self.value()["host"] == "video.example.org"

    def test_address_is_one_of_the_web(self):
        for url in ("javascript:alert(1)", "video", "http://[", "//example.org"):
            assert "url" in self.refusals(url=url)


class CallToActionTests(BlockTestCase):
    kind = "call_to_action"

    def usual(self):
        return {
            **{"text": "Register today", "page": None, "document": None, "url": ""},
            "emphasis": "primary",
        }

    def test_leads_to_exactly_one_place(self):
        page, document = StandardPageFactory().pk, DocumentFactory().pk
        url = "https://example.org/"
        for targets in (
            {},
            {"page": page, "url": url},
            {"page": page, "document": document},
            {"page": page, "document": document, "url": url},
        ):
            assert "one of the three" in self.refusals(**targets)["url"]
        for targets in ({"page": page}, {"document": document}, {"url": url}):
            assert self.refusals(**targets) == {}

    def test_leads_to_a_page_a_document_or_an_address(self):
        page, document = StandardPageFactory(slug="about"), DocumentFactory()
        for targets, kind, href in (
            ({"page": page.pk}, "page", "/about/"),
            ({"document": document.pk}, "document", document.path),
            ({"url": "https://example.org/r"}, "external", "https://example.org/r"),
        ):
            assert self.value(**targets)["link"]["kind"] == kind
            link = self.prose(**targets).find("a", class_="usa-button")
            assert link["href"] == href
            assert "Register today" in words(link)

    def test_a_button_to_what_is_not_public_is_not_there(self):
        draft = StandardPageFactory(live=False)

        page = self.publish(page=draft.pk)

        assert public_form(page)["body"] == []
        assert "Register today" not in words(main_of(page.url))


class DocumentListTests(BlockTestCase):
    kind = "document_list"

    def usual(self):
        return {
            **{"heading": "MEP Policy Q&As", "introduction": "", "selection": "picked"},
            **{"series": None, "document_type": "", "documents": []},
        }

    def titles(self, **values: Any) -> list[str]:
        return [document["title"] for document in self.value(**values)["documents"]]

    def test_what_is_selected_by_is_chosen(self):
        for selection, name in (
            ("series", "series"),
            ("type", "document_type"),
            ("picked", "documents"),
        ):
            assert name in self.refusals(selection=selection)
            assert self.draft_is_saved(selection=selection)

    def test_picked_ones_come_in_the_order_of_the_editor(self):
        documents = [DocumentFactory(title=title) for title in ("B", "A", "C")]

        assert self.titles(documents=[d.pk for d in documents]) == ["B", "A", "C"]

    def test_a_series_comes_in_its_own_order_with_what_is_released_later(self):
        series = DocumentSeriesFactory(name="Q&As")
        for position, title in ((2, "v.2"), (1, "v.1")):
            DocumentFactory(title=title, series=series, series_position=position)
        DocumentFactory(title="Of no series")
        page = self.publish(selection="series", series=series.pk)

        DocumentFactory(title="v.3", series=series, series_position=3)

        (block,) = public_form(page)["body"]
        titles = [document["title"] for document in block["value"]["documents"]]
        assert titles == ["v.1", "v.2", "v.3"]
        assert block["value"]["series"]["name"] == "Q&As"

    def test_a_type_comes_newest_first(self):
        for day, title in ((1, "Old"), (2, "New")):
            DocumentFactory(
                title=title, document_type="guidance", document_date=date(2017, 1, day)
            )
        DocumentFactory(title="A form", document_type="form")

        found = self.titles(selection="type", document_type="guidance")

        assert found == ["New", "Old"]

    def test_a_series_never_shows_what_is_not_released_or_withdrawn(self):
        series = DocumentSeriesFactory()
        DocumentFactory(series=series, released_at=None)
        DocumentFactory(series=series, status="withdrawn", status_explanation="Wrong.")

        assert self.titles(selection="series", series=series.pk) == []
        prose = self.prose(selection="series", series=series.pk)
        assert "There are no documents here at the moment." in words(prose)

    def test_heading_can_be_linked_to(self):
        assert self.value()["anchor"] == "mep-policy-qas"
        assert self.prose().find(id="mep-policy-qas").find("h2") is not None


class BodyTests:
    def test_has_the_ten_blocks_that_pages_share(self):
        assert set(ArticleBlocks().child_blocks) == {
            *("heading", "rich_text", "image", "quote", "document_list", "callout"),
            *("table", "statistic", "embed", "call_to_action"),
        }

    @pytest.mark.parametrize("name", [n for n in BODY.child_blocks if n != "rich_text"])
    def test_every_field_of_a_block_explains_itself(self, name):
        for field in BODY.child_blocks[name].child_blocks.values():
            help_text = getattr(field.meta, "help_text", "") or field.field.help_text
            assert help_text.strip().endswith((".", "?", "”")), field.name
