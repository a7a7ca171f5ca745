"""Events as iCalendar files."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.cache import caches
from django.test import TestCase
from icalendar import Calendar, Event
from wagtail.models import PageViewRestriction

from news.calendar import escaped, folded
from tests.assertions import assert_same_queries
from tests.content import main_of, words
from tests.factories import NewsPageFactory, WebinarPageFactory

START = datetime(2017, 10, 26, 18, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    """Return the lines of a calendar as a reader of the format joins them."""
    return text.replace("\r\n ", "").split("\r\n")


class CalendarTests(TestCase):
    def webinar(self, **values):
        end = START + timedelta(hours=2)
        return WebinarPageFactory(starts_at=START, ends_at=end, **values)

    def answer(self, page):
        return self.client.get(f"/events/{page.pk}.ics")

    def text(self, page) -> str:
        return self.answer(page).content.decode()

    def fields(self, page) -> dict[str, str]:
        lines = unfolded(self.text(page))
        return dict(line.split(":", 1) for line in lines if line)

    def test_is_a_calendar_with_the_name_of_the_page(self):
        page = self.webinar(slug="cspr-part-ii")

        answer = self.answer(page)

        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert (
            answer["Content-Disposition"] == 'attachment; filename="cspr-part-ii.ics"'
        )

    def test_a_name_in_another_alphabet_is_kept(self):
        page = self.webinar(slug="año")

        assert (
            "filename*=utf-8''a%C3%B1o.ics" in self.answer(page)["Content-Disposition"]
        )

    def test_says_what_when_and_where(self):
        page = self.webinar(
            title="The forum", place="New Orleans", summary="Three days."
        )

        fields = self.fields(page)

        assert fields["SUMMARY"] == "The forum"
        assert fields["DTSTART"] == "20171026T180000Z"
        assert fields["DTEND"] == "20171026T200000Z"
        assert fields["LOCATION"] == "New Orleans"
        assert fields["DESCRIPTION"] == "Three days."
        assert fields["STATUS"] == "CONFIRMED"
        assert fields["URL"].endswith(page.url)
        assert fields["UID"] == f"page-{page.pk}@localhost"
        assert fields["DTSTAMP"].endswith("Z")

    def test_days_are_whole_where_the_page_tells_no_hours(self):
        days = timedelta(days=2, hours=8)
        page = WebinarPageFactory(starts_at=START, ends_at=START + days)

        assert "October 26–28, 2017" in words(main_of(page.url))
        (event,) = Calendar.from_ical(self.text(page)).walk("VEVENT")
        assert event.start == date(2017, 10, 26)
        # The day on which it is over.
        assert event.end == date(2017, 10, 29)
        assert "DTSTART;VALUE=DATE:20171026" in unfolded(self.text(page))

    def test_days_are_those_of_the_events_own_clocks(self):
        for zone, last in (("America/New_York", 28), ("Asia/Tokyo", 29)):
            end = datetime(2017, 10, 28, 21, tzinfo=UTC)
            page = WebinarPageFactory(starts_at=START, ends_at=end, time_zone=zone)

            (event,) = Calendar.from_ical(self.text(page)).walk("VEVENT")

            assert event.end == date(2017, 10, last + 1), zone

    def test_an_end_at_midnight_belongs_to_the_day_before(self):
        midnight = datetime(2017, 10, 28, tzinfo=ZoneInfo("America/New_York"))
        page = WebinarPageFactory(starts_at=START, ends_at=midnight)

        (event,) = Calendar.from_ical(self.text(page)).walk("VEVENT")

        assert event.end == midnight.date()

    def test_a_place_that_is_not_known_is_left_out(self):
        page = self.webinar(virtual=False, place="")

        assert "LOCATION" not in self.fields(page)
        assert "The place is not known." in words(main_of(page.url))

    def test_canceled_is_said(self):
        page = self.webinar(cancelled=True, cancelled_reason="The speaker is ill.")

        assert self.fields(page)["STATUS"] == "CANCELLED"

    def test_lines_end_with_crlf_and_have_at_most_75_bytes(self):
        page = self.webinar(title="Niños, “año” 移民 🌽 " * 12, summary="é" * 300)

        text = self.text(page)

        assert text.endswith("END:VCALENDAR\r\n")
        assert text.count("\n") == text.count("\r\n") == text.count("\r")
        for line in text.split("\r\n"):
            assert len(line.encode()) <= 75, line
        (summary,) = [x for x in unfolded(text) if x.startswith("DESCRIPTION:")]
        assert summary == "DESCRIPTION:" + "é" * 300

    def test_nothing_in_the_words_ends_a_value_or_adds_a_property(self):
        page = self.webinar(
            title="A; B, C \\ D",
            summary="One\r\nATTACH:https://example.org/\nTwo\u2028Three",
        )

        fields = self.fields(page)

        assert fields["SUMMARY"] == r"A\; B\, C \\ D"
        assert fields["DESCRIPTION"] == (
            r"One\nATTACH:https://example.org/\nTwo\nThree"
        )
        assert "ATTACH" not in fields

    def test_what_is_not_public_is_not_found(self):
        private = self.webinar()
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        for page in (private, self.webinar(live=False), NewsPageFactory()):
            assert self.answer(page).status_code == 404

    def test_an_event_that_never_was_is_not_found(self):
        for number in ("0", "999999", "9" * 30):
            assert self.client.get(f"/events/{number}.ics").status_code == 404

    def test_nothing_but_reading_is_allowed(self):
        page = self.webinar()

        assert self.client.post(f"/events/{page.pk}.ics").status_code == 405
        assert self.client.head(f"/events/{page.pk}.ics").status_code == 200


class SubscriptionTests(TestCase):
    """The calendar of all events, as a program for calendars reads it."""

    def calendar(self, path: str = "/events/calendar.ics") -> Calendar:
        caches["answers"].clear()
        response = self.client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Content-Disposition" not in response
        return Calendar.from_ical(response.content)

    def events(self) -> list[Event]:
        return self.calendar().walk("VEVENT")

    def test_has_all_events_those_that_are_over_and_canceled_too(self):
        WebinarPageFactory(title="To come")
        WebinarPageFactory(title="Over", starts_at=START)
        WebinarPageFactory(title="Off", cancelled=True, cancelled_reason="She is ill.")

        found = {str(event["SUMMARY"]): event for event in self.events()}

        assert {name: str(each["STATUS"]) for name, each in found.items()} == {
            "To come": "CONFIRMED",
            "Over": "CONFIRMED",
            "Off": "CANCELLED",
        }
        assert "She is ill." in found["Off"]["DESCRIPTION"]

    def test_each_is_at_its_instant_on_the_clocks_of_any_zone(self):
        # The clocks of New York change between the two.
        summer = START
        winter = datetime(2017, 11, 9, 19, tzinfo=UTC)
        for start in (summer, winter):
            WebinarPageFactory(starts_at=start, ends_at=start + timedelta(hours=2))

        found = sorted(self.events(), key=lambda event: event.start)

        assert [event.start for event in found] == [summer, winter]
        assert [event.end - event.start for event in found] == [timedelta(hours=2)] * 2
        zone = ZoneInfo("America/New_York")
        assert [event.start.astimezone(zone).hour for event in found] == [14, 14]

    def test_a_change_keeps_the_number_and_is_a_later_one(self):
        page = WebinarPageFactory(starts_at=START)
        (before,) = self.events()
        (single,) = Calendar.from_ical(
            self.client.get(f"/events/{page.pk}.ics").content
        ).walk("VEVENT")

        page.starts_at = START - timedelta(hours=1)
        page.save()

        (after,) = self.events()
        assert before["UID"] == after["UID"] == single["UID"]
        assert single["SEQUENCE"] == before["SEQUENCE"] < after["SEQUENCE"]
        assert before["DTSTAMP"].dt <= after["DTSTAMP"].dt
        assert after.start == START - timedelta(hours=1)

    def test_says_what_it_is_and_how_often_to_ask(self):
        calendar = self.calendar()

        assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"])
        assert str(calendar["NAME"]).startswith("Webinars and events")
        assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=6)
        assert str(calendar["SOURCE"]).endswith("/events/calendar.ics")

    def test_each_language_has_its_own(self):
        WebinarPageFactory()

        assert len(self.events()) == 1
        spanish = self.calendar("/es/events/calendar.ics")
        assert spanish.walk("VEVENT") == []
        assert str(spanish["SOURCE"]).endswith("/es/events/calendar.ics")

    def test_what_lists_do_not_show_is_not_in_it(self):
        private = WebinarPageFactory()
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        WebinarPageFactory(live=False)
        WebinarPageFactory(
            withdrawn_on=START.date(), withdrawn_explanation="Never planned."
        )

        assert self.events() == []

    def test_comes_once_to_a_reader_who_has_it(self):
        path = "/events/calendar.ics"
        etag = self.client.get(path)["ETag"]

        again = self.client.get(path, headers={"if-none-match": etag})

        assert again.status_code == 304
        WebinarPageFactory()
        changed = self.client.get(path, headers={"if-none-match": etag})
        assert changed.status_code == 200
        assert self.client.post(path).status_code == 405

    def test_queries_do_not_grow_with_the_list(self):
        WebinarPageFactory()

        assert_same_queries(
            lambda: self.client.get("/events/calendar.ics"),
            grow=lambda: WebinarPageFactory.create_batch(4),
        )

    def test_the_page_of_events_leads_to_it(self):
        page = WebinarPageFactory()
        main = main_of(page.get_parent().url)

        links = {words(a): a["href"] for a in main.find_all("a")}

        assert links["Subscribe to the calendar"] == (
            "webcal://localhost/events/calendar.ics"
        )
        assert links["Calendar file (ICS)"] == "/events/calendar.ics"


class FoldingTests:
    def test_a_line_that_fits_stays_whole(self):
        assert folded("x" * 75) == "x" * 75
        assert folded("") == ""

    def test_the_76th_byte_goes_to_the_next_line_behind_a_space(self):
        assert folded("x" * 76) == "x" * 75 + "\r\n x"

    def test_no_character_is_cut(self):
        for text in ("é" * 100, "🌽" * 50, "a" + "移" * 60):
            lines = folded(text).split("\r\n")

            assert all(len(line.encode()) <= 75 for line in lines)
            assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == text


class EscapingTests:
    def test_backslash_is_escaped_first(self):
        assert escaped("\\;") == "\\\\\\;"
        assert escaped("\\n") == "\\\\n"

    def test_line_ends_become_one_mark(self):
        assert escaped("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"
