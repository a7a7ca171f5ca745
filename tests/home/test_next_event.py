"""The next event on the front page, as the clock goes on."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.test import TestCase
from wagtail.models import PageViewRestriction

from cms.publishing.models import Publication
from news.models import WebinarPage
from tests.assertions import queries
from tests.content import at, main_of, public_form, words
from tests.factories import HomePageFactory, WebinarPageFactory

START = datetime(2017, 10, 26, 14, tzinfo=ZoneInfo("America/New_York"))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOW = START - DAY
REGISTER = "https://example.org/register"


class NextEventTestCase(TestCase):
    def setUp(self) -> None:
        self.enterContext(at(NOW))
        self.home = HomePageFactory()

    def event(self, title: str, starts_at: datetime, **values) -> WebinarPage:
        return WebinarPageFactory(title=title, starts_at=starts_at, **values)

    @property
    def shown(self) -> str | None:
        """Return the title of what is announced, in JSON and in HTML."""
        found = public_form(self.home)["next_event"]
        section = main_of("/").find("section", attrs={"aria-labelledby": "next-event"})
        assert (found is None) == (section is None)
        if found is None:
            return None
        assert found["meta"]["path"] == section.h3.a["href"]
        assert found["title"] == words(section.h3)
        return found["title"]


class ChoiceTests(NextEventTestCase):
    def test_nothing_is_said_where_no_event_is_planned(self):
        assert self.shown is None

        self.event("Over", START - 3 * DAY)

        assert self.shown is None

    def test_the_one_that_begins_first_is_shown(self):
        self.event("Second", START + DAY)
        self.event("First", START)
        self.event("Over", START - 3 * DAY)

        assert self.shown == "First"

    def test_what_is_private_withdrawn_or_canceled_is_passed_over(self):
        private = self.event("Private", START)
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        self.event("Draft", START, live=False)
        self.event("Canceled", START, cancelled=True, cancelled_reason="Illness.")
        self.event(
            *("Withdrawn", START),
            withdrawn_on=NOW.date(),
            withdrawn_explanation="It was wrong.",
        )
        assert self.shown is None

        self.event("Public", START + 9 * DAY)

        assert self.shown == "Public"

    def test_it_follows_each_change_of_an_event(self):
        first, second = self.event("First", START), self.event("Second", START + DAY)

        first.cancelled, first.cancelled_reason = True, "Illness."
        first.save()
        assert self.shown == "Second"

        second.title = "Renamed"
        second.save()
        assert self.shown == "Renamed"

        second.unpublish()
        assert self.shown is None

    def test_a_home_page_announces_what_is_below_it(self):
        other = HomePageFactory(slug="other", title="Other")

        self.event("Here", START)

        assert self.shown == "Here"
        assert public_form(other)["next_event"] is None

    def test_it_says_when_it_is_and_how_to_take_part(self):
        self.event("CSPR Part II", START)

        section = main_of("/").find("section", attrs={"aria-labelledby": "next-event"})

        assert words(section.h2) == "Next event"
        said = "Thursday, October 26, 2017, 2:00–4:00 p.m. Eastern Time"
        assert said in words(section)
        assert section.find("a", href=REGISTER)

    def test_the_queries_do_not_grow_with_the_events(self):
        self.event("First", START)
        before = len(queries(self.home.save))

        for number in range(1, 6):
            self.event(f"Event {number}", START + number * DAY)

        assert len(queries(self.home.save)) == before


class ClockTests(NextEventTestCase):
    """Nobody saves anything in between: what a reader asks for first is in time."""

    def setUp(self) -> None:
        super().setUp()
        self.event("First", START)
        self.event("Second", START + 7 * DAY)

    def answers_at(self, moment: datetime) -> None:
        self.enterContext(at(moment))
        self.page = main_of("/").find(
            "section", attrs={"aria-labelledby": "next-event"}
        )
        self.response = self.client.get(f"/api/v2/pages/{self.home.pk}/")
        self.event_in_api = self.response.json()["next_event"]

    @property
    def seconds(self) -> int:
        found: str = self.response["Cache-Control"]
        return int(found.removeprefix("public, max-age="))

    def test_the_day_before_one_can_register(self):
        self.answers_at(NOW)

        assert self.event_in_api["state"] == "upcoming"
        assert self.event_in_api["registration"]["url"] == REGISTER
        assert self.seconds == settings.API_MAX_AGE

    def test_until_it_begins_no_answer_is_kept_for_longer(self):
        self.answers_at(START - timedelta(seconds=20))

        assert self.event_in_api["state"] == "upcoming"
        assert self.seconds == 20

    def test_while_it_is_held_it_is_happening_now(self):
        self.answers_at(START + HOUR)

        assert words(self.page.h2) == "Happening now"
        assert words(self.page.h3) == "First"
        assert self.page.find("a", href=REGISTER) is None
        assert self.event_in_api["state"] == "live"
        assert self.event_in_api["registration"] is None

    def test_when_it_is_over_the_following_one_is_next(self):
        self.answers_at(START + 2 * HOUR)

        assert words(self.page.h2) == "Next event"
        assert words(self.page.h3) == self.event_in_api["title"] == "Second"

    def test_after_the_last_one_nothing_is_said(self):
        self.answers_at(START + 8 * DAY)

        assert self.page is None
        assert self.event_in_api is None

    def test_a_page_that_was_kept_is_another_at_each_moment(self):
        tags = []
        for moment in (NOW, START + HOUR, START + 3 * HOUR, START + 8 * DAY):
            with at(moment):
                tags.append(self.client.get("/")["ETag"])

        assert len(set(tags)) == 4

    def test_a_private_event_does_not_tell_when_it_begins(self):
        for event in WebinarPage.objects.all():
            PageViewRestriction.objects.create(page=event, restriction_type="login")

        row = Publication.objects.get(resource="pages", object_id=self.home.pk)

        assert row.changes_at is None
