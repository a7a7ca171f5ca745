"""What editors put on top of the results of a query (Wagtail's search promotions)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.search.utils import normalise_query_string

from cms.publishing.models import Publication, Resource
from cms.publishing.record import lock
from cms.publishing.stored import take_sequences


@dataclass(frozen=True)
class Promoted:
    """A public page, or an address elsewhere, with an editor's words about it."""

    title: str
    url: str
    description: str
    row: Publication | None = None


def promoted(text: str) -> list[Promoted]:
    """Return what editors chose for a query, in their order: one query, or two."""
    chosen = list(
        SearchPromotion.objects.filter(
            query__query_string=normalise_query_string(text)
        ).order_by("sort_order", "pk")
    )
    if not chosen:
        return []
    numbers = [promotion.page_id for promotion in chosen if promotion.page_id]
    rows = Publication.objects.listed().of(Resource.PAGES)
    pages = {row.object_id: row for row in rows.filter(object_id__in=numbers)}
    return list(shown(chosen, pages))


def shown(chosen: list[Any], pages: dict[int, Publication]) -> Iterator[Promoted]:
    for promotion in chosen:
        if promotion.page_id is None:
            words = promotion.external_link_text or promotion.external_link_url
            yield Promoted(words, promotion.external_link_url, promotion.description)
        elif row := pages.get(promotion.page_id):
            about = promotion.description or row.summary
            yield Promoted(row.title, row.path, about, row)


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
