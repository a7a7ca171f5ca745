"""Lists as tables."""

import csv
import io

from cms.api.csv_format import csv_of, safe
from tests.publications import publication

from .cases import ApiTestCase


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


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


class CellTests:
    def test_what_a_spreadsheet_would_run_is_marked(self):
        for text in ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"):
            assert safe(text) == f"'{text}"

    def test_numbers_and_words_stay(self):
        for text in ("-1", "-2.5", "12", "a=b", "", "a-b", "é"):
            assert safe(text) == text

    def test_values_of_all_kinds(self):
        text = csv_of(
            [
                {
                    "a": None,
                    "b": True,
                    "c": [1, 2],
                    "d": {"e": {"f": "x"}},
                    "g": [{"title": "T", "id": 1}, {"id": 2}],
                    "h": 'say "no", twice\nor more',
                }
            ]
        )

        assert lines(text) == [
            ["a", "b", "c", "d.e.f", "g", "h"],
            ["", "true", "1; 2", "x", "T; 2", 'say "no", twice\nor more'],
        ]

    def test_nothing_is_the_names_alone(self):
        assert csv_of([], ["a", "b"]) == "a,b\r\n"
