"""The index on an OpenSearch server, and the database's behind it.

The server answers where it has read all of the log, so that its answer is as fresh as
the database's: nothing is found that is not public any more, and nothing is missing.
Where it is behind or away, the database answers. Titles and single words are looked up
there in any case, which takes a millisecond however much there is.
"""

from collections.abc import Sequence
from typing import Any

from search.index import BOUND, Index, Matches, Passage, Question
from search.language import Query

from . import queries
from .server import ask


class OpenSearchIndex:
    """Asks the server, or else `database`, which keeps its own index by triggers."""

    def __init__(self, database: Index) -> None:
        self.database = database

    def is_made(self) -> bool:
        return self.database.is_made()

    def install(self) -> None:
        self.database.install()

    def rebuild(self) -> None:
        self.database.rebuild()

    def match(self, question: Question) -> Matches:
        if not question.query:
            return Matches([], True)
        hits = ask(queries.matching(question))
        if hits is None:
            return self.database.match(question)
        return Matches(numbers_of(hits)[:BOUND], len(hits) <= BOUND)

    def documents(self, query: Query) -> list[int]:
        hits = ask(queries.documents(query)) if query else []
        return self.database.documents(query) if hits is None else numbers_of(hits)

    def highlights(self, query: Query, publications: Sequence[int]) -> dict[int, str]:
        if not query or not publications:
            return {}
        hits = ask(queries.highlights(query, publications))
        if hits is None:
            return self.database.highlights(query, publications)
        return {int(hit["_id"]): part for hit in hits if (part := part_of(hit))}

    def passages(
        self, query: Query, publications: Sequence[int], limit: int
    ) -> dict[int, list[Passage]]:
        if not query or not publications:
            return {}
        hits = ask(queries.passages(query, publications, limit))
        if hits is None:
            return self.database.passages(query, publications, limit)
        return {int(hit["_id"]): passages_of(hit) for hit in hits}

    def titles(self, text: str, locale: str, limit: int) -> list[int]:
        return self.database.titles(text, locale, limit)

    def known(self, words: Sequence[str]) -> set[str]:
        return self.database.known(words)

    def alike(self, word: str, limit: int) -> list[str]:
        return self.database.alike(word, limit)


def numbers_of(hits: Sequence[dict[str, Any]]) -> list[int]:
    return [int(hit["_id"]) for hit in hits]


def part_of(hit: dict[str, Any]) -> str:
    """Return the marked part of the one field that has some, or nothing."""
    parts = [part for found in hit.get("highlight", {}).values() for part in found]
    return parts[0] if parts else ""


def passages_of(hit: dict[str, Any]) -> list[Passage]:
    return [
        Passage(page["fields"]["pages.number"][0], part_of(page))
        for page in hit["inner_hits"]["pages"]["hits"]["hits"]
    ]
