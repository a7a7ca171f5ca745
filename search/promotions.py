"""What editors put on top of the results of a query (Wagtail's search promotions)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

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


CHOSEN = (
    "SELECT page_id, external_link_url, external_link_text, description "
    f"FROM {SearchPromotion._meta.db_table} chosen "
    f"JOIN {Query._meta.db_table} query ON query.id = chosen.query_id "
    "WHERE query.query_string = %s ORDER BY sort_order, chosen.id"
)


def promoted(text: str) -> list[Promoted]:
    """Return what editors chose for a query, in their order: one query, or two."""
    chosen = [Chosen(*row) for row in fetch(CHOSEN, [normalise_query_string(text)])]
    if not chosen:
        return []
    numbers = [one.page_id for one in chosen if one.page_id]
    rows = Publication.objects.listed().of(Resource.PAGES)
    pages = {row.object_id: row for row in rows.filter(object_id__in=numbers)}
    return list(shown(chosen, pages))


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
