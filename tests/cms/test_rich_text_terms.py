"""What the text editor stores of a marked term, and reads back."""

import json
from typing import Any

from django.test import TestCase
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import RichTextBlock
from wagtail.models import ReferenceIndex

from cms.blocks import TEXT_FEATURES
from home.models import StandardPage
from tests.factories import HomePageFactory, StandardPageFactory, TermFactory


class EditorTests(TestCase):
    def setUp(self):
        self.term = TermFactory(name="COE", definition="A form.")
        self.converter = ContentstateConverter(TEXT_FEATURES)

    def stored(self) -> str:
        mark = f'<a linktype="term" id="{self.term.pk}">COE</a>'
        return f'<p data-block-key="abcde">The {mark}.</p>'

    def entity(self, html: str) -> dict[str, Any]:
        state = json.loads(self.converter.from_database_format(html))
        [entity] = state["entityMap"].values()
        return entity

    def test_what_is_read_is_written_again(self):
        state = self.converter.from_database_format(self.stored())

        assert self.converter.to_database_format(state) == self.stored()

    def test_the_editor_is_told_what_it_means(self):
        entity = self.entity(self.stored())

        assert (entity["type"], entity["data"]["id"]) == ("TERM", self.term.pk)
        assert entity["data"]["meaning"] == "A form."

    def test_a_deleted_term_keeps_its_mark_until_somebody_looks(self):
        html = self.stored()
        number = self.term.pk
        self.term.delete()

        assert self.entity(html)["data"] == {"id": number}

    def test_a_mark_without_a_number_is_none(self):
        html = '<p data-block-key="abcde"><a linktype="term" id="x">COE</a></p>'

        assert self.entity(html)["data"] == {}

    def test_each_text_of_a_body_can_mark_terms(self):
        body = StandardPage._meta.get_field("body").stream_block
        blocks = list(body.child_blocks.items())
        texts: dict[str, list[str]] = {}
        while blocks:
            name, block = blocks.pop()
            if isinstance(block, RichTextBlock):
                texts[name] = block.features
            inner = getattr(block, "child_blocks", {})
            blocks += [(f"{name}.{key}", part) for key, part in inner.items()]

        assert {"rich_text", "callout.text"} <= texts.keys()
        assert {n for n, features in texts.items() if "term" not in features} == set()

    def test_wagtail_knows_where_a_term_is_used(self):
        HomePageFactory()
        page = StandardPageFactory(body=[("rich_text", self.stored())])
        ReferenceIndex.create_or_update_for_object(page)

        used = ReferenceIndex.get_references_to(self.term)

        assert [reference.object_id for reference in used] == [str(page.pk)]
