"""The webinar of 26 October 2017 before, while and after it is held.

Page, list, API, calendar and the age of answers agree at each moment; nobody saves
anything in between.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.test import TestCase

from tests.content import at, main_of, words
from tests.factories import WebinarPageFactory

EASTERN = ZoneInfo("America/New_York")
START = datetime(2017, 10, 26, 14, tzinfo=EASTERN)
END = datetime(2017, 10, 26, 16, tzinfo=EASTERN)
REGISTER = "https://example.org/register"
BEFORE = datetime(2017, 10, 25, 12, tzinfo=EASTERN)
WHILE = datetime(2017, 10, 26, 14, 30, tzinfo=EASTERN)
AFTER = datetime(2017, 10, 27, 12, tzinfo=EASTERN)


class MomentTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with at(BEFORE - timedelta(days=30)):
            cls.page = WebinarPageFactory(
                title="CSPR Part II", starts_at=START, ends_at=END
            )

    def at(self, moment: datetime) -> None:
        self.enterContext(at(moment))
        self.main = main_of(self.page.url)
        self.list = main_of("/webinars/")
        self.api_response = self.client.get(f"/api/v2/pages/{self.page.pk}/")
        self.api = self.api_response.json()
        text = self.client.get(f"/events/{self.page.pk}.ics").content
        (self.event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")

    @property
    def offers(self) -> dict[str, bool]:
        """Return where one can register."""
        return {
            "page": self.main.find("a", href=REGISTER) is not None,
            "list": self.list.find("a", href=REGISTER) is not None,
            "api": self.api["registration"] is not None,
        }

    @property
    def seconds(self) -> int:
        """Return how long the answer of the API may be kept."""
        found: str = self.api_response["Cache-Control"]
        return int(found.removeprefix("public, max-age="))

    def assert_same_time(self) -> None:
        """The time is the same wherever it is told, in the words of people."""
        said = "Thursday, October 26, 2017, 2:00–4:00 p.m. Eastern Time"
        assert said in words(self.main)
        assert said in words(self.list)
        assert self.api["starts_at"] == "2017-10-26T18:00:00Z"
        assert self.event["DTSTART"].dt == START
        assert self.event["DTEND"].dt == END
        assert self.event["STATUS"] == "CONFIRMED"

    def test_the_day_before_it_is_upcoming_and_one_can_register(self):
        self.at(BEFORE)

        assert self.api["state"] == "upcoming"
        assert "Upcoming" in words(self.main.find(class_="kicker"))
        assert words(self.list.find(id="upcoming").parent).count("CSPR Part II") >= 1
        assert self.offers == {"page": True, "list": True, "api": True}
        assert "Add to calendar" in words(self.main)
        assert self.seconds == settings.API_MAX_AGE
        self.assert_same_time()

    def test_just_before_its_start_no_answer_is_kept_longer_than_till_then(self):
        self.at(START - timedelta(seconds=20))

        assert self.api["state"] == "upcoming"
        assert self.seconds == 20

    def test_while_it_is_held_it_is_happening_now_and_registration_is_closed(self):
        self.at(WHILE)

        assert self.api["state"] == "live"
        assert "Happening now" in words(self.main.find(class_="when"))
        assert "Happening now" in words(self.list.find(id="upcoming").parent)
        assert self.offers == {"page": False, "list": False, "api": False}
        assert "Registration is closed." in words(self.main)
        assert self.event["DTSTART"].dt <= WHILE < self.event["DTEND"].dt
        self.assert_same_time()

    def test_just_before_its_end_no_answer_is_kept_longer_than_till_then(self):
        self.at(END - timedelta(seconds=20))

        assert self.api["state"] == "live"
        assert self.seconds == 20

    def test_the_day_after_it_is_past(self):
        self.at(AFTER)

        assert self.api["state"] == "past"
        assert "Past" in words(self.main.find(class_="kicker"))
        assert self.list.find(id="upcoming") is None
        assert "CSPR Part II" in words(self.list.find(id="past").parent)
        assert self.offers == {"page": False, "list": False, "api": False}
        assert "Add to calendar" not in words(self.main)
        assert self.main.find("a", href=lambda h: h and h.endswith(".ics"))
        self.assert_same_time()

    def test_a_page_that_was_kept_is_another_at_each_moment(self):
        tags = []
        for moment in (BEFORE, WHILE, AFTER):
            with at(moment):
                response = self.client.get(self.page.url)
            assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
            tags.append(response["ETag"])

        assert len(set(tags)) == 3
