"""From a query to what is shown of its results: hits, facets, and mended words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from cms.alternates import active_language, path_in
from cms.document_labels import document_label
from cms.legible import legible
from cms.publishing.models import NEVER, Resource
from cms.publishing.registry import type_named
from cms.publishing.statements import moment

from .highlights import without_title
from .index import Matches, Passage, Question, index
from .language import Query
from .shown import Shown, shown
from .spelling import mended

# Pages of a file that are shown below a hit.
PASSAGES = 3
# Where fewer have the words, those in other languages are told of.
FEW = 5


@dataclass(frozen=True)
class Hit:
    """One result, with what a list shows of it; parts of texts are marked (`MARKS`)."""

    row: Shown
    card: dict[str, Any]
    highlight: str = ""
    passages: Sequence[Passage] = ()

    @property
    def title(self) -> str:
        return self.row.title

    @property
    def path(self) -> str:
        return self.row.path

    @property
    def path_here(self) -> str:
        """Return the path of its page; a document's is there in each language."""
        if self.row.resource == Resource.DOCUMENTS:
            return path_in(active_language(), self.path)
        return self.path

    @property
    def summary(self) -> str:
        return self.row.summary

    @property
    def type_label(self) -> str:
        if self.row.resource == Resource.DOCUMENTS:
            return document_label(
                "document_type", self.card.get("document_type", "")
            ) or _("Document")
        return type_named(self.row.type).label

    @property
    def date(self) -> datetime | None:
        dated_at = moment(self.row.dated_at)
        return None if dated_at == NEVER else dated_at

    @property
    def status_label(self) -> str:
        """Return the status of a document that is not simply current."""
        is_current = self.card.get("status", "current") == "current"
        return "" if is_current else document_label("status", self.card["status"])

    @property
    def file_path(self) -> str:
        """Return the address of a document's file, to which `#page=3` is added."""
        return str(self.meta.get("download_url", ""))

    @property
    def meta(self) -> dict[str, Any]:
        meta: dict[str, Any] = self.card.get("meta", {})
        return meta


@dataclass(frozen=True)
class Found:
    """What was found for a question, all of which may have been mended.

    `instead` is the query that was answered in place of the one that found nothing.
    """

    question: Question
    matches: Matches
    instead: str = ""

    @property
    def total(self) -> int:
        return len(self.matches.found)

    @property
    def is_little(self) -> bool:
        """Tell whether few things, or none, have the words as they were asked."""
        return bool(self.instead) or self.total < FEW

    def part(self, start: int, end: int) -> list[int]:
        return self.matches.found[start:end]


def find(question: Question, mend: bool = True) -> Found:
    """Return what fits a question; where nothing does, what fits when it is mended."""
    keeper = index()
    matches = keeper.match(question)
    if matches.found or not question.query or not mend:
        return Found(question, matches)
    others = [replace(question, query=q) for q in mended(question.query, keeper)]
    tried = [(keeper.match(other), other) for other in others]
    again, other = max(
        tried, key=lambda one: len(one[0].found), default=(matches, question)
    )
    if not again.found:
        # A word that nothing public has is not told.
        return Found(question, matches)
    return Found(other, again, words_of(other.query))


def words_of(query: Query) -> str:
    """Return a query as a person would write it."""
    clauses = (" OR ".join(map(written, clause)) for clause in query.clauses)
    without = (f"-{written(term)}" for term in query.excluded)
    return " ".join([*clauses, *without])


def written(term: Any) -> str:
    return f'"{term}"' if len(term.words) > 1 else str(term)


def hits(query: Query, numbers: Sequence[int], highlighted: bool = True) -> list[Hit]:
    """Return what is shown of publications: one query, three where highlighted."""
    found = shown(numbers)
    parts: dict[int, str] = {}
    passages: dict[int, list[Passage]] = {}
    if highlighted:
        parts = index().highlights(query, numbers)
        files = [row.pk for row in found if row.text_etag]
        passages = index().passages(query, files, PASSAGES)
    return [
        Hit(
            row,
            json.loads(row.card),
            without_title(parts.get(row.pk, ""), row.title),
            passages.get(row.pk, ()),
        )
        for row in found
    ]


def completed(text: str, locale: str, limit: int) -> list[Hit]:
    """Return things whose titles go on from what was typed, none of them twice."""
    numbers = index().titles(legible(text).strip(), locale, limit)
    return hits(Query(), numbers, highlighted=False)
