"""Program years and their figures."""

from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import models
from django.test import TestCase
from django.urls import reverse

from cms.publishing.models import Publication
from home.models import ImpactPage, Statistic
from tests.content import main_of, public_form, refusals, words
from tests.factories import ImpactPageFactory, MeasureFactory, StatisticFactory

REASON = "The source gives no figure for this group."


class ProgramYearTests(TestCase):
    def test_is_two_years_in_a_row(self):
        page = ImpactPageFactory(programme_year="2014-15")
        for year in ("2014-15", "1999-00", "2099-00"):
            page.programme_year = year
            assert refusals(page) == {}, year

    def test_anything_else_is_refused_with_an_example(self):
        page = ImpactPageFactory(programme_year="2014-15")
        for year in (
            *("2014", "2014-16", "2014-14", "14-15", "2014/15", "2014–15"),
            *("0000-01", "0999-00", "٢٠١٤-١٥", " 2014-15", "2014-15\n"),
        ):
            page.programme_year = year

            assert "for example “2014-15”" in str(refusals(page)), year

    def test_has_one_page(self):
        ImpactPageFactory(programme_year="2014-15")
        other = ImpactPageFactory(programme_year="2015-16")
        other.programme_year = "2014-15"

        (message,) = refusals(other)["programme_year"]

        assert "2014-15" in message
        assert "enter another year" in message

    def test_a_copy_is_a_draft_until_it_has_a_year_of_its_own(self):
        page = ImpactPageFactory()
        self.client.force_login(User.objects.create_superuser("chief"))
        url = reverse("wagtailadmin_pages:copy", args=[page.pk])
        form = {"new_title": "Copy", "new_slug": "copy"}
        form["new_parent_page"] = page.get_parent().pk

        for choice in ("publish_copies", "alias"):
            refused = self.client.post(url, {**form, choice: "on"})
            self.assertContains(refused, "Copy this one as a draft")
        assert self.client.post(url, form).status_code == 302

        copy = ImpactPage.objects.get(slug="copy")
        assert not copy.live
        assert "programme_year" in refusals(copy)

    def test_a_draft_may_still_lack_it(self):
        draft = ImpactPageFactory(live=False)
        draft.programme_year = ""

        assert "already" not in str(refusals(draft))

    def test_newest_year_stands_first_in_the_list(self):
        for year in ("2013-14", "2015-16", "2014-15"):
            ImpactPageFactory(programme_year=year)

        headings = main_of("/impact/").find(class_="year-cards").find_all("h3")

        years = [words(heading) for heading in headings]
        assert years == ["2015-16", "2014-15", "2013-14"]

    def test_lists_are_filtered_by_it(self):
        page = ImpactPageFactory(programme_year="2014-15")

        rows = Publication.objects.listed().with_facet("programme_year", ["2014-15"])

        assert rows.get().object_id == page.pk


class StatisticRuleTests(TestCase):
    def refused(self, **values):
        statistic = StatisticFactory()
        for name, value in values.items():
            setattr(statistic, name, value)
        return refusals(statistic)

    def test_no_value_is_not_reported(self):
        assert list(self.refused(value=None)) == ["status"]

    def test_no_value_has_a_reason(self):
        assert list(self.refused(value=None, status="suppressed")) == ["reason"]

    def test_a_value_is_not_suppressed(self):
        assert list(self.refused(status="suppressed", reason=REASON)) == ["value"]

    def test_a_status_that_does_not_exist_is_refused_and_no_error(self):
        assert list(self.refused(status="guessed")) == ["status"]

    def test_the_period_ends_on_its_first_day_or_later(self):
        first = date(2014, 9, 1)

        errors = self.refused(period_start=first, period_end=date(2014, 8, 31))

        assert "before its first day" in errors["period_end"][0]
        assert self.refused(period_start=first, period_end=first) == {}


class NoFigureTests(TestCase):
    """Where there is no value, its status and reason stand in every form of it."""

    @classmethod
    def setUpTestData(cls):
        cls.page = ImpactPageFactory(programme_year="2014-15")
        common = {"page": cls.page, "measure": MeasureFactory(name="Served")}
        for group, value in (("K-3", 31_903), ("4-5", 15_421)):
            StatisticFactory(
                group=group, label=f"Served, {group}", value=value, **common
            )
        StatisticFactory(
            **common,
            group="Ages 3-5",
            label="Served, ages 3-5",
            value=None,
            status="not_available",
            reason=REASON,
        )
        cls.page.save()
        cls.main = main_of(cls.page.url)

    def test_json_has_null_with_status_and_reason(self):
        statistic = public_form(self.page)["statistics"][2]

        assert statistic["value"] is None
        assert statistic["status"] == "not_available"
        assert statistic["display"] == "Not available"
        assert statistic["reason"] == REASON

    def test_text_says_the_status_and_why(self):
        number = self.main.find(class_="numbers").find_all("li")[2]

        assert words(number) == f"Not available Served, ages 3-5 {REASON}"

    def test_table_says_the_status_and_why(self):
        row = self.main.find("table").find("tbody").find_all("tr")[2]

        cells = [words(cell) for cell in row.find_all(["th", "td"])]
        assert cells == ["Ages 3-5", "Not available", REASON]

    def test_chart_says_so_in_place_of_a_bar(self):
        chart = self.main.find("svg")

        assert words(chart.find(class_="chart__missing")) == "Not available"
        assert "Ages 3-5: Not available" in words(chart.find("desc"))
        assert len(chart.find_all(class_="chart__bar")) == 2

    def test_nowhere_is_a_zero_or_a_none(self):
        texts = [words(tag) for tag in self.main.find_all(["td", "span", "text"])]

        assert not {"0", "None", "null", ""} & set(texts)

    def test_a_real_zero_is_shown(self):
        page = ImpactPageFactory()
        StatisticFactory(page=page, value=Decimal(0))
        page.save()

        (statistic,) = public_form(page)["statistics"]

        assert (statistic["value"], statistic["display"]) == (0, "0")
        assert words(main_of(page.url).find(class_="number__value")) == "0"


class StatisticTests(TestCase):
    def test_stands_in_the_order_of_the_editor(self):
        page = ImpactPageFactory()
        for order, label in ((2, "Second"), (3, "Third"), (1, "First")):
            StatisticFactory(page=page, label=label, sort_order=order)
        page.save()

        labels = [s["label"] for s in public_form(page)["statistics"]]

        assert labels == ["First", "Second", "Third"]

    def test_value_is_a_number_in_json_and_grouped_in_words(self):
        page = ImpactPageFactory()
        StatisticFactory(page=page, value=Decimal("10006.000"))
        page.save()

        (statistic,) = public_form(page)["statistics"]

        assert statistic["value"] == 10006
        assert statistic["display"] == "10,006"

    def test_preliminary_is_said(self):
        page = ImpactPageFactory()
        StatisticFactory(page=page, value=5, status="preliminary")
        page.save()

        assert "Preliminary" in words(main_of(page.url).find(class_="number"))

    def test_its_source_and_definition_stand_beside_it(self):
        page = ImpactPageFactory()
        statistic = StatisticFactory(page=page)
        page.save()

        text = words(main_of(page.url))

        assert statistic.measure.definition in text
        assert statistic.source.name in text

    def test_a_measure_in_use_cannot_be_deleted(self):
        statistic = StatisticFactory()

        with pytest.raises(models.ProtectedError):
            statistic.measure.delete()

        assert Statistic.objects.filter(pk=statistic.pk).exists()

    def test_a_page_without_figures_says_so(self):
        page = ImpactPageFactory()

        html = str(main_of(page.url))

        assert "No figures have been published" in words(
            BeautifulSoup(html, "html.parser")
        )
