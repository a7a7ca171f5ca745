"""Tables and single figures."""

from datetime import date
from typing import Any

from cms.models import Source
from tests.cms.blocks.cases import BlockTestCase
from tests.content import words
from tests.factories import (
    MeasureFactory,
)


def table(*rows: list[Any], caption: str = "Children served", **values: Any):
    columns = [{"type": "text", "heading": "Grade"}, {"type": "number", "heading": "N"}]
    columns = values.pop("columns", columns)
    content = {"columns": columns, "caption": caption}
    content["rows"] = [{"values": list(row)} for row in rows]
    return {"table": content, "source": "", **values}


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
            "source": Source.objects.get_or_create(name="Ed Data Express")[0].pk,
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
