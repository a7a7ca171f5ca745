"""From rows of the log to the things they stand for, and back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.contrib.redirects.models import Redirect as StoredRedirect
from wagtail.models import Page

from .models import Resource
from .publishable import Publishable, is_publishable
from .redirects import Redirect
from .registry import published_type, published_types
from .relations import load_relations
from .site_in_locale import SiteInLocale

# How many things are looked at together: what they need is in memory at once.
BATCH = 100

# What is no model of ours, and has a class that loads it by number.
WRAPPED: dict[str, Callable[[Sequence[int]], Iterable[Any]]] = {
    Resource.SITE: lambda pks: SiteInLocale.load_all(),
    Resource.REDIRECTS: Redirect.load_many,
}

T = TypeVar("T")

# Resource and object id, under which the log knows a thing.
Reference = tuple[str, int]
Things = dict[Reference, Publishable]


def reference_to(obj: Any) -> Reference:
    return published_type(type(obj)).resource, obj.pk


def load(resource: str, object_id: int) -> Publishable | None:
    """Return the thing as the database has it now, or None where it is gone."""
    return load_many([(resource, object_id)]).get((resource, object_id))


def load_many(references: Iterable[Reference]) -> Things:
    """Return the things as the database has them now, in the order of references.

    Those that are gone are left out, even if half of a page is still there: its own
    table comes first when it is deleted, Wagtail's last. What their public forms read
    is loaded with them.
    """
    references = list(references)
    found: dict[Reference, Any] = {}
    for resource, pks in by_resource(references).items():
        if resource in WRAPPED:
            found |= {(resource, one.pk): one for one in WRAPPED[resource](pks)}
            continue
        for model, own in by_model(resource, pks).items():
            things = list(model._default_manager.filter(pk__in=own))
            load_relations(model, things)
            found |= {(resource, thing.pk): thing for thing in things}
    return {r: found[r] for r in references if r in found}


def load_bare(references: Iterable[Reference]) -> Things:
    """Return the things without what only their types have: is anybody to see them?"""
    references = list(references)
    found: dict[Reference, Any] = {}
    for resource, pks in by_resource(references).items():
        if resource == Resource.PAGES:
            pages = Page.objects.filter(pk__in=pks).specific(defer=True)
            things = list(filter(is_publishable, pages))
        elif resource in WRAPPED:
            things = list(WRAPPED[resource](pks))
        else:
            things = list(all_of(resource).filter(pk__in=pks))
        found |= {(resource, thing.pk): thing for thing in things}
    return {r: found[r] for r in references if r in found}


def by_resource(references: Iterable[Reference]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for resource, pk in references:
        found.setdefault(resource, []).append(pk)
    return found


def by_model(resource: str, pks: Sequence[int]) -> dict[type[models.Model], list[int]]:
    """Return the numbers by the model that publishes them."""
    if resource != Resource.PAGES:
        return {models_of(resource)[0]: list(pks)}
    known_models = set(models_of(resource))
    found: dict[type[models.Model], list[int]] = {}
    types = Page.objects.filter(pk__in=pks).values_list("pk", "content_type_id")
    for pk, content_type in types:
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model in known_models:
            found.setdefault(model, []).append(pk)
    return found


def models_of(resource: str) -> list[type[models.Model]]:
    """Return the models that are published as this resource."""
    return [published.model for published in published_types(resource)]


def all_of(resource: str) -> "models.QuerySet[Any]":
    """Return all things of a resource that is kept in tables, public or not."""
    if resource == Resource.REDIRECTS:
        return StoredRedirect.objects.all()
    if resource != Resource.PAGES:
        return models_of(resource)[0]._default_manager.all()
    types = ContentType.objects.get_for_models(*models_of(resource)).values()
    return Page.objects.filter(content_type__in=types)


def count(resource: str, after: int = 0) -> int:
    """Return how many things `batches` yields."""
    if resource == Resource.SITE:
        return sum(one.pk > after for one in SiteInLocale.load_all())
    return all_of(resource).filter(pk__gt=after).count()


def batches(resource: str, after: int = 0) -> Iterator[list[Reference]]:
    """Yield references to all things of a resource, by number, a batch at a time.

    `after` leaves out what comes up to this number.
    """
    if resource == Resource.SITE:
        homes = sorted(one.pk for one in SiteInLocale.load_all() if one.pk > after)
        yield [(resource, pk) for pk in homes]
        return
    things = all_of(resource).order_by("pk").values_list("pk", flat=True)
    while pks := list(things.filter(pk__gt=after)[:BATCH]):
        yield [(str(resource), pk) for pk in pks]
        after = pks[-1]


def batched(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Yield the items in lists of a size."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
