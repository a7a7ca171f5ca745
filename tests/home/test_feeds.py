"""Feeds of news, stories, events and everything, as programs read them."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.models import ChangeNote
from tests.assertions import assert_same_queries
from tests.content import in_spanish
from tests.factories import (
    DocumentFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StoryPageFactory,
    TopicFactory,
    WebinarPageFactory,
    home_page,
)

KINDS, XML_KINDS = ("rss", "atom", "json"), ("rss", "atom")
NAMES = ("news", "stories", "events", "all")
UNPRINTABLE = "Form\x0b feed \x1b[2J \ufffe & <b>bold</b> ]]>"


class FeedTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = home_page()

    def get(self, path: str, **headers: str) -> Any:
        caches["answers"].clear()
        return self.client.get(path, headers=headers)

    def parsed(self, name: str, kind: str = "atom", below: str = "/feeds/") -> Any:
        response = self.get(f"{below}{name}.{kind}")
        assert response.status_code == 200
        found = feedparser.parse(response.content)
        assert not found.bozo, found.get("bozo_exception")
        return found

    def json(self, name: str, below: str = "/feeds/") -> Any:
        return json.loads(self.get(f"{below}{name}.json").content)

    def titles(self, name: str, below: str = "/feeds/") -> list[str]:
        return [item["title"] for item in self.json(name, below)["items"]]


class EntryTests(FeedTestCase):
    def test_news_say_what_they_are_and_when_they_appeared(self):
        page = NewsPageFactory(
            title="New Q&As",
            lead="Two <issues>.",
            category="document_release",
            published_on=date(2017, 9, 22),
            topics=[TopicFactory(name="Eligibility")],
        )

        for kind in XML_KINDS:
            (entry,) = self.parsed("news", kind).entries
            assert entry.title == "New Q&As"
            assert entry.link == page.full_url
            assert "<p>Two &lt;issues&gt;.</p>" in entry.summary
            assert "Document release · September 22, 2017" in entry.summary
            assert [t.term for t in entry.tags] == ["Document release", "Eligibility"]
            published = datetime(*entry.published_parsed[:6], tzinfo=UTC)
            assert published == datetime(2017, 9, 22, 4, tzinfo=UTC)

    def test_stories_are_quoted(self):
        StoryPageFactory(quote="I would get out.", attribution="Dennis Luna, 2011")

        (entry,) = self.parsed("stories").entries

        assert "“I would get out.” · Dennis Luna, 2011" in entry.summary

    def test_events_say_when_they_take_place_and_not_as_their_date(self):
        start = datetime(2017, 10, 26, 18, tzinfo=UTC)
        page = WebinarPageFactory(
            starts_at=start, ends_at=start + timedelta(hours=2), place="Austin"
        )

        (entry,) = self.parsed("events").entries

        assert (
            "Webinar · Thursday, October 26, 2017, 2:00–4:00 p.m. Eastern Time · "
            "Austin · Past" in entry.summary
        )
        published = datetime(*entry.published_parsed[:6], tzinfo=UTC)
        assert published == page.first_published_at.replace(microsecond=0)

    def test_keep_their_number_when_title_and_address_change(self):
        page = NewsPageFactory()
        before = [self.parsed("news", kind).entries[0].id for kind in XML_KINDS]
        before.append(self.json("news")["items"][0]["id"])

        page.title, page.slug = "Another title", "another-slug"
        page.save()

        after = [self.parsed("news", kind).entries[0].id for kind in XML_KINDS]
        after.append(self.json("news")["items"][0]["id"])
        assert before == after
        assert len(set(before)) == 1
        assert before[0].startswith("urn:uuid:")

    def test_no_two_share_a_number(self):
        NewsPageFactory.create_batch(3)
        StoryPageFactory()
        WebinarPageFactory()
        DocumentFactory.create_batch(2)

        entries = self.parsed("all").entries

        assert len({entry.id for entry in entries}) == len(entries) == 7

    def test_can_be_read_whatever_signs_are_in_a_title(self):
        NewsPageFactory(title=UNPRINTABLE, lead=UNPRINTABLE, slug="strange")

        for kind in XML_KINDS:
            (entry,) = self.parsed("news", kind).entries
            assert "Form feed" in entry.title
        assert self.titles("news")[0].startswith("Form feed")


class FeedTests(FeedTestCase):
    def test_news_come_by_their_day(self):
        for day, title in ((3, "Old"), (5, "New"), (4, "Between")):
            NewsPageFactory(title=title, published_on=date(2017, 10, day))

        assert self.titles("news") == ["New", "Between", "Old"]

    def test_a_story_comes_up_again_with_a_change_that_matters(self):
        now = timezone.now()
        old = StoryPageFactory(title="Old", first_published_at=now - timedelta(days=9))
        StoryPageFactory(title="New", first_published_at=now - timedelta(days=5))
        assert self.titles("stories") == ["New", "Old"]

        old.change_notes = [
            ChangeNote(changed_on=timezone.localdate(), note="Adds where he works.")
        ]
        old.save()

        assert self.titles("stories") == ["Old", "New"]

    def test_everything_is_of_all_kinds_the_last_first(self):
        now = timezone.now()
        NewsPageFactory(title="News", published_on=date(2017, 10, 3))
        for days, make in ((3, StoryPageFactory), (2, WebinarPageFactory)):
            make(title=make.__name__, first_published_at=now - timedelta(days=days))
        DocumentFactory(title="Document")

        assert self.titles("all") == [
            "Document",
            "WebinarPageFactory",
            "StoryPageFactory",
            "News",
        ]

    def test_has_the_last_fifty(self):
        NewsPageFactory.create_batch(53)

        assert len(self.titles("news")) == len(self.titles("all")) == 50

    def test_has_what_lists_have_and_nothing_else(self):
        NewsPageFactory(title="There")
        NewsPageFactory(title="Draft", live=False)
        NewsPageFactory(
            title="Withdrawn",
            withdrawn_on=date(2017, 10, 3),
            withdrawn_explanation="Wrong.",
        )
        private = NewsPageFactory(title="Private")
        PageViewRestriction.objects.create(page=private, restriction_type="login")

        assert self.titles("news") == self.titles("all") == ["There"]

    def test_each_language_has_its_own(self):
        NewsPageFactory(title="English")
        home = in_spanish(self.home)
        section = NewsIndexPageFactory(parent=home, title="Noticias", slug="noticias")
        NewsPageFactory(title="En español", parent=section)

        found = self.parsed("news", below="/es/feeds/")

        assert self.titles("news") == ["English"]
        assert [entry.title for entry in found.entries] == ["En español"]
        assert found.feed.language == "es"
        assert found.feed.title.startswith("Noticias")
        assert found.feed.link.endswith("/es/noticias/")
        assert "3 de octubre de 2017" in found.entries[0].summary

    def test_names_itself_and_the_page_that_lists_the_same(self):
        NewsPageFactory()
        for kind in XML_KINDS:
            feed = self.parsed("news", kind).feed
            links = {link.rel: link.href for link in feed.links}
            assert links["self"] == f"http://localhost/feeds/news.{kind}"
            assert feed.link == "http://localhost/news/"

    def test_is_valid_without_an_entry(self):
        for name in NAMES:
            for kind in XML_KINDS:
                found = self.parsed(name, kind)
                assert found.entries == []
                assert found.feed.title
            feed = self.json(name)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["items"] == []

    def test_is_told_apart_by_its_media_type_and_read_from_anywhere(self):
        for name in NAMES:
            types = []
            for kind in KINDS:
                response = self.get(f"/feeds/{name}.{kind}")
                assert response["Access-Control-Allow-Origin"] == "*"
                assert not response.cookies
                types.append(response["Content-Type"].partition(";")[0])
            assert types == [
                "application/rss+xml",
                "application/atom+xml",
                "application/feed+json",
            ]

    def test_comes_once_to_a_reader_who_has_it(self):
        NewsPageFactory()
        for kind in KINDS:
            path = f"/feeds/all.{kind}"
            etag = self.get(path)["ETag"]

            assert self.get(path, if_none_match=etag).status_code == 304

            NewsPageFactory()
            assert self.get(path, if_none_match=etag).status_code == 200

    def test_head_has_the_headers_of_get(self):
        for name in NAMES:
            path = f"/feeds/{name}.atom"
            head, whole = self.client.head(path), self.get(path)
            assert head.status_code == 200
            assert head.content == b""
            for header in ("Content-Type", "ETag", "Cache-Control"):
                assert head[header] == whole[header]

    def test_queries_do_not_grow_with_the_list(self):
        self.grow(1)
        for name in NAMES:
            assert_same_queries(
                lambda path=f"/feeds/{name}.atom": self.client.get(path),
                grow=lambda: self.grow(4),
            )

    def grow(self, count: int) -> None:
        for factory in (NewsPageFactory, StoryPageFactory, WebinarPageFactory):
            factory.create_batch(count)
        DocumentFactory.create_batch(count)

    def test_nothing_but_these_is_a_feed_and_all_are_only_read(self):
        for path in ("/feeds/nothing.rss", "/feeds/documents.rss", "/feeds/news.xml"):
            assert self.get(path).status_code == 404
        assert self.client.post("/feeds/news.rss").status_code == 405


class DiscoveryTests(FeedTestCase):
    def feeds_of(self, path: str) -> list[str]:
        page = BeautifulSoup(self.get(path).content, "html.parser")
        links = page.head.find_all("link", rel="alternate", type=True)
        return [link["href"] for link in links]

    def test_each_page_leads_to_everything_and_to_its_own_kind(self):
        everything = [f"/feeds/all.{kind}" for kind in KINDS]
        pages = {
            "news": NewsPageFactory(),
            "stories": StoryPageFactory(),
            "events": WebinarPageFactory(),
        }

        assert self.feeds_of("/") == everything
        for name, page in pages.items():
            own = [f"/feeds/{name}.{kind}" for kind in KINDS]
            assert self.feeds_of(page.url) == everything + own
            assert self.feeds_of(page.get_parent().url) == everything + own
            for path in own:
                assert self.get(path).status_code == 200
