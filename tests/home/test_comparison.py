"""One measure through the years, on the page of all of them."""

from decimal import Decimal

from home.comparison import Comparison
from tests.assertions import assert_same_queries
from tests.cms.publishing.log import restrict
from tests.content import main_of, words
from tests.factories import MeasureFactory

from .figures import NOT_REPORTED, FiguresTestCase


class ComparisonTestCase(FiguresTestCase):
    def grades(self, value: int | None, **values):
        facts = NOT_REPORTED if value is None else {"value": Decimal(value)}
        return self.figure(
            **{"label": "Served", "group": "Grades K-3"} | facts | values
        )

    def shown(self, query: str = ""):
        return self.client.get(f"/impact/{query}").context["comparison"].shown


class SeriesTests(ComparisonTestCase):
    def test_the_earliest_year_comes_first(self):
        for year, value in (("2014-15", 30), ("2012-13", 40), ("2013-14", 35)):
            self.year(year, self.grades(value))

        series = self.shown()

        told = [(year.label, year.display) for year in series.years]
        assert told == [("2012-13", "40"), ("2013-14", "35"), ("2014-15", "30")]

    def test_a_year_without_the_figure_says_so_in_its_place(self):
        self.year("2012-13", self.grades(40))
        self.year("2013-14", self.grades(None))
        self.year("2014-15", self.figure("Other", group="Grades 4-5"))
        self.year("2015-16", self.grades(30))

        main = main_of("/impact/")

        rows = [words(row) for row in main.select(".compare tbody tr")]
        assert rows == [
            "2012-13 40 Reported",
            "2013-14 Not available The source gives no figure.",
            "2014-15 No figure The page of this year has no such figure.",
            "2015-16 30 Reported",
        ]
        missing = [words(text) for text in main.select(".compare .chart__missing")]
        assert missing == ["Not available", "No figure"]
        description = words(main.select_one(".compare desc"))
        assert description == (
            "2012-13: 40; 2013-14: Not available; 2014-15: No figure; 2015-16: 30."
        )

    def test_one_figure_alone_is_no_comparison(self):
        self.year("2013-14", self.grades(1))
        self.year("2014-15", self.grades(None))

        assert self.shown() is None
        assert main_of("/impact/").find(id="compare") is None

    def test_figures_of_several_labels_in_a_year_are_not_mixed(self):
        for year, value in (("2013-14", 1), ("2014-15", 2)):
            boys = self.grades(value, label="Boys")
            self.year(year, boys, self.grades(value * 10, label="Girls"))

        choices = self.client.get("/impact/").context["comparison"].choices

        assert [(c.name, [y.display for y in c.years]) for c in choices] == [
            ("Boys", ["1", "2"]),
            ("Girls", ["10", "20"]),
        ]

    def test_negative_figures_stand_in_a_table_alone(self):
        self.year("2013-14", self.grades(-1))
        self.year("2014-15", self.grades(2))

        compare = main_of("/impact/").find(id="compare")

        assert compare.find("table")
        assert compare.select("svg:not(.external svg)") == []


class ChoiceTests(ComparisonTestCase):
    def setUp(self):
        super().setUp()
        self.other = MeasureFactory(name="Another measure")
        for year in ("2012-13", "2013-14", "2014-15"):
            self.year(year, self.grades(3), self.figure("Other", measure=self.other))

    def test_measures_are_chosen_by_name_and_the_address_keeps_it(self):
        key = f"{self.other.pk}"

        main = main_of(f"/impact/?compare={key}")

        chosen = main.find("option", selected=True)
        assert (chosen["value"], words(chosen)) == (key, "Everybody")
        labels = [group["label"] for group in main.find_all("optgroup")]
        assert labels == ["Another measure", "Served"]

    def test_what_there_is_not_is_said_and_the_rest_is_shown(self):
        for asked in ("x", "0", "9" * 400, "%00", "<b>", ":"):
            response = self.client.get("/impact/", {"compare": asked})

            assert response.status_code == 200
            assert "There is nothing to compare under" in words_of(response)
            assert response.context["comparison"].shown is not None

    def test_private_years_are_not_compared(self):
        page = self.year("2015-16", self.grades(99_999))
        assert "99,999" in words(main_of("/impact/"))

        restrict(page)

        assert "99,999" not in words(main_of("/impact/"))

    def test_queries_do_not_grow_with_the_years(self):
        def grow():
            for year in ("2015-16", "2016-17", "2017-18"):
                self.year(year, self.grades(5))

        assert_same_queries(lambda: self.client.get("/impact/"), grow=grow)


class ChangeTests(ComparisonTestCase):
    def said(self, *values: int | None, **facts) -> str:
        for place, value in enumerate(values):
            self.year(f"{2010 + place}-{11 + place}", self.grades(value, **facts))
        found = main_of("/impact/").find(class_="compare__change")
        return words(found) if found else ""

    def test_less(self):
        said = self.said(38_834, None, 31_903)

        assert said == "6,931 fewer in 2012-13 than in 2010-11 (18 percent less)."

    def test_more(self):
        assert self.said(2, 3) == "1 more in 2011-12 than in 2010-11 (50 percent more)."

    def test_the_same(self):
        assert self.said(2, 2) == "The same in 2011-12 as in 2010-11."

    def test_from_zero_there_is_no_percentage(self):
        assert self.said(0, 3) == "3 more in 2011-12 than in 2010-11."

    def test_preliminary_figures_are_no_ground_to_say_so(self):
        assert self.said(2, 3, status="preliminary") == ""


class TakeAlongTests(ComparisonTestCase):
    def test_the_same_figures_as_a_table_and_as_a_citation(self):
        for year in ("2013-14", "2014-15"):
            begin = int(year[:4])
            figure = self.grades(
                7,
                period_start=f"{begin}-09-01",
                period_end=f"{begin + 1}-08-31",
                retrieved_on="2017-01-02",
            )
            self.year(year, figure, self.figure("Other"))

        compare = main_of("/impact/").find(id="compare")

        csv = compare.find("a", download=True)["href"]
        lines = self.client.get(csv).content.decode("utf-8-sig").splitlines()
        assert [line.split(",")[0].strip('"') for line in lines[1:]] == [
            "2013-14",
            "2014-15",
        ]
        cite = words(compare.find(class_="copyable"))
        assert cite.startswith(
            "Data Express. Served: Grades K-3, 2013-14 to 2014-15 (September 1, 2013 – "
            "August 31, 2015). Retrieved January 2, 2017."
        )
        assert cite.endswith(f"/impact/?compare={self.measure.pk}%3AGrades+K-3")

    def test_of_a_year_too(self):
        page = self.year("2014-15", self.grades(7), self.figure("Other"))

        main = main_of(page.url)

        csv = main.find("a", download=True)["href"]
        assert self.client.get(csv).content.decode().count("2014-15") >= 2
        assert "Data Express. Served, 2014-15." in words(main.find(class_="copyable"))


class EmptyTests:
    def test_nothing_published_is_nothing_to_compare(self):
        comparison = Comparison([], "1")

        assert comparison.shown is None
        assert comparison.choices == []


def words_of(response) -> str:
    return response.content.decode()
