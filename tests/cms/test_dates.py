from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from cms.dates import day, day_range, event_time, in_zone, moment

NEW_YORK = "America/New_York"


class DayTests:
    def test_names_the_month_in_full(self):
        assert day(date(2017, 9, 5)) == "September 5, 2017"

    def test_follows_the_language(self):
        with override("es"):
            assert day(date(2017, 9, 5)) == "5 de septiembre de 2017"

    def test_language_without_a_pattern_of_ours_has_djangos(self):
        with override("de"):
            assert day(date(2017, 9, 5)) == "5. September 2017"


class DayRangeTests:
    @pytest.mark.parametrize(
        ("first", "last", "text"),
        [
            (date(2017, 9, 19), date(2017, 9, 19), "September 19, 2017"),
            (date(2017, 9, 19), date(2017, 9, 21), "September 19–21, 2017"),
            (date(2017, 9, 30), date(2017, 10, 2), "September 30 – October 2, 2017"),
            (
                date(2017, 12, 30),
                date(2018, 1, 2),
                "December 30, 2017 – January 2, 2018",
            ),
        ],
    )
    def test_names_month_and_year_once_where_it_can(self, first, last, text):
        assert day_range(first, last) == text

    def test_spanish(self):
        with override("es"):
            text = day_range(date(2017, 9, 19), date(2017, 9, 21))

        assert text == "19–21 de septiembre de 2017"

    def test_language_without_a_pattern_of_ours_names_both_days(self):
        with override("de"):
            text = day_range(date(2017, 9, 19), date(2017, 9, 21))

        assert text == "19. September 2017–21. September 2017"


class EventTimeTests:
    def test_is_told_on_the_clocks_of_the_event(self):
        start = datetime(2017, 10, 26, 18, tzinfo=UTC)
        end = datetime(2017, 10, 26, 20, tzinfo=UTC)

        text = event_time(start, end, NEW_YORK)

        assert text == "Thursday, October 26, 2017, 2:00–4:00 p.m."

    def test_both_halves_of_the_day_are_named(self):
        start = datetime(2017, 11, 2, 15, 30, tzinfo=UTC)
        end = datetime(2017, 11, 2, 17, tzinfo=UTC)

        text = event_time(start, end, NEW_YORK)

        assert text == "Thursday, November 2, 2017, 11:30 a.m.–1:00 p.m."

    def test_several_days_are_a_range(self):
        start = datetime(2017, 9, 19, 14, tzinfo=UTC)
        end = datetime(2017, 9, 21, 22, tzinfo=UTC)

        assert event_time(start, end, "America/Chicago") == "September 19–21, 2017"

    def test_an_end_at_midnight_belongs_to_the_day_before(self):
        start = datetime(2017, 9, 19, 4, tzinfo=UTC)
        end = datetime(2017, 9, 22, 4, tzinfo=UTC)

        assert event_time(start, end, NEW_YORK) == "September 19–21, 2017"

    def test_spanish(self):
        start = datetime(2017, 10, 26, 18, tzinfo=UTC)
        end = datetime(2017, 10, 26, 20, tzinfo=UTC)

        with override("es"):
            text = event_time(start, end, NEW_YORK)

        assert text == "jueves 26 de octubre de 2017, de 2:00 a 4:00 p.\xa0m."


class MomentTests:
    def test_names_day_and_time_in_a_zone(self):
        closes = datetime(2017, 10, 25, 21, tzinfo=UTC)

        text = moment(closes, NEW_YORK)

        assert text == "Wednesday, October 25, 2017, 5:00 p.m."


class InZoneTests:
    def test_the_zone_follows_the_time(self):
        assert in_zone("4:00 p.m.", "Eastern Time") == "4:00 p.m. Eastern Time"

    def test_in_spanish_after_a_comma(self):
        with override("es"):
            text = in_zone("4:00 p.\xa0m.", "hora del Este")

        assert text == "4:00 p.\xa0m., hora del Este"
