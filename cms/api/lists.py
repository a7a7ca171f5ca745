"""A list of published things, in three queries: due, how many, which."""

import json
from typing import Any

from django.db.models import CharField, Count, Exists, F, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, Site

from cms.publishing.models import (
    Facet,
    Publication,
    PublicationQuerySet,
    Resource,
)
from cms.publishing.registry import published_types

from .caching import Version, answer, dump, etag_of
from .fields import FieldPlans
from .freshness import fresh
from .parameters import ORDERS
from .problems import bad_parameter
from .query import ListQuery, PageListQuery

ABOVE = ("child_of", "descendant_of")


def send_list(
    request: HttpRequest, resource: str, query: ListQuery
) -> HttpResponseBase:
    """Answer with the things that a query asks for."""
    types = getattr(query, "type", None) or published_types(resource)
    plans = FieldPlans(query.fields, types, "card") if query.fields else None
    log = fresh(request, query)
    rows = filtered(Publication.objects.of(resource).listed(), query)
    total, version = state_of(rows, query, log.sequence)
    texts = texts_of(ordered(rows, query), query, plans)
    content = f'{{"meta":{{"total_count":{total}}},"items":[{",".join(texts)}]}}'
    locale = getattr(query, "locale", None)
    headers = {"Content-Language": locale} if locale else {}
    return answer(
        request, content, etag=etag_of(content), version=version, headers=headers
    )


def filtered(rows: PublicationQuerySet, query: ListQuery) -> PublicationQuerySet:
    if query.search:
        rows = rows.matching(query.search)
    if locale := getattr(query, "locale", None):
        rows = rows.filter(locale=locale)
    for name, values in query.asked_filters():
        rows = rows.with_facet(name, values)
    return placed(rows, query) if isinstance(query, PageListQuery) else rows


def placed(rows: PublicationQuerySet, query: PageListQuery) -> PublicationQuerySet:
    """Narrow pages down to types and to places in the tree."""
    if query.type:
        rows = rows.filter(type__in=[published.name for published in query.type])
    if query.child_of == "root":
        rows = rows.filter(parent_id__in=home_pages(query.locale).values("pk"))
    elif query.child_of:
        rows = rows.filter(parent_id=query.child_of)
    if query.descendant_of == "root":
        number = Cast("pk", CharField())
        above = home_pages(query.locale).annotate(number=number).values("number")
        facets = Facet.objects.filter(name="ancestor", value__in=above)
        rows = rows.filter(pk__in=facets.values("publication_id"))
    elif query.descendant_of:
        rows = rows.below(query.descendant_of)
    return rows


def home_pages(locale: str | None) -> QuerySet[Any]:
    """Return the home page that `root` means: in this language, or the site's own."""
    if locale is None:
        return Page.objects.filter(pk__in=roots().values("root_page_id"))
    keys = roots().values("root_page__translation_key")
    return Page.objects.filter(translation_key__in=keys, locale__language_code=locale)


def roots() -> QuerySet[Any]:
    return Site.objects.filter(is_default_site=True)


def state_of(
    rows: PublicationQuerySet, query: ListQuery, sequence: int
) -> tuple[int, Version]:
    """Return how many rows there are, and the version of the log as a whole.

    Whatever leaves a list moves the log, but none of the rows that stay. Raises a
    problem where the page, below which the list is asked for, is not public.
    """
    places = {name: getattr(query, name, None) for name in ABOVE}
    numbers = {name: place for name, place in places.items() if isinstance(place, int)}
    public = Publication.objects.of(Resource.PAGES).live()
    found = Publication.objects.order_by("-sequence").annotate(
        total=Coalesce(Subquery(counted(rows)), 0),
        next_change=Subquery(next_change()),
        **{name: Exists(public.filter(object_id=n)) for name, n in numbers.items()},
    )
    state = found.values(
        *("sequence", "recorded_at", "total", "next_change"), *numbers
    ).first()
    for name in numbers:
        if state is None or not state[name]:
            raise bad_parameter(name, "names no page that is public")
    if state is None:
        return 0, Version(sequence, None, None)
    # The last row may have been a tombstone that is no longer kept.
    sequence = max(sequence, state["sequence"])
    version = Version(sequence, state["recorded_at"], state["next_change"])
    return state["total"], version


def counted(rows: PublicationQuerySet) -> QuerySet[Any]:
    """Return the number of rows as a subquery, which has none where there are none."""
    return (
        rows.order_by().values("resource").annotate(number=Count("pk")).values("number")
    )


def next_change() -> QuerySet[Any]:
    """Return the next moment at which anything changes, of which a list may tell."""
    due = Publication.objects.live().filter(changes_at__isnull=False)
    return due.order_by("changes_at").values("changes_at")[:1]


def ordered(rows: PublicationQuerySet, query: ListQuery) -> PublicationQuerySet:
    """Return one page of the list, in an order that leaves nothing open."""
    names = [*query.order]
    if not {"id", "-id"} & set(names):
        names.append("id")
    clauses = [
        F(ORDERS[name.lstrip("-")]).desc(nulls_last=True)
        if name.startswith("-")
        else F(ORDERS[name]).asc(nulls_last=True)
        for name in names
    ]
    return rows.order_by(*clauses)[query.offset : query.offset + query.limit]


def texts_of(
    rows: PublicationQuerySet,
    query: ListQuery,
    plans: FieldPlans | None,
) -> list[str]:
    """Return the items as JSON texts: as they are stored, unless fields are chosen."""
    if plans is None:
        return list(rows.values_list("card", flat=True))
    if query.fields and query.fields.is_everything:
        return list(rows.values_list("body", flat=True))
    column = "body" if plans.needs_bodies else "card"
    pairs = rows.values_list("type", column)
    return [dump(plans.apply(name, json.loads(text))) for name, text in pairs]
