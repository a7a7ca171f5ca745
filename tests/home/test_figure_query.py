"""Which figures of the table a query asks for, and in which order."""

import re

from django.test import TestCase

from home.figure_query import groups_in
from tests.factories import (
    MeasureFactory,
)

from .figures import NOT_REPORTED, FiguresTestCase


class FilterTests(FiguresTestCase):
    def setUp(self):
        super().setUp()
        self.other = MeasureFactory(name="Graduated")
        self.year(
            "2013-14",
            self.figure("A", group="Grades K-3"),
            self.figure("B", group="Ages 3, 4"),
        )
        self.year(
            "2014-15",
            self.figure("C", measure=self.other),
            self.figure("D", **NOT_REPORTED),
        )

    def test_measure(self):
        assert self.labels(measure=self.other.pk) == ["C"]
        both = f"{self.measure.pk},{self.other.pk}"
        assert len(self.labels(measure=both)) == 4

    def test_program_year(self):
        assert self.labels(programme_year="2013-14") == ["A", "B"]
        assert len(self.labels(programme_year="2013-14,2014-15")) == 4

    def test_group(self):
        assert self.labels(group="Grades K-3") == ["A"]
        assert self.labels(group="all") == ["C", "D"]

    def test_group_with_a_comma_in_its_name(self):
        assert self.labels(group="Ages 3, 4") == ["B"]
        assert self.labels(group="Grades K-3,Ages 3, 4") == ["A", "B"]

    def test_status(self):
        assert self.labels(status="not_available") == ["D"]
        assert self.labels(status="preliminary") == []

    def test_several_must_all_fit(self):
        assert self.labels(group="all", status="reported") == ["C"]

    def test_what_there_is_not_is_refused_with_what_there_is(self):
        for name, value, allowed in (
            ("measure", "999", [str(self.measure.pk), str(self.other.pk)]),
            ("programme_year", "1999-00", ["2013-14", "2014-15"]),
            ("group", "Ages 3", ["Ages 3, 4", "Grades K-3", "all"]),
            ("group", ",", ["Ages 3, 4", "Grades K-3", "all"]),
        ):
            (error,) = self.refused("impact/", **{name: value})

            assert error["parameter"] == name
            assert error["allowed"] == allowed

    def test_what_means_nothing_is_refused(self):
        for name, value in (
            ("measure", "x"),
            ("programme_year", "2014"),
            ("status", "x"),
            ("order", "title"),
            ("format", "xml"),
            ("limit", "0"),
            ("fields", "*"),
        ):
            (error,) = self.refused("impact/", **{name: value})

            assert error["parameter"] == name


class OrderTests(FiguresTestCase):
    def setUp(self):
        super().setUp()
        self.year("2013-14", self.figure("A", value=30), self.figure("B", value=10))
        other = MeasureFactory(name="Graduated")
        self.year(
            "2014-15",
            self.figure("C", group="b", **NOT_REPORTED),
            self.figure("D", value=20, group="A", measure=other),
        )

    def test_newest_year_first_and_as_the_editor_has_them(self):
        assert self.labels() == ["C", "D", "A", "B"]
        assert self.labels(order="programme_year") == ["A", "B", "C", "D"]

    def test_no_figure_comes_last_either_way(self):
        assert self.labels(order="value") == ["B", "D", "A", "C"]
        assert self.labels(order="-value") == ["A", "D", "B", "C"]

    def test_several(self):
        assert self.labels(order="status,-label") == ["C", "D", "B", "A"]

    def test_a_part(self):
        answer = self.found("impact/", limit=2, offset=1)

        assert [item["label"] for item in answer["items"]] == ["D", "A"]
        assert answer["meta"] == {"total_count": 4, "next": 3, "previous": 0}

    def test_all_parts_by_their_offset(self):
        found, offset = [], 0
        while offset is not None:
            answer = self.found("impact/", order="label", limit=3, offset=offset)
            found += [item["label"] for item in answer["items"]]
            offset = answer["meta"]["next"]

        assert found == ["A", "B", "C", "D"]

    def test_all_parts_of_a_file_by_their_links(self):
        response = self.ask("impact/", order="label", limit=3, format="csv")

        (address,) = re.findall('<([^>]*)>; rel="next"$', response["Link"])
        following = self.client.get(address)
        assert '"D"' in following.content.decode()
        assert 'rel="next"' not in following["Link"]

    def test_the_last_part_leads_back_and_not_on(self):
        response = self.ask("impact/", limit=3, offset=3, order="label")

        assert response.json()["meta"] == {
            "total_count": 4,
            "next": None,
            "previous": 0,
        }
        (address,) = re.findall('<([^>]*)>; rel="prev"$', response["Link"])
        back = self.client.get(address).json()
        assert [item["label"] for item in back["items"]] == ["A", "B", "C"]

    def test_names_in_any_case(self):
        assert self.labels(order="measure,label") == ["D", "A", "B", "C"]
        assert self.labels(order="-group,label") == ["C", "D", "A", "B"]


class GroupNameTests(TestCase):
    known = {"a", "a,b", "c, d"}

    def test_the_longest_name_goes_first(self):
        assert groups_in("a,b", self.known) == ["a,b"]
        assert groups_in("a,c, d,a", self.known) == ["a", "c, d", "a"]
        assert groups_in("c,x", self.known) == ["c", "x"]

    def test_many_commas_take_no_time(self):
        assert len(groups_in("," * 100_000, self.known)) == 100_001
