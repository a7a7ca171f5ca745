"""Filters by ranges of dates and of ordered values."""

from datetime import UTC, datetime

from django.core.cache import caches
from django.test import override_settings

from tests.publications import publication

from .cases import ApiTestCase

DATES = {"date", "first_published_at", "last_published_at", "public_updated_at"}


class DateTests(ApiTestCase):
    def setUp(self):
        for number, day in enumerate((1, 2, 3), start=1):
            # Noon in New York, which has the site's clocks.
            publication(number, dated_at=datetime(2017, 10, day, 16, tzinfo=UTC))
        publication(4, dated_at=None)

    def ids_of(self, **query: str) -> list[int]:
        return self.ids("pages/", order="id", **query)

    def test_from_a_day_on(self):
        assert self.ids_of(date__gte="2017-10-02") == [2, 3]

    def test_until_the_end_of_a_day(self):
        assert self.ids_of(date__lte="2017-10-02") == [1, 2]

    def test_between_two_moments(self):
        found = self.ids_of(
            date__gte="2017-10-01T12:00:00-04:00", date__lte="2017-10-02T15:59:59Z"
        )

        assert found == [1]

    def test_a_day_is_one_of_the_sites_clocks(self):
        publication(9, dated_at=datetime(2017, 10, 3, 2, tzinfo=UTC))

        assert 9 in self.ids_of(date__lte="2017-10-02")
        # Another zone is another release, which this process was not started as.
        caches["answers"].clear()
        with override_settings(TIME_ZONE="UTC"):
            assert 9 not in self.ids_of(date__lte="2017-10-02")

    def test_what_has_no_date_is_in_no_range(self):
        assert 4 not in self.ids_of(date__lte="2999-01-01")

    def test_each_date_of_publication(self):
        publication(7, last_published_at=datetime(2020, 5, 1, tzinfo=UTC))

        assert self.ids_of(last_published_at__gte="2020-01-01") == [7]
        assert self.ids_of(first_published_at__gte="2020-01-01") == []

    def test_the_total_is_that_of_the_range(self):
        answer = self.found("pages/", date__gte="2017-10-02", limit=1)

        assert answer["meta"]["total_count"] == 2

    def test_what_is_no_day_or_moment_is_refused(self):
        for text in (
            *("x", "2017", "2017-10", "20171003", "2017-13-01", "2017-02-30", "now"),
            *("2017-10-03T14:00", "2017-10-03T14:00:00", "2017-W40-2", "0001-01-01"),
            *("0999-12-31", "9999-12-31T23:59:59-12:00", "٢٠١٧-١٠-٠٣", "2017-10-03 "),
            "2017-10-03T14:00:00 02:00",
        ):
            with self.subTest(text):
                (error,) = self.refused("pages/", date__gte=text)

                assert error["parameter"] == "date__gte"


class ResourceTests(ApiTestCase):
    """A list has the ranges and orders of the dates alone that its things have."""

    def names_of(self, resource: str) -> set[str]:
        (error,) = self.refused(f"{resource}/", nope="1")
        found = (name.partition("__") for name in error["allowed"])
        return {name for name, _, ending in found if ending == "gte"} & DATES

    def test_ranges(self):
        for resource, names in {
            "pages": DATES,
            "documents": DATES,
            "images": {"date", "first_published_at"},
            "redirects": {"date"},
            "topics": set(),
            "measures": set(),
        }.items():
            assert self.names_of(resource) == names, resource

    def test_orders(self):
        for resource, names in {
            "pages": DATES | {"id", "title"},
            "images": {"id", "title", "date", "first_published_at"},
            "redirects": {"id", "title", "date"},
            "topics": {"id", "title"},
        }.items():
            (error,) = self.refused(f"{resource}/", order="nope")

            assert {name.lstrip("-") for name in error["allowed"]} == names, resource

    def test_what_is_not_offered_is_refused(self):
        self.refused("images/", public_updated_at__gte="2017-10-03")
        self.refused("images/", order="last_published_at")

    def test_of_redirects(self):
        publication(1, resource="redirects", dated_at=datetime(2017, 10, 3, tzinfo=UTC))
        publication(2, resource="redirects", dated_at=None)

        assert self.ids("redirects/", date__gte="2017-01-01") == [1]


class FacetRangeTests(ApiTestCase):
    def test_years_of_a_programme(self):
        for number, year in enumerate(("2013-14", "2014-15", "2015-16"), start=1):
            publication(number, facets=[("programme_year", year)])

        assert self.ids("pages/", order="id", programme_year__gte="2014-15") == [2, 3]
        assert self.ids("pages/", order="id", programme_year__lte="2014-15") == [1, 2]

    def test_numbers_are_compared_as_numbers(self):
        for year in (999, 2016, 2017, 10000):
            publication(year, resource="documents", facets=[("fiscal_year", year)])

        found = self.ids("documents/", order="id", fiscal_year__gte="2017")

        assert found == [2017, 10000]
        assert self.ids("documents/", order="id", fiscal_year__lte="2016") == [
            999,
            2016,
        ]

    def test_one_of_several_values_by_its_other_name(self):
        publication(1, facets=[("topic", "beets")])
        publication(2, facets=[("topic", "apples")])
        publication(3, facets=[("topic", "corn")])

        assert self.ids("pages/", order="id", topic__in="beets,apples") == [1, 2]

    def test_a_value_of_the_wrong_form_is_refused(self):
        assert self.refused("pages/", programme_year__gte="2014")
        assert self.refused("documents/", fiscal_year__lte="x")
        assert self.refused("documents/", fiscal_year__lte="2016,2017")
        assert self.refused("documents/", status__in="nope")
