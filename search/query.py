"""The search over what is published."""

import operator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Any

from django.db.models import Case, Value, When
from django.db.models.expressions import Combinable

from cms.publishing.content import cards
from cms.publishing.models import Publication, PublicationQuerySet, Resource
from cms.publishing.registry import type_named

MAX_LENGTH = 200
# SQLite cannot read a sum of a hundred terms, and no title has as many words.
RANKED_WORDS = 10
SEARCHED = (Resource.PAGES, Resource.DOCUMENTS)


@dataclass(frozen=True)
class Hit:
    """One result, with what a list shows of it."""

    title: str
    url: str
    summary: str
    type_label: str
    date: datetime | None


class QueryTooLongError(ValueError):
    """The query has more than `MAX_LENGTH` characters."""


def words_of(query: str) -> list[str]:
    """Return the words of a query; raises QueryTooLongError."""
    if len(query) > MAX_LENGTH:
        raise QueryTooLongError(len(query))
    return query.replace("\x00", " ").split()


def matches(words: list[str], locale: str) -> PublicationQuerySet:
    """Return the listed pages and documents that have all the words.

    Those with more of the words in their title come first, then the newest. Pages in
    the reader's language alone; documents in whatever language they are.
    """
    rows = Publication.objects.listed()
    pages = rows.filter(resource=Resource.PAGES, locale=locale)
    documents = rows.filter(resource=Resource.DOCUMENTS)
    found = (pages | documents).matching(words)
    ranked = found.annotate(in_title=words_in_title(words))
    order = ("-in_title", "-dated_at", "resource", "object_id")
    return ranked.order_by(*order).lists()


def words_in_title(words: list[str]) -> Combinable:
    """Return an expression for how many of the first words a title has."""
    matched = (
        Case(When(title__icontains=word, then=1), default=0)
        for word in words[:RANKED_WORDS]
    )
    return reduce(operator.add, matched, Value(0))


def hits(publications: list[Publication]) -> list[Hit]:
    """Return what a list of results shows of rows of the log."""
    pairs = zip(publications, cards(publications), strict=True)
    return [hit_of(publication, card) for publication, card in pairs]


def hit_of(publication: Publication, card: Any) -> Hit:
    return Hit(
        title=card.title,
        url=card.meta.path,
        summary=card.summary or getattr(card, "lead", ""),
        type_label=type_named(publication.type).label,
        date=publication.dated_at,
    )
