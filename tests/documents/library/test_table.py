"""The list as a table for spreadsheets."""

import csv
from io import StringIO

from tests.assertions import assert_same_queries, queries
from tests.factories import DocumentFactory

from .cases import FiledTestCase, text_of


class TableTests(FiledTestCase):
    def table(self, **asked) -> list[dict[str, str]]:
        response = self.get(format="csv", **asked)
        assert response["Content-Type"] == "text/csv; charset=utf-8"
        text = text_of(response).removeprefix("\ufeff")
        return list(csv.DictReader(StringIO(text)))

    def test_has_a_line_for_each_document_of_the_list(self):
        for asked in ({}, {"type": "form", "status": "all"}, {"sort": "title"}):
            titles = [row["title"] for row in self.table(**asked)]
            assert titles == self.titles(**asked)

    def test_has_all_of_them_and_not_a_page(self):
        DocumentFactory.create_batch(30)

        assert len(self.table()) == 33

    def test_has_the_columns_of_the_api(self):
        (july,) = self.table(type="policy_qa")

        assert july["series.name"] == "Policy Q&As"
        assert july["fiscal_year"] == "2017"
        assert july["topics"] == "Eligibility"
        assert july["meta.download_url"].endswith("sample.pdf")

    def test_is_saved_under_a_name(self):
        response = self.get(format="csv")

        assert response["Content-Disposition"] == (
            'attachment; filename="documents.csv"'
        )

    def test_takes_no_formula_from_a_title(self):
        DocumentFactory(title="=1+1")

        assert "'=1+1" in [row["title"] for row in self.table()]

    def test_refuses_what_it_does_not_know_and_names_what_there_is(self):
        response = self.get(format="csv", type="nothing", sort="x", status="gone")

        assert response.status_code == 400
        self.assertContains(
            response,
            "type cannot be “nothing”. Allowed are: form, guidance, policy_qa.",
            status_code=400,
        )
        self.assertContains(response, "newest, oldest, title", status_code=400)
        self.assertContains(
            response, "current, under_review, superseded, all", status_code=400
        )

    def test_asks_for_what_there_is_once_however_much_is_refused(self):
        def ask(number: int):
            return self.get(format="csv", type=[str(n) for n in range(number)])

        ask(1)  # What the first request alone asks is cached after it.
        one, many = queries(lambda: ask(1)), queries(lambda: ask(90))

        assert len(one) == len(many)

    def test_refuses_too_many_words(self):
        response = self.get(format="csv", q="a" * 201)

        self.assertContains(response, "up to 200 characters", status_code=400)

    def test_refuses_what_has_no_word(self):
        response = self.get(format="csv", q="%")

        self.assertContains(response, "q has no word to look for", status_code=400)

    def test_has_what_was_asked_for_and_nothing_in_its_place(self):
        assert self.table(q="schol") == []
        assert [row["title"] for row in self.table(q="school")] == ["July"]

    def test_queries_do_not_grow_with_the_list(self):
        def ask():
            text_of(self.get(format="csv"))

        assert_same_queries(ask, grow=lambda: DocumentFactory.create_batch(9))
