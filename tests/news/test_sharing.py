"""What search engines are told of news, stories and events."""

from datetime import UTC, date, datetime, timedelta

from django.test import TestCase

from news.models import Presenter
from tests.cms.sharing.head import head_of
from tests.content import at
from tests.factories import (
    NewsPageFactory,
    StoryPageFactory,
    TopicFactory,
    WebinarPageFactory,
)

START = datetime(2017, 10, 26, 18, tzinfo=UTC)
SCHEMA = "https://schema.org/"


class NewsTests(TestCase):
    def test_a_news_item_has_what_search_engines_ask_for(self):
        page = NewsPageFactory(
            title="New questions and answers",
            published_on=date(2017, 9, 22),
            category="document_release",
            topics=[TopicFactory(name="Eligibility")],
        )

        head = head_of(page.url)

        article = head.thing("NewsArticle")
        assert article["headline"] == "New questions and answers"
        # Midnight on the clocks of the site.
        assert article["datePublished"] == "2017-09-22T04:00:00Z"
        assert article["dateModified"]
        assert article["author"] == article["publisher"]
        assert article["publisher"] == {"@id": head.thing("Organization")["@id"]}
        assert article["image"]["url"].startswith("http")
        assert article["mainEntityOfPage"] == {"@id": head.canonical}
        assert article["articleSection"] == "Document release"
        assert article["keywords"] == ["Eligibility"]
        assert article["inLanguage"] == "en"

    def test_a_headline_is_no_longer_than_they_take(self):
        page = NewsPageFactory(title="A" * 200)

        assert len(head_of(page.url).thing("NewsArticle")["headline"]) == 110

    def test_a_story_is_an_article_about_a_person(self):
        page = StoryPageFactory(title="The Dennis Luna Story", person="Dennis Luna")

        article = head_of(page.url).thing("Article")

        assert article["headline"] == "The Dennis Luna Story"
        assert article["about"] == {"@type": "Person", "name": "Dennis Luna"}
        assert article["datePublished"]
        assert article["publisher"]

    def test_lists_are_collections(self):
        NewsPageFactory()
        StoryPageFactory()
        WebinarPageFactory()

        for path in ("/news/", "/stories/", "/webinars/"):
            assert head_of(path).thing("CollectionPage")["name"]


class EventTests(TestCase):
    def event(self, **values):
        end = START + timedelta(hours=2)
        page = WebinarPageFactory(**{"starts_at": START, "ends_at": end, **values})
        return page, head_of(page.url).thing("Event")

    def test_has_what_search_engines_ask_for(self):
        _, event = self.event(
            title="Results and changes",
            presenters=[Presenter(name="Ana Example", role="Director")],
        )

        assert event["name"] == "Results and changes"
        # On the clocks of the event, four hours behind UTC.
        assert event["startDate"] == "2017-10-26T14:00:00-04:00"
        assert event["endDate"] == "2017-10-26T16:00:00-04:00"
        assert event["eventStatus"] == f"{SCHEMA}EventScheduled"
        assert event["description"]
        assert event["organizer"]
        assert event["image"]["url"].startswith("http")
        assert event["performer"] == [
            {"@type": "Person", "name": "Ana Example", "jobTitle": "Director"}
        ]

    def test_where_it_is(self):
        page, online = self.event(virtual=True)
        _, there = self.event(virtual=False, place="New Orleans")
        _, both = self.event(virtual=True, place="New Orleans")
        _, unknown = self.event(virtual=False, place="")

        place = {"@type": "Place", "name": "New Orleans", "address": "New Orleans"}
        mode = "EventAttendanceMode"
        assert online["eventAttendanceMode"] == f"{SCHEMA}Online{mode}"
        assert online["location"] == [
            {"@type": "VirtualLocation", "url": f"http://localhost{page.url}"}
        ]
        assert there["eventAttendanceMode"] == f"{SCHEMA}Offline{mode}"
        assert there["location"] == [place]
        assert both["eventAttendanceMode"] == f"{SCHEMA}Mixed{mode}"
        assert [each["@type"] for each in both["location"]] == [
            "Place",
            "VirtualLocation",
        ]
        assert "location" not in unknown

    def test_days_alone_where_the_page_tells_no_hours(self):
        _, event = self.event(ends_at=START + timedelta(days=2))

        assert (event["startDate"], event["endDate"]) == ("2017-10-26", "2017-10-28")

    def test_that_it_was_canceled(self):
        _, event = self.event(cancelled=True, cancelled_reason="Ill.")

        assert event["eventStatus"] == f"{SCHEMA}EventCancelled"
        assert event["startDate"] == "2017-10-26T14:00:00-04:00"

    def test_that_one_can_register_as_long_as_one_can(self):
        with at(START - timedelta(days=1)):
            page, event = self.event(registration_url="https://example.org/register")

            action = event["potentialAction"]
            assert action["target"] == "https://example.org/register"
            assert action["endTime"] == "2017-10-26T18:00:00Z"
            assert event["location"][0]["url"] == "https://example.org/register"

        with at(START + timedelta(minutes=30)):
            event = head_of(page.url).thing("Event")
            assert "potentialAction" not in event

    def test_the_recording(self):
        _, event = self.event(recording_url="https://example.org/v/1")

        assert event["recordedIn"]["url"] == "https://example.org/v/1"
