"""What editors put on top of the results of a query (Wagtail's search promotions)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

from cms.publishing.models import Publication, Resource
from cms.publishing.record import lock
from cms.publishing.statements import fetch, places
from cms.publishing.stored import take_sequences

from .language import WORDS, plain


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
    f"SELECT DISTINCT query.id, query_string FROM {QUERIES} query "
    f"JOIN {PROMOTIONS} chosen ON chosen.query_id = query.id ORDER BY query.id"
)


def promoted(text: str, locale: str, version: str) -> list[Promoted]:
    """Return what editors chose for a query, in their order, a page in this language.

    Three queries, mostly none. `version` is that of the log, as it was read at the
    beginning of the request.
    """
    queries = with_promotions(version).get(comparable(text))
    if not queries:
        return []
    chosen = fetch(
        "SELECT page_id, external_link_url, external_link_text, description "
        f"FROM {PROMOTIONS} WHERE query_id IN ({places(queries)}) "
        "ORDER BY query_id, sort_order, id",
        queries,
    )
    return list(shown([Chosen(*row) for row in chosen], locale))


def comparable(text: str) -> str:
    """Return the words of a query, however somebody writes them."""
    return plain(" ".join(WORDS.findall(text)))


def with_promotions(version: str) -> dict[str, tuple[int, ...]]:
    """Return for which queries something was chosen; kept under the log's state."""
    key = f"promotions-{version}"
    kept: dict[str, tuple[int, ...]] | None = caches["answers"].get(key)
    if kept is None:
        kept = {}
        for number, words in fetch(HAVE_SOME):
            if alike := comparable(words):
                kept[alike] = (*kept.get(alike, ()), number)
        caches["answers"].set(key, kept)
    return kept


def shown(chosen: list[Chosen], locale: str) -> Iterator[Promoted]:
    pages = public_pages([one.page_id for one in chosen if one.page_id], locale)
    for one in chosen:
        if one.page_id is None:
            yield Promoted(one.words or one.url, one.url, one.description)
        elif row := pages.get(one.page_id):
            # An editor describes the page that was chosen, in its language.
            own = one.description if row.object_id == one.page_id else ""
            yield Promoted(row.title, row.path, own or row.summary, row)


def public_pages(numbers: Sequence[int], locale: str) -> dict[int, Publication]:
    """Return what is public of pages, in this language where it is there: two queries.

    Under the numbers of the pages that were asked for.
    """
    if not numbers:
        return {}
    those = Page.objects.filter(pk__in=numbers).values("translation_key")
    keys = dict(
        Page.objects.filter(translation_key__in=those).values_list(
            "pk", "translation_key"
        )
    )
    rows = Publication.objects.listed().of(Resource.PAGES).filter(object_id__in=keys)
    found = {row.object_id: row for row in rows}
    translated = {keys[row.object_id]: row for row in rows if row.locale == locale}
    return {
        number: row
        for number in numbers
        if number in keys
        if (row := translated.get(keys[number]) or found.get(number))
    }


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
