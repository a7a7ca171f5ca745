"""CSV: what a row becomes, and that no cell of it is a formula."""

import csv
from io import StringIO

import pytest

from cms.api.csv_format import BYTE_ORDER_MARK, cell, columns_of, csv_text
from cms.publishing.schemas import Measure, PageLink, Period, PublicSchema, Topics
from tests.publications import publication

from .cases import ApiTestCase


class Row(PublicSchema):
    title: str
    page: PageLink | None
    measure: Measure
    period: Period
    topics: Topics


def lines(text: str) -> list[list[str]]:
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


class ColumnTests:
    def test_a_nested_object_has_one_for_each_part_and_a_list_has_one(self):
        assert columns_of((Row, None)) == [
            "title",
            *("page.id", "page.type", "page.title", "page.path", "page.url"),
            "page.locale",
            *("measure.id", "measure.name", "measure.definition", "measure.unit"),
            *("period.start", "period.end", "period.label", "topics"),
        ]

    def test_of_several_types_each_once(self):
        class Other(PublicSchema):
            title: str
            lead: str

        assert columns_of((Period, None), (Other, None), (Row, None))[:5] == [
            *("start", "end", "label", "title", "lead")
        ]


class TextTests:
    def test_no_rows_are_a_header_alone(self):
        assert lines(csv_text(["a", "b.c"], [])) == [["a", "b.c"]]

    def test_values(self):
        row = {
            "text": 'one, "two"\r\nthree',
            "number": 1234.5,
            "nothing": None,
            "yes": True,
            "a": {"b": {"c": "deep"}},
        }
        columns = ["text", "number", "nothing", "yes", "a.b.c", "a.x", "missing"]

        (_header, line) = lines(csv_text(columns, [row]))

        assert line == ['one, "two"\r\nthree', "1234.5", "", "true", "deep", "", ""]

    def test_lists(self):
        assert cell(["a", "b"]) == "a; b"
        assert cell([{"id": 1, "title": "A"}, {"id": 2, "name": "B"}]) == "A; B"
        assert cell([{"x": 1}]) == '{"x": 1}'

    def test_lines_end_as_the_standard_says(self):
        assert csv_text(["a"], [{"a": 1}]) == f'{BYTE_ORDER_MARK}a\r\n"1"\r\n'


class FormulaTests:
    @pytest.mark.parametrize("begin", [*"=+-@\t\r\n＝＠", " =", "\n-"])
    def test_a_text_that_would_be_one_begins_with_an_apostrophe(self, begin):
        text = f'{begin}HYPERLINK("https://example.org?"&A1)'

        assert cell(text) == f"'{text}"
        assert cell([{"title": "A"}, {"title": text}]) == f"A; '{text}"

    def test_nor_is_a_part_one_where_semicolons_separate(self):
        assert cell("A;=B1; @C1;d") == "A;'=B1;' @C1;d"
        assert cell(["a;-B1", "=C1"]) == "a;'-B1; '=C1"
        assert csv_text(["a"], [{"a": "b; c"}]).endswith('"b; c"\r\n')

    @pytest.mark.parametrize("value", [-5, -0.25, "-5", "+1", "-12.50"])
    def test_a_number_stays_a_number(self, value):
        assert cell(value) == str(value)

    @pytest.mark.parametrize("text", ["-1+1", "+1;2", "-", "-٣", "-1e5", "--1"])
    def test_what_only_begins_like_a_number(self, text):
        assert cell(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["a=b", "K-3", "'", " ", "1-2"])
    def test_other_texts_stay_as_they_are(self, text):
        assert cell(text) == text


class ListTests(ApiTestCase):
    def test_a_line_for_each_item_below_the_names(self):
        publication(1, title="One", card={"image": {"url": "/a.png", "alt": "A"}})
        publication(2, title="Two")

        response = self.ask("pages/", format="csv", fields="_,id,title,image(url)")

        assert response["Content-Type"] == "text/csv; charset=utf-8"
        assert response["Content-Disposition"] == 'attachment; filename="pages.csv"'
        assert lines(response.content.decode()) == [
            ["id", "title", "image.url"],
            ["2", "Two", ""],
            ["1", "One", "/a.png"],
        ]

    def test_has_the_same_columns_where_nothing_is(self):
        asked = {"format": "csv", "type": "news.NewsPage"}
        (names,) = lines(self.ask("pages/", **asked).content.decode())
        publication(1, card={"image": None})

        found = lines(self.ask("pages/", **asked).content.decode())

        assert found[0] == names
        assert {"id", "meta.type", "title", "image.url"} <= set(names)

    def test_goes_on_by_the_link_header(self):
        publication(1)
        publication(2)

        response = self.ask("pages/", format="csv", limit=1)

        assert 'rel="next"' in response["Link"]
        assert "format=csv" in response["Link"]

    def test_has_validators(self):
        publication(1)
        response = self.ask("pages/", format="csv")

        again = self.ask(
            "pages/", headers={"If-None-Match": response["ETag"]}, format="csv"
        )

        assert again.status_code == 304
        assert response["ETag"] != self.ask("pages/")["ETag"]

    def test_of_a_title_that_is_a_formula(self):
        publication(1, title='=HYPERLINK("https://example.org")')

        response = self.ask("pages/", format="csv", fields="_,title")

        cell = lines(response.content.decode())[1][0]
        assert cell == '\'=HYPERLINK("https://example.org")'
