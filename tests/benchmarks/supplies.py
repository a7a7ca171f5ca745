"""What the blanks of a row's address are filled with: many values, never one alone.

What grows with the site is asked for at all sizes in the same way, so that the sizes
can be compared: the first pages of a list, the same number of bytes.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from http import HTTPStatus
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import psycopg

from .answers import Client
from .processes import output_of

ADDRESSES, MADE_UP = 1000, "%/made-up-%"
# Within the smallest site: beyond its end a list is empty, and quick.
OFFSETS = range(0, 500, 20)
CHANGES_PAGES = 20
LAST_PAGES = 10
# Enough to walk through 200,000 things by the hundred.
WALK = 2000

Blanks = dict[str, str]


@dataclass(frozen=True)
class Site:
    """The site that is measured: its server, and its database beside it."""

    client: Client
    database_url: str

    @cached_property
    def session(self) -> dict[str, str]:
        """Return the headers with which an administrator asks."""
        return json.loads(
            output_of(["-m", "tests.benchmarks.session"], self.database_url)
        )

    def made_up_pages(self, of_type: str = "%") -> list[tuple[int, str]]:
        """Return number and path of pages from all over the site, at most 1,000."""
        query = (
            "SELECT object_id, path FROM publishing_publication"
            " WHERE resource = 'pages' AND listed AND path LIKE %s AND type LIKE %s"
            " ORDER BY md5(object_id::text) LIMIT %s"
        )
        with psycopg.connect(self.database_url) as database:
            return database.execute(query, [MADE_UP, of_type, ADDRESSES]).fetchall()


Supply = Callable[[Site], Iterable[Blanks]]


class NotAvailableError(Exception):
    """The site does not have yet what a row asks for."""


def once(site: Site) -> list[Blanks]:
    return [{}]


def pages(site: Site) -> list[Blanks]:
    """Return pages from all over the site, of all types."""
    found = site.made_up_pages()
    return [{"id": str(number), "path": quote(path)} for number, path in found]


def news(site: Site) -> list[Blanks]:
    found = site.made_up_pages("news.NewsPage")
    return [{"path": quote(path)} for _, path in found]


def offsets(site: Site) -> list[Blanks]:
    return [{"offset": str(offset)} for offset in OFFSETS]


def more_than_is_kept(site: Site) -> list[Blanks]:
    """Return so many lists of 15 to 24 items that none is kept until its next turn."""
    limits = range(15, 25)
    return [
        {"limit": str(limit), "offset": str(offset)}
        for limit in limits
        for offset in range(0, 400, 4)
    ]


def quarters(site: Site) -> list[Blanks]:
    """Return the quarters of the years in which the made-up content has its dates."""
    months = (1, 4, 7, 10)
    starts = [date(year, month, 1) for year in range(2008, 2025) for month in months]
    return [
        {
            "first": start.isoformat(),
            "last": start.replace(month=start.month + 2, day=28).isoformat(),
        }
        for start in starts
    ]


def topics(site: Site) -> list[Blanks]:
    with psycopg.connect(site.database_url) as database:
        found = database.execute("SELECT slug FROM cms_topic ORDER BY slug").fetchall()
    return [{"slug": slug} for (slug,) in found]


def years(site: Site) -> list[Blanks]:
    """Return the years in which the made-up documents have their dates."""
    return [{"year": str(year)} for year in range(2008, 2025)]


def more_choices_than_are_kept(site: Site) -> list[Blanks]:
    """Return so many choices in the library that none is kept until its next turn."""
    types = ("policy_qa", "form", "presentation", "handout", "report", "data")
    orders = ("newest", "oldest", "title")
    return [
        {"type": kind, "order": order, **topic, **year}
        for topic in topics(site)
        for year in years(site)
        for kind in types
        for order in orders
    ]


def feeds(site: Site) -> list[Blanks]:
    return [{"kind": kind} for kind in ("rss", "atom", "json")]


def words(site: Site) -> list[Blanks]:
    """Return frequent words, and numbers that one title alone has."""
    frequent = ("eligibility", "migrant education", "harvest", "webinar", "dental")
    return [{"word": quote(word)} for word in (*frequent, "77", "777", "1234")]


def admin_lists(site: Site) -> list[Blanks]:
    """Return pages of the list of documents in the admin, as editors narrow it down."""
    filters = ("status=superseded", "document_type=form", "accessibility=partly")
    pages = [f"p={number}" for number in range(1, 11)]
    return [{"query": query} for query in (*pages, *filters, "q=harvest")]


def changes(site: Site) -> list[Blanks]:
    """Return the addresses of the first calls of a client that begins."""
    walked = site.client.follow("/api/v2/changes/?limit=100", CHANGES_PAGES)
    return [{"address": address} for address, _ in walked]


def last_pages(site: Site) -> list[Blanks]:
    """Return addresses near the end of the list of whole items, by their cursors."""
    start = "/api/v2/pages/?limit=100&fields=*"
    walked = []
    for address, answer in site.client.follow(start, WALK):
        if answer.status != HTTPStatus.OK:
            break
        walked.append(address)
    if len(walked) < 2 or "cursor=" not in walked[-1]:
        raise NotAvailableError("lists have no cursor to follow")
    # The very last one may have but a few items.
    return [{"address": with_limit(a, 20)} for a in walked[1:-1][-LAST_PAGES:]]


def with_limit(address: str, limit: int) -> str:
    parts = urlsplit(address)
    parameters = dict(parse_qsl(parts.query)) | {"limit": str(limit)}
    return f"{parts.path}?{urlencode(parameters)}"
