"""`fields`: which parts of a thing are sent."""

import pytest

from cms.api.field_grammar import GrammarError, parse
from tests.publications import publication

from .cases import ApiTestCase

IMAGE = {
    "id": 3,
    "url": "https://x/3.png",
    "alt": "Beets",
    "renditions": [{"width": 1}],
}
BLOCK = {"id": "a", "type": "heading", "value": {"text": "One", "level": 2}}


class ListFieldsTests(ApiTestCase):
    def setUp(self):
        publication(
            1,
            title="One",
            card={"lead": "Short", "image": IMAGE},
            body={"body": [BLOCK]},
        )

    def item(self, fields: str) -> dict:
        (item,) = self.items("pages/", fields=fields)
        return item

    def test_a_name_of_the_card_changes_nothing(self):
        assert self.item("title") == self.items("pages/")[0]

    def test_a_name_of_the_body_is_added(self):
        assert set(self.item("body")) == {*self.items("pages/")[0], "body"}

    def test_a_star_sends_the_stored_body(self):
        assert self.item("*") == self.found("pages/1/")

    def test_an_underscore_sends_only_what_is_named(self):
        assert self.item("_,title") == {"title": "One"}
        assert self.item("_,body") == {"body": [BLOCK]}

    def test_an_underscore_alone_sends_empty_objects(self):
        assert self.item("_") == {}

    def test_a_minus_leaves_out(self):
        assert set(self.item("-lead")) == {*self.items("pages/")[0]} - {"lead"}
        assert set(self.item("*,-body")) == {*self.found("pages/1/")} - {"body"}

    def test_parts_of_a_nested_object(self):
        assert self.item("image(url,alt)")["image"] == {
            "url": "https://x/3.png",
            "alt": "Beets",
        }

    def test_a_nested_object_without_a_part(self):
        assert set(self.item("image(-renditions)")["image"]) == {"id", "url", "alt"}

    def test_parts_of_objects_in_lists(self):
        item = self.item("_,body(value(text))")

        assert item == {"body": [{"value": {"text": "One"}}]}

    def test_parts_of_meta_may_go_without_its_name(self):
        assert self.item("_,slug") == {"meta": {"slug": "thing-1"}}
        assert self.item("_,meta(slug)") == {"meta": {"slug": "thing-1"}}

    def test_everything_with_a_nested_choice(self):
        item = self.item("*,image(id)")

        assert item["image"] == {"id": 3}
        assert item["body"] == [BLOCK]


class TypesTests(ApiTestCase):
    def test_a_field_that_only_some_types_have(self):
        publication(1, type="news.NewsPage", card={"category": "data"})
        publication(2, type="home.StandardPage")

        items = self.items("pages/", fields="_,id,category", order="id")

        assert items == [{"id": 1, "category": "data"}, {"id": 2}]

    def test_a_field_that_none_of_the_types_asked_for_has(self):
        (error,) = self.refused(
            "pages/", type="home.StandardPage", fields="_,id,category"
        )

        assert error["parameter"] == "fields"
        assert "category" in error["message"]
        assert "title" in error["allowed"]
        assert "category" not in error["allowed"]


class DetailFieldsTests(ApiTestCase):
    def test_a_name_changes_nothing(self):
        publication(1)

        assert self.found("pages/1/", fields="title") == self.found("pages/1/")

    def test_a_star_is_the_whole_body_with_its_validator(self):
        publication(1)

        whole, starred = self.ask("pages/1/"), self.ask("pages/1/", fields="*")

        assert starred.content == whole.content
        assert starred["ETag"] == whole["ETag"]

    def test_a_part_has_a_validator_of_its_own(self):
        publication(1)

        tags = {
            self.ask("pages/1/", **query)["ETag"]
            for query in ({}, {"fields": "_,id"}, {"fields": "_,title"})
        }

        assert len(tags) == 3

    def test_documents_images_and_the_site(self):
        for resource in ("documents", "images"):
            publication(1, resource=resource, title="One")

            assert self.found(f"{resource}/1/", fields="_,title") == {"title": "One"}

        publication(2, resource="site", body={"name": "RESULTS"})

        assert self.found("site/", fields="_,name") == {"name": "RESULTS"}


REFUSED = {
    "nope": "nope",
    "-nope": "nope",
    "image(nope)": "nope",
    "image(url": "parenthesis",
    "image)": ")",
    "image(url))": ")",
    "image()": "name",
    "title(id)": "title",
    "_,_": "_",
    "*,*": "*",
    "title,": "name",
    ",title": "name",
    "title,,lead": "name",
    "title lead": "' '",
    "title;lead": ";",
    "-": "name",
    "--title": "-",
    "title,title": "twice",
    "title,-title": "twice",
    "Title": "T",
    "__class__": "_",
    "body__0": "body__0",
    "image(" * 100: "deep",
    "a" * 1001: "1000",
    "tïtle": "ï",
}


class RefusedFieldsTests(ApiTestCase):
    def test_each_is_refused_with_its_reason(self):
        publication(1)
        for fields, reason in REFUSED.items():
            for path in ("pages/", "pages/1/"):
                with self.subTest(fields[:40], path=path):
                    (error,) = self.refused(path, fields=fields)

                    assert error["parameter"] == "fields"
                    assert reason in error["message"]


class GrammarTests:
    def test_a_text_is_read_level_by_level(self):
        selection = parse("_,title,image(url,-alt)")

        assert selection.start == "_"
        assert set(selection.added) == {"title", "image"}
        image = selection.added["image"]
        assert image
        assert set(image.added) == {"url"}
        assert image.removed == {"alt"}

    @pytest.mark.parametrize("text", ["", "(", ")", "a(", "a(b", "a)b", "*a", "_a"])
    def test_broken_texts(self, text):
        with pytest.raises(GrammarError):
            parse(text)
