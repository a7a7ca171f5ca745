"""The statistics of all program years as one table, in JSON and CSV."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from wagtail.models import Locale

from home.models import HomePage
from tests.assertions import assert_same_queries
from tests.cms.api.cases import assert_problem
from tests.cms.publishing.log import restrict
from tests.content import at
from tests.factories import (
    ImpactIndexPageFactory,
    MeasureFactory,
)

from .figures import NOT_REPORTED, FiguresTestCase


class ItemTests(FiguresTestCase):
    def test_a_figure(self):
        page = self.year(
            "2014-15",
            self.figure(
                "Served in summer",
                value=Decimal("10006"),
                group="Grades K-3",
                period_start="2014-09-01",
                period_end="2015-08-31",
                retrieved_on="2017-01-02",
                footnote="Counted once.",
            ),
            slug="2014-15",
        )

        assert self.found("impact/") == {
            "meta": {"total_count": 1, "next": None, "previous": None},
            "items": [
                {
                    "label": "Served in summer",
                    "measure": {
                        "id": self.measure.pk,
                        "name": "Served",
                        "definition": self.measure.definition,
                        "unit": "children",
                    },
                    "value": 10006,
                    "display": "10,006",
                    "status": "reported",
                    "status_label": "Reported",
                    "reason": "",
                    "group": "Grades K-3",
                    "source": {
                        "id": self.source.pk,
                        "name": "Data Express",
                        "url": self.source.url,
                    },
                    "period": {
                        "start": "2014-09-01",
                        "end": "2015-08-31",
                        "label": "2014-15",
                    },
                    "retrieved_on": "2017-01-02",
                    "footnote": "Counted once.",
                    "programme_year": "2014-15",
                    "page": {
                        "id": page.pk,
                        "type": "home.ImpactPage",
                        "title": "2014-15",
                        "path": "/impact/2014-15/",
                        "url": "http://localhost/impact/2014-15/",
                        "locale": "en",
                    },
                }
            ],
        }

    def test_no_figure_is_null_with_its_reason_and_0_is_0(self):
        self.year("2014-15", self.figure(**NOT_REPORTED), self.figure(value=0))

        without, zero = self.items("impact/")

        assert without["value"] is None
        assert without["display"] == "Not available"
        assert without["reason"] == "The source gives no figure."
        assert zero["value"] == 0

    def test_it_has_the_properties_that_the_description_says(self):
        self.year("2014-15", self.figure())
        (item,) = self.items("impact/")

        schemas = self.found("openapi.json")["components"]["schemas"]

        assert set(item) == set(schemas["Figure"]["properties"])

    def test_of_one_language(self):
        self.year("2014-15", self.figure("English"))
        spanish, _new = Locale.objects.get_or_create(language_code="es")
        inicio = HomePage.objects.get().copy_for_translation(spanish)
        inicio.save_revision().publish()
        section = ImpactIndexPageFactory(parent=inicio)
        self.year("2014-15", self.figure("Español"), parent=section)

        assert self.labels() == self.labels(locale="en") == ["English"]
        assert self.labels(locale="es") == ["Español"]


class FileTests(FiguresTestCase):
    def test_a_table(self):
        self.year(
            "2014-15",
            self.figure("Año", value=Decimal("-2.5"), group="-3"),
            self.figure("=1+1", footnote="@SUM(A1)", **NOT_REPORTED),
        )

        first, second = self.table()

        assert first["programme_year"] == "2014-15"
        assert first["measure.name"] == "Served"
        assert (first["label"], first["value"], first["group"]) == ("Año", "-2.5", "-3")
        assert second["value"] == ""
        assert second["status"] == "not_available"
        assert second["status_label"] == "Not available"
        assert second["reason"] == "The source gives no figure."
        assert second["label"] == "'=1+1"
        assert second["footnote"] == "'@SUM(A1)"

    def test_it_is_a_file_with_a_name(self):
        response = self.ask("impact/", format="csv")

        assert response["Content-Type"] == "text/csv; charset=utf-8"
        disposition = response["Content-Disposition"]
        assert disposition == 'attachment; filename="impact.csv"'

    def test_of_nothing_is_a_header(self):
        (header,) = self.ask("impact/", format="csv").content.splitlines()

        assert header.startswith("\ufeffprogramme_year,label,measure.id,".encode())

    def test_all_unless_a_limit_is_given(self):
        self.year("2014-15", *(self.figure(str(n)) for n in range(120)))

        assert len(self.table()) == 120
        assert len(self.table(limit=2)) == 2
        assert len(self.items("impact/")) == 20

    def test_filters_hold(self):
        self.year("2014-15", self.figure("A"), self.figure("B", **NOT_REPORTED))

        assert [row["label"] for row in self.table(status="reported")] == ["A"]

    def test_errors_are_told_as_everywhere(self):
        assert_problem(self.ask("impact/", format="csv", group="x"), 400)


class PrivacyTests(FiguresTestCase):
    def test_what_is_not_public_is_in_no_answer_and_no_refusal(self):
        public = self.year("2013-14", self.figure("A", group="K"))
        hidden = {"group": "Secret", "measure": MeasureFactory(name="Secret")}
        self.year("2014-15", self.figure("B", **hidden), live=False)
        self.year(
            "2015-16",
            self.figure("C", **hidden),
            withdrawn_on=timezone.localdate(),
            withdrawn_explanation="Wrong.",
        )
        restrict(self.year("2016-17", self.figure("D", **hidden)))

        assert self.labels() == ["A"]
        for asked in ({"group": "Secret"}, {"measure": hidden["measure"].pk}):
            (refused,) = self.refused("impact/", **asked)
            (absent,) = self.refused("impact/", **dict.fromkeys(asked, "999"))
            (value,) = asked.values()
            said = refused["message"].replace(f"`{value}`", "`999`")
            assert refused | {"message": said} == absent
            assert "Secret" not in said + str(refused["allowed"])

        public.unpublish()
        assert self.labels() == []


class CachingTests(FiguresTestCase):
    def test_who_has_it_already_gets_nothing_until_it_changes(self):
        page = self.year("2014-15", self.figure())
        for form in ("json", "csv"):
            tag = self.ask("impact/", format=form)["ETag"]
            same = self.ask("impact/", format=form, headers={"If-None-Match": tag})
            assert same.status_code == 304

            self.measure.name = f"Another name, {form}"
            self.measure.save()

            changed = self.ask("impact/", format=form, headers={"If-None-Match": tag})
            assert changed.status_code == 200

        page.unpublish()
        assert self.ask("impact/")["Content-Version"] == str(self.last_sequence())

    def last_sequence(self) -> int:
        return int(self.ask("pages/")["Content-Version"])

    def test_two_forms_have_two_tags(self):
        assert self.ask("impact/")["ETag"] != self.ask("impact/", format="csv")["ETag"]

    def test_a_page_that_is_gone_moves_last_modified(self):
        page = self.year("2013-14", self.figure())
        self.year("2014-15", self.figure())
        page.unpublish()

        with at(timezone.now() + timedelta(seconds=2)):
            response, pages = self.ask("impact/"), self.ask("pages/")

        assert response["Last-Modified"] == pages["Last-Modified"]

    def test_two_queries_whatever_is_asked_for(self):
        self.year("2014-15", self.figure(group="K"))
        for query in ({}, {"format": "csv"}, {"group": "K", "order": "value"}):
            with self.assertNumQueries(2):
                self.ask("impact/", **query)

    def test_queries_do_not_grow_with_the_table(self):
        self.year("2014-15", self.figure())

        assert_same_queries(
            lambda: self.ask("impact/"),
            grow=lambda: [
                self.year(f"{2000 + n}-{n + 1:02}", self.figure()) for n in range(9)
            ],
        )
