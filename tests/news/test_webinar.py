"""Webinars: what may be entered, and what follows from the clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import TestCase
from django.utils import timezone

from cms.publishing.models import Publication
from news.models import Presenter
from tests.content import at, main_of, public_form, refusals, text_at, words
from tests.factories import DocumentFactory, WebinarPageFactory

START = datetime(2017, 10, 26, 18, tzinfo=UTC)
END = START + timedelta(hours=2)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


class RuleTests(TestCase):
    def refused(self, **values):
        self.page = getattr(self, "page", None) or WebinarPageFactory(
            starts_at=START, ends_at=END
        )
        self.page.refresh_from_db()
        for name, value in values.items():
            setattr(self.page, name, value)
        return refusals(self.page)

    def test_ends_after_it_starts(self):
        for end in (START, START - HOUR):
            assert "end after it starts" in self.refused(ends_at=end)["ends_at"][0]
        assert self.refused(ends_at=START + SECOND) == {}

    def test_a_draft_cannot_end_before_it_starts_either(self):
        assert "ends_at" in self.refused(live=False, ends_at=START)

    def test_zone_is_an_iana_name(self):
        for zone in (
            "EST5",
            "Eastern Time",
            "America/Nowhere",
            "../etc/passwd",
            "UTC+5",
        ):
            (message,) = self.refused(time_zone=zone)["time_zone"]
            assert zone in message
            assert "America/New_York" in message
        for zone in ("America/Chicago", "Pacific/Honolulu", "UTC"):
            assert self.refused(time_zone=zone) == {}

    def test_a_time_without_a_zone_is_refused_and_no_error(self):
        naive = datetime(2017, 10, 26, 14)  # noqa: DTZ001
        for name in ("starts_at", "ends_at", "registration_closes_at"):
            errors = self.refused(**{name: naive})

            assert "has no zone" in errors[name][0]

    def test_registration_closes_before_the_end_and_has_an_address(self):
        assert self.refused(registration_closes_at=END) == {}

        late = self.refused(registration_closes_at=END + SECOND)
        assert "before the event ends" in late["registration_closes_at"][0]

        nowhere = self.refused(registration_closes_at=START, registration_url="")
        assert "needs an address" in nowhere["registration_url"][0]

    def test_canceled_has_a_reason(self):
        for reason in ("", "  "):
            errors = self.refused(cancelled=True, cancelled_reason=reason)

            assert "why the event was canceled" in errors["cancelled_reason"][0]
        assert (
            self.refused(cancelled=True, cancelled_reason="The speaker is ill.") == {}
        )

    def test_what_is_not_virtual_may_have_no_place_yet(self):
        assert self.refused(virtual=False, place="") == {}
        assert self.refused(virtual=False, place="Austin, Texas") == {}

    def test_addresses_are_addresses(self):
        for name in ("registration_url", "recording_url"):
            for address in ("javascript:alert(1)", "example", "http://["):
                assert name in self.refused(**{name: address}), address


class ClockTests(TestCase):
    """Page, JSON and lists say what holds now; nobody has to save anything."""

    CLOSES = START - timedelta(days=1)
    # The moment, the state, and whether one can register.
    MOMENTS = (
        (CLOSES - SECOND, "upcoming", True),
        (CLOSES, "upcoming", False),
        (START - SECOND, "upcoming", False),
        (START, "live", False),
        (END - SECOND, "live", False),
        (END, "past", False),
    )

    def webinar(self, **values):
        with at(START - timedelta(days=30)):
            return WebinarPageFactory(
                starts_at=START,
                ends_at=END,
                **{"registration_closes_at": self.CLOSES, **values},
            )

    def test_state_and_registration_of_each_moment(self):
        page = self.webinar()

        for moment, state, is_open in self.MOMENTS:
            with at(moment):
                html = main_of(page.url)
                answer = public_form(page)

            assert answer["state"] == state, moment
            assert (answer["registration"] is not None) is is_open, moment
            links = html.find_all("a", href="https://example.org/register")
            assert bool(links) is is_open, moment

    def test_registration_that_names_no_time_closes_at_the_start(self):
        page = self.webinar(registration_closes_at=None)

        for moment, is_open in ((START - SECOND, True), (START, False)):
            with at(moment):
                main_of(page.url)
                answer = public_form(page)

            assert (answer["registration"] is not None) is is_open

    def test_closed_registration_is_said_and_its_address_is_gone(self):
        page = self.webinar()

        with at(self.CLOSES):
            html = self.client.get(page.url).content.decode()
            api = self.client.get(f"/api/v2/pages/{page.pk}/").content.decode()

        assert "Registration is closed." in html
        for answer in (html, api):
            assert "example.org/register" not in answer

    def test_lists_move_it_when_it_ends(self):
        page = self.webinar()

        for moment, upcoming, over in ((END - SECOND, 1, 0), (END, 0, 1)):
            with at(moment):
                context = self.client.get("/webinars/").context
            assert len(context["upcoming"]) == upcoming
            assert len(context["items"].object_list) == over
        assert page.is_public()

    def test_the_log_knows_each_next_change(self):
        page = self.webinar()
        rows = Publication.objects.filter(resource="pages", object_id=page.pk)

        for moment, next_change in (
            (self.CLOSES - HOUR, self.CLOSES),
            (self.CLOSES, START),
            (START, END),
            (END, None),
        ):
            with at(moment):
                main_of(page.url)
            assert rows.get().changes_at == next_change

    def test_canceled_is_canceled_at_every_moment_and_takes_no_registration(self):
        page = self.webinar(cancelled=True, cancelled_reason="The speaker is ill.")

        for moment, _state, _is_open in self.MOMENTS:
            with at(moment):
                text = text_at(page.url)
                answer = public_form(page)

            assert answer["state"] == "cancelled"
            assert answer["registration"] is None
            assert "This event was canceled The speaker is ill." in text
            assert "Registration is" not in text


class TimeZoneTests(TestCase):
    def test_two_in_the_afternoon_in_new_york_is_six_in_utc_while_summer_lasts(self):
        zone = ZoneInfo("America/New_York")
        for month, day, utc in ((10, 26, 18), (11, 2, 18), (11, 9, 19)):
            page = WebinarPageFactory(
                starts_at=datetime(2017, month, day, 14, tzinfo=zone),
                ends_at=datetime(2017, month, day, 16, tzinfo=zone),
            )

            assert (
                public_form(page)["starts_at"] == f"2017-{month}-{day:02}T{utc}:00:00Z"
            )
            assert "2:00–4:00 p.m. Eastern Time" in text_at(page.url)

    def test_readers_are_told_the_time_of_the_events_own_zone(self):
        page = WebinarPageFactory(
            starts_at=START, ends_at=END, time_zone="America/Chicago"
        )

        text = text_at(page.url)

        assert "Thursday, October 26, 2017, 1:00–3:00 p.m. Central Time" in text

    def test_a_zone_without_an_american_name_is_shown_by_its_own(self):
        page = WebinarPageFactory(
            starts_at=START, ends_at=END, time_zone="Asia/Kathmandu"
        )

        assert public_form(page)["time_zone_label"] == "Asia/Kathmandu"
        assert "Asia/Kathmandu" in text_at(page.url)


class MaterialTests(TestCase):
    def test_presenters_recording_and_transcript_are_public(self):
        transcript = DocumentFactory(title="All that was said")
        page = WebinarPageFactory(
            starts_at=START,
            ends_at=END,
            recording_url="https://example.org/v/1",
            recording_has_captions=True,
            transcript=transcript,
            presenters=[
                Presenter(name="Ana Ruiz", role="Director", organisation="OME")
            ],
        )

        answer, main = public_form(page), main_of(page.url)

        assert answer["recording"]["captions"] is True
        assert answer["recording"]["transcript"]["title"] == "All that was said"
        assert "Ana Ruiz , Director, OME" in words(main)
        recording = "Watch the recording (external link) (with captions)"
        assert recording in words(main)
        assert transcript.title in words(main)

    def test_a_transcript_that_is_not_released_comes_with_the_page(self):
        transcript = DocumentFactory(released_at=None, releases_with_page=True)

        page = WebinarPageFactory(
            recording_url="https://example.org/v/1", transcript=transcript
        )

        assert public_form(page)["recording"]["transcript"]["id"] == transcript.pk

    def test_an_event_that_takes_no_registration_says_nothing_of_it(self):
        page = WebinarPageFactory(registration_url="", starts_at=timezone.now() + HOUR)

        assert "Registration" not in text_at(page.url)
