"""Lists of documents, and buttons."""

from datetime import date
from typing import Any

from tests.cms.blocks.cases import BlockTestCase
from tests.content import main_of, public_form, words
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    StandardPageFactory,
)


class CallToActionTests(BlockTestCase):
    kind = "call_to_action"

    def usual(self):
        return {"text": "Register today", "emphasis": "primary", "url": ""}

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
            "heading": "MEP Policy Q&As",
            "introduction": "",
            "selection": "picked",
            "documents": [],
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
