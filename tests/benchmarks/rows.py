"""What is measured, and what it must show: one row an answer."""

from dataclasses import dataclass, field

from . import supplies
from .supplies import Supply

# The number of pages for which the ratio to the yardstick is required.
JUDGED_AT = 20_000
# A rebuild of any size must stay below this.
REBUILD_MEGABYTES = 300


@dataclass(frozen=True)
class Limits:
    """The least ratio to the bare application, the most queries and growth of p50."""

    ratio: float
    queries: int
    growth: float


@dataclass(frozen=True)
class Row:
    """An answer, asked for at many addresses in turn.

    `address` has its blanks filled from each of what `supply` returns. `known` rows
    send the ETag of what the client has already, and are answered with 304. Rows
    without limits are there to be looked at.
    """

    name: str
    address: str
    supply: Supply = supplies.once
    limits: Limits | None = None
    known: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    # Seconds, where each worker first makes all that it keeps.
    fills: float = 0
    # A header that the answer must have, or it is not the one that is meant.
    shows: str = ""
    # Asked for by an administrator.
    signed_in: bool = False

    @property
    def status(self) -> int:
        return 304 if self.known else 200


WHOLE = "/api/v2/pages/?limit=20&fields=*&offset={offset}"
WHOLE_ANEW = "/api/v2/pages/?limit={limit}&fields=*&offset={offset}"
DETAIL = "/api/v2/pages/{id}/"
LIBRARY = "/documents/?year={year}"
LIBRARY_ANEW = "/documents/?type={type}&topic={slug}&year={year}&sort={order}"
# Whoever asks so is answered by Django, as is whatever nobody asked for before.
NEVER_KEPT = {"If-Modified-Since": "Thu, 01 Jan 2015 00:00:00 GMT"}
GZIP = {"Accept-Encoding": "gzip"}

ROWS = [
    Row("detail", DETAIL, supplies.pages, Limits(0.45, 1, 1.2)),
    Row("detail-304", DETAIL, supplies.pages, Limits(0.45, 1, 1.2), known=True),
    Row(
        "find",
        "/api/v2/pages/find/?html_path={path}",
        supplies.pages,
        Limits(0.40, 1, 1.2),
    ),
    Row(
        "list",
        "/api/v2/pages/?limit=20&offset={offset}",
        supplies.offsets,
        Limits(0.35, 2, 1.3),
    ),
    Row("list-whole", WHOLE, supplies.offsets, Limits(0.35, 2, 1.3)),
    Row("list-whole-304", WHOLE, supplies.offsets, Limits(0.50, 1, 1.3), known=True),
    Row("list-last-page", "{address}", supplies.last_pages, Limits(0.35, 2, 1.3)),
    Row(
        "list-filtered",
        "/api/v2/pages/?limit=20&type=news.NewsPage&date__gte={first}&date__lte={last}",
        supplies.quarters,
        Limits(0.30, 2, 1.5),
    ),
    Row(
        "documents",
        "/api/v2/documents/?limit=20&offset={offset}",
        supplies.offsets,
        Limits(0.35, 2, 1.3),
    ),
    Row("changes", "{address}", supplies.changes, Limits(0.20, 2, 1.3)),
    Row("html-home", "/", supplies.once, Limits(0.30, 2, 1.2)),
    Row("html-news", "{path}", supplies.news, Limits(0.30, 2, 1.2), fills=40),
    Row("html-library", LIBRARY, supplies.years, Limits(0.30, 2, 1.2), fills=20),
    Row("html-library-anew", LIBRARY_ANEW, supplies.more_choices_than_are_kept),
    Row("feed", "/documents/feed.{kind}", supplies.feeds),
    Row("detail-fields", f"{DETAIL}?fields=_,id,title,topics", supplies.pages),
    Row("detail-gzip", DETAIL, supplies.pages, headers=GZIP, shows="content-encoding"),
    Row(
        "list-whole-gzip",
        WHOLE,
        supplies.offsets,
        headers=GZIP,
        shows="content-encoding",
    ),
    Row("detail-anew", DETAIL, supplies.pages, headers=NEVER_KEPT),
    Row("list-whole-anew", WHOLE_ANEW, supplies.more_than_is_kept),
    Row("list-topic", "/api/v2/pages/?limit=20&topic={slug}", supplies.topics),
    Row("list-search", "/api/v2/pages/?limit=20&search={word}", supplies.words),
    Row(
        "list-csv",
        "/api/v2/pages/?limit=100&format=csv&offset={offset}",
        supplies.offsets,
    ),
    Row(
        "admin-documents",
        "/admin/documents/?{query}",
        supplies.admin_lists,
        signed_in=True,
    ),
]


def named(names: str) -> list[Row]:
    """Return the rows of a list with commas; all where it is empty.

    Raises ValueError that says which there are.
    """
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    by_name = {row.name: row for row in ROWS}
    unknown = [name for name in wanted if name not in by_name]
    if unknown:
        raise ValueError(
            f"no row is called {unknown[0]}; there are {', '.join(by_name)}"
        )
    return [by_name[name] for name in wanted] if wanted else ROWS
