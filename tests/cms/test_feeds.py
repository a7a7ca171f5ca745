"""Feeds, whatever is in them."""

import json
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.feeds import FORMATS, Entry, Feed, feed_response, links_to

THEN, NOW = datetime(2017, 7, 31, tzinfo=UTC), datetime(2017, 8, 31, tzinfo=UTC)


def feed(*entries: Entry, **values: Any) -> Feed:
    facts: dict[str, Any] = {
        "title": "News",
        "description": "What is new.",
        "url": "https://example.org/news/",
        "address": "https://example.org/news/feed",
        "language": "en",
        "site": None,
        "empty_since": THEN,
        "entries": entries,
    }
    return Feed(**facts | values)


def entry(title: str = "Title", **values: Any) -> Entry:
    facts: dict[str, Any] = {
        "id": "https://example.org/1/",
        "url": "https://example.org/1/title/",
        "title": title,
        "summary": "",
        "facts": "Announcement",
        "published_at": THEN,
        "updated_at": NOW,
        "language": "en",
    }
    return Entry(**facts | values)


def content(found: Feed, kind: str) -> bytes:
    return feed_response(found, kind).content


class AnyTextTests:
    @given(st.text(), st.text())
    def test_makes_feeds_that_can_be_read(self, title, category):
        found = feed(entry(title, summary=title, categories=[category]), title=title)

        for kind in ("rss", "atom"):
            parsed = feedparser.parse(content(found, kind))
            assert not parsed.bozo, (kind, parsed.get("bozo_exception"))
            assert len(parsed.entries) == 1
        assert len(json.loads(content(found, "json"))["items"]) == 1


class DateTests:
    @pytest.mark.parametrize("kind", ["rss", "atom"])
    def test_of_the_feed_is_that_of_the_last_change(self, kind):
        parsed = feedparser.parse(content(feed(entry()), kind))

        assert datetime(*parsed.feed.updated_parsed[:6], tzinfo=UTC) == NOW

    @pytest.mark.parametrize("kind", ["rss", "atom"])
    def test_of_an_empty_feed_does_not_follow_the_clock(self, kind):
        parsed = feedparser.parse(content(feed(), kind))

        assert datetime(*parsed.feed.updated_parsed[:6], tzinfo=UTC) == THEN


class MarkupTests:
    def test_in_texts_is_text(self):
        found = feed(entry("<b>x</b> & y", summary="<script>"))

        (item,) = json.loads(content(found, "json"))["items"]

        assert item["title"] == "<b>x</b> & y"
        assert item["content_html"] == "<p>&lt;script&gt;</p><p>Announcement</p>"


class LinkTests:
    def test_name_the_feed_in_each_format(self):
        links = links_to("News", {kind: f"/feed.{kind}" for kind in FORMATS})

        assert [(link.label, link.title, link.media_type) for link in links] == [
            ("RSS", "News (RSS)", "application/rss+xml"),
            ("Atom", "News (Atom)", "application/atom+xml"),
            ("JSON Feed", "News (JSON Feed)", "application/feed+json"),
        ]
