"""The search over what is published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.publishing.content import cards
from cms.publishing.models import Publication, PublicationQuerySet, Resource
from cms.publishing.registry import type_named

MAX_LENGTH = 200
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
    """Return the listed pages and documents that have all the words, newest first.

    Pages in the reader's language alone; documents in whatever language they are.
    """
    rows = Publication.objects.listed()
    pages = rows.filter(resource=Resource.PAGES, locale=locale)
    documents = rows.filter(resource=Resource.DOCUMENTS)
    found = (pages | documents).matching(words)
    return found.order_by("-dated_at", "resource", "object_id").lists()


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
