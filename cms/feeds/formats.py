"""The formats of feeds, and how each is written."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    SyndicationFeed,
    rfc3339_date,
)
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from .entries import Entry, Feed, File

# What XML 1.0 cannot hold, not even as a number; Django stops at some of it.
UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class WithUpdates(SyndicationFeed):
    """Says when it last changed where it is empty, too."""

    def latest_post_date(self) -> Any:
        return self.feed["updated_at"]


class RssFeed(WithUpdates, Rss201rev2Feed):
    """RSS, whose entries say when they last changed in Atom's words."""

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))


class AtomFeed(WithUpdates, Atom1Feed):
    """Atom, whose entries say in which language they are."""

    def item_attributes(self, item: Any) -> dict[str, str]:
        return {"xml:lang": item["language"]}


class JsonFeed(WithUpdates):
    """JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        feed = self.feed
        author = {"name": feed["author_name"], "url": feed["author_link"]}
        json.dump(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": feed["title"],
                "home_page_url": feed["link"],
                "feed_url": feed["feed_url"],
                "description": feed["description"],
                "language": feed["language"],
                "authors": [without_empty(author)],
                "items": [self.item(item) for item in self.items],
            },
            outfile,
            ensure_ascii=False,
        )

    def item(self, item: Mapping[str, Any]) -> dict[str, Any]:
        return without_empty(
            {
                "id": item["unique_id"],
                "url": item["link"],
                "title": item["title"],
                "content_html": item["description"],
                "summary": item["summary"],
                "date_published": rfc3339_date(item["pubdate"]),
                "date_modified": rfc3339_date(item["updateddate"]),
                "language": item["language"],
                "tags": item["categories"],
                "attachments": [attachment(file) for file in item["files"]],
            }
        )


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def attachment(file: File) -> dict[str, Any]:
    return {
        "url": file.url,
        "mime_type": file.media_type,
        "title": file.name,
        "size_in_bytes": file.size,
    }


@dataclass(frozen=True)
class Format:
    """A format with the name by which readers know it."""

    label: str
    writer: type[Any]

    @property
    def media_type(self) -> str:
        """Return the media type, as links to feeds name it."""
        content_type: str = self.writer.content_type
        return content_type.partition(";")[0]


# By the end of their addresses.
FORMATS = {
    "rss": Format("RSS", RssFeed),
    "atom": Format("Atom", AtomFeed),
    "json": Format("JSON Feed", JsonFeed),
}


@dataclass(frozen=True)
class FeedLink:
    """A feed as a page links to it: `title` for programs, `label` for people."""

    label: str
    title: str
    media_type: str
    address: str


def links_to(title: str, addresses: Mapping[str, str]) -> list[FeedLink]:
    """Return the links to a feed in each format; addresses by the format's name."""
    return [
        FeedLink(
            kind.label, f"{title} ({kind.label})", kind.media_type, addresses[name]
        )
        for name, kind in FORMATS.items()
    ]


def feed_response(feed: Feed, name: str) -> HttpResponse:
    """Send a feed in a format. Scripts of any origin may read it, as the API."""
    writer = FORMATS[name].writer(
        title=writable(feed.title),
        link=feed.url,
        description=writable(feed.description),
        subtitle=writable(feed.description),
        language=feed.language,
        feed_url=feed.address,
        feed_guid=feed.address,
        author_name=writable(feed.author_name),
        author_link=feed.author_url or None,
        updated_at=feed.updated_at,
    )
    for entry in feed.entries:
        add(writer, entry)
    content = writer.writeString("utf-8")
    response = HttpResponse(content, content_type=writer.content_type)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def add(writer: SyndicationFeed, entry: Entry) -> None:
    files = [entry.file] if entry.file else []
    writer.add_item(
        title=writable(entry.title),
        link=entry.url,
        description=content_of(entry),
        unique_id=entry.id,
        unique_id_is_permalink=entry.id.startswith("http"),
        pubdate=entry.published_at,
        updateddate=entry.updated_at,
        categories=[writable(category) for category in entry.categories],
        enclosures=[Enclosure(f.url, str(f.size), f.media_type) for f in files],
        summary=writable(entry.summary),
        language=entry.language,
        files=files,
    )


def content_of(entry: Entry) -> SafeString:
    """Return summary and facts as HTML, which readers of feeds expect."""
    texts = [(writable(text),) for text in (entry.summary, entry.facts) if text]
    return format_html_join("", "<p>{}</p>", texts)


def writable(text: str) -> str:
    return UNWRITABLE.sub("", text)
