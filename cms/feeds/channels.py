"""Feeds of one kind of thing, made from the rows of the log."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language

from cms.publishing.content import site_info
from cms.publishing.models import NEVER, PublicationQuerySet
from cms.publishing.reading import LogState

from .entries import Entry, Feed
from .formats import FORMATS, FeedLink, links_to

ENTRIES = 50

# An entry after the moment by which the last one comes first.
Dated = tuple[datetime, Entry]


@dataclass(frozen=True)
class Channel:
    """What a feed is about.

    `rows` gives the rows of a language, of which those with the last moment in the
    column `order` are sent; `entry` makes one of a row's body. `path` is of the page
    that lists the same, in a language.
    """

    name: str
    title: str | Promise
    description: str | Promise
    rows: Callable[[str], PublicationQuerySet]
    order: str
    entry: Callable[[str], Entry]
    path: Callable[[str], str]

    def last(self, language: str) -> list[Dated]:
        """Return the last entries, each with its moment."""
        return last_of(self.rows(language), self.order, self.entry)

    def links(self) -> list[FeedLink]:
        return links_to(str(self.title), addresses_of(self.name))


def last_of(
    rows: PublicationQuerySet, order: str, entry: Callable[[str], Entry]
) -> list[Dated]:
    last = rows.order_by(f"-{order}", "-object_id")
    found = last.values_list(order, "body")[:ENTRIES]
    return [(moment, entry(body)) for moment, body in found]


def merged(lists: Iterable[list[Dated]]) -> list[Entry]:
    """Return the last entries of several lists, the last first."""
    every = [dated for each in lists for dated in each]
    every.sort(key=lambda dated: (dated[0], dated[1].id), reverse=True)
    return [entry for _moment, entry in every[:ENTRIES]]


def addresses_of(name: str) -> Mapping[str, str]:
    """Return where a feed is, by format, in the active language."""
    return {kind: reverse("feed", args=[name, kind]) for kind in FORMATS}


def feed_at(
    request: HttpRequest,
    state: LogState,
    title: str,
    description: str,
    path: str,
    entries: list[Entry],
) -> Feed:
    """Return a feed at the address that is asked for; `path` lists the same."""
    site = site_info(request)
    root = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    return Feed(
        title=f"{title} | {site.name}" if site and site.name else title,
        description=description,
        url=f"{root}{path}",
        address=f"{root}{request.path}",
        language=get_language() or "en",
        site=site,
        empty_since=state.recorded_at or NEVER,
        entries=entries,
    )
