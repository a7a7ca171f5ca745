"""The index of the search: one interface, and a way to keep it for each database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.db import connection

from search.language import Query

# How many results are ranked, and can be paged through. Of more, the newest are.
BOUND = 300
# So many documents are told to fit, without being ranked.
MOST = 10_000


@dataclass(frozen=True)
class Question:
    """What is looked for, and where: pages of one language, documents of any.

    `filters` have the names of facets, each with the values of which one must fit;
    `since` and `until` are about the date that lists show.
    """

    query: Query
    locale: str
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    since: datetime | None = None
    until: datetime | None = None


def documents_with(query: Query) -> Question:
    """Return what asks for documents alone, which are of any language."""
    return Question(query, locale="", filters={"resource": ["documents"]})


@dataclass(frozen=True)
class Matches:
    """What fits a question, by its number in the log, best first; is that all?"""

    found: list[int]
    is_all: bool


@dataclass(frozen=True)
class Passage:
    """A page of a file on which words were found."""

    number: int
    highlight: str


class Index(Protocol):
    """What the search asks of a database. Queries that ask for nothing find nothing."""

    def is_made(self) -> bool:
        """Tell whether the index is there, in the form that is read and written now."""

    def install(self) -> None:
        """Make what is missing of the index; what is there in this form stays."""

    def rebuild(self) -> None:
        """Write the index anew from the log."""

    def match(self, question: Question) -> Matches:
        """Return what fits, best first, `BOUND` at most and the best titles."""

    def documents(self, query: Query) -> list[int]:
        """Return all documents that fit, the newest first; `MOST` at most."""

    def highlights(self, query: Query, publications: Sequence[int]) -> dict[int, str]:
        """Return a part of each text in which words were found, marked (`MARKS`)."""

    def passages(
        self, query: Query, publications: Sequence[int], limit: int
    ) -> dict[int, list[Passage]]:
        """Return the pages of files on which all words were found, the first few."""

    def titles(self, text: str, locale: str, limit: int) -> list[int]:
        """Return publications whose titles go on from what was typed."""

    def known(self, words: Sequence[str]) -> set[str]:
        """Return those of the words that were published at some time.

        Words are in small letters without accents, and have four letters or more.
        """

    def alike(self, word: str, limit: int) -> list[str]:
        """Return words that were published and look like this one, the likest first."""


# Around what was found, where nothing of it is markup yet: no text has these.
MARKS = ("\ue000", "\ue001")


def index() -> Index:
    """Return the index that answers: of a search server, or else of the database."""
    if settings.OPENSEARCH_URL:
        from search.opensearch.index import OpenSearchIndex

        return OpenSearchIndex(database_index())
    return database_index()


def database_index() -> Index:
    """Return the index of the database in use, which is kept in any case."""
    if connection.vendor == "postgresql":
        from .postgresql import PostgresqlIndex

        return PostgresqlIndex()
    from .sqlite import SqliteIndex

    return SqliteIndex()
