"""Whether figures are shown as chart or as table, which the address keeps."""

from django.test import TestCase

from tests.content import main_of, words
from tests.factories import (
    ImpactIndexPageFactory,
    ImpactPageFactory,
    MeasureFactory,
    StatisticFactory,
)


class FigureViewTestCase(TestCase):
    def setUp(self) -> None:
        self.index = ImpactIndexPageFactory(slug="impact")
        self.measure = MeasureFactory(name="Served")
        for year, value in (("2013-14", 10), ("2014-15", 20)):
            page = ImpactPageFactory(
                parent=self.index, programme_year=year, slug=year, title=f"Year {year}"
            )
            for group in ("Grades K-3", "Grades 4-5"):
                StatisticFactory(
                    page=page, measure=self.measure, group=group, value=value
                )
            page.save()


PAGES = ("/impact/", "/impact/2014-15/")


class FigureViewTests(FigureViewTestCase):
    def views(self, address: str) -> list[tuple[list[str], list[str]]]:
        """Return how each chart of a page is shown, and what is said to be chosen."""
        return [
            (each["class"], [words(a) for a in each.select("a[aria-current]")])
            for each in main_of(address).select(".views")
        ]

    def test_a_chart_is_shown_unless_the_address_asks_for_the_table(self):
        for path in PAGES:
            assert self.views(path) == [(["views", "views--chart"], ["Chart"])]
            as_chart, as_table = f"{path}?view=chart", f"{path}?view=table"
            assert self.views(as_chart) == self.views(path)
            assert self.views(as_table) == [(["views", "views--table"], ["Table"])]

    def test_both_are_in_the_page_for_paper(self):
        for path in PAGES:
            for view in ("chart", "table"):
                shown = main_of(f"{path}?view={view}").select_one(".views")

                assert shown.select_one(".views__chart svg")
                assert shown.select_one(".views__table table")

    def test_the_links_lead_to_the_view_and_keep_what_is_compared(self):
        key = f"{self.measure.pk}:Grades 4-5"

        main = main_of(f"/impact/?compare={key}&view=table")

        chart, table = main.select(".views__switch a")
        asked = f"?compare={self.measure.pk}%3AGrades+4-5"
        assert chart["href"] == f"{asked}&view=chart#views-compare"
        assert table["href"] == f"{asked}&view=table#views-compare"
        followed = main_of("/impact/" + chart["href"].partition("#")[0])
        assert "Grades 4-5" in words(followed.select_one(".compare caption"))
        assert followed.select_one(".views--chart")

    def test_another_comparison_keeps_the_view(self):
        form = main_of("/impact/?view=table").find("form", class_="compare__form")

        assert form.find("input", attrs={"name": "view"})["value"] == "table"
        plain = main_of("/impact/").find("form", class_="compare__form")
        assert plain.find("input", attrs={"name": "view"}) is None

    def test_another_value_is_said_to_be_none_and_the_chart_is_shown(self):
        for path in PAGES:
            for asked in ("x", "Table", "9" * 400, "\0", "<b>"):
                response = self.client.get(path, {"view": asked})

                assert response.status_code == 200
                assert "can be seen as “chart” or as “table”" in response.text
                assert "<b>" not in response.text
            assert "can be seen" not in self.client.get(path).text

    def test_each_view_is_kept_by_itself(self):
        chart, table = (
            self.client.get(f"/impact/2014-15/?view={view}")
            for view in ("chart", "table")
        )

        assert chart["ETag"] != table["ETag"]
        assert chart.content != table.content

    def test_search_engines_are_told_one_address(self):
        for path in PAGES:
            page = self.client.get(f"{path}?view=table").text

            assert f'<link rel="canonical" href="http://localhost{path}">' in page
