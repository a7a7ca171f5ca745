"""What editors put on top of the results of a query (Wagtail's search promotions)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.search.utils import normalise_query_string

from cms.publishing.models import Publication, Resource
from cms.publishing.record import lock
from cms.publishing.statements import fetch
from cms.publishing.stored import take_sequences


@dataclass(frozen=True)
class Promoted:
    """A public page, or an address elsewhere, with an editor's words about it."""

    title: str
    url: str
    description: str
    row: Publication | None = None


class Chosen(NamedTuple):
    """What an editor chose: a page, or an address elsewhere and its words."""

    page_id: int | None
    url: str
    words: str
    description: str


PROMOTIONS, QUERIES = SearchPromotion._meta.db_table, Query._meta.db_table
HAVE_SOME = (
    f"SELECT DISTINCT query_string FROM {QUERIES} query "
    f"JOIN {PROMOTIONS} chosen ON chosen.query_id = query.id"
)
CHOSEN = (
    "SELECT page_id, external_link_url, external_link_text, description "
    f"FROM {PROMOTIONS} chosen JOIN {QUERIES} query ON query.id = chosen.query_id "
    "WHERE query.query_string = %s ORDER BY sort_order, chosen.id"
)


def promoted(text: str, version: str) -> list[Promoted]:
    """Return what editors chose for a query, in their order: two queries, mostly none.

    `version` is that of the log, as it was read at the beginning of the request.
    """
    words = normalise_query_string(text)
    if words not in with_promotions(version):
        return []
    chosen = [Chosen(*row) for row in fetch(CHOSEN, [words])]
    numbers = [one.page_id for one in chosen if one.page_id]
    rows = Publication.objects.listed().of(Resource.PAGES)
    pages = {row.object_id: row for row in rows.filter(object_id__in=numbers)}
    return list(shown(chosen, pages))


def with_promotions(version: str) -> frozenset[str]:
    """Return the queries for which something was chosen; kept under the log's state."""
    key = f"promotions-{version}"
    kept: frozenset[str] | None = caches["answers"].get(key)
    if kept is None:
        kept = frozenset(words for (words,) in fetch(HAVE_SOME))
        caches["answers"].set(key, kept)
    return kept


def shown(chosen: list[Chosen], pages: dict[int, Publication]) -> Iterator[Promoted]:
    for one in chosen:
        if one.page_id is None:
            yield Promoted(one.words or one.url, one.url, one.description)
        elif row := pages.get(one.page_id):
            yield Promoted(row.title, row.path, one.description or row.summary, row)


def connect() -> None:
    for signal in (post_save, post_delete):
        for model in (Query, SearchPromotion):
            signal.connect(
                promotions_changed,
                sender=model,
                dispatch_uid=f"search_{model.__name__}",
            )


def promotions_changed(**kwargs: Any) -> None:
    """Move the state of the log, under which pages and answers are kept."""
    with transaction.atomic():
        lock()
        take_sequences(1)
