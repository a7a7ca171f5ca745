"""Which model is published as what: `@publishes(NewsPage, card=NewsCard)`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypeVar

from django.db import models
from django.utils.module_loading import autodiscover_modules
from django.utils.text import capfirst
from django.utils.translation import get_language

from .models import Resource
from .schemas.base import PublicSchema

S = TypeVar("S", bound=type[PublicSchema])

# Names of facets by which lists of a type are filtered, with the values there are;
# None where anything may be asked for, such as the slug of a topic.
Filters = Mapping[str, Sequence[str] | None]


@dataclass(frozen=True)
class PublishedType:
    """A content type with its two public shapes."""

    model: type[Any]
    resource: str
    card: type[PublicSchema]
    detail: type[PublicSchema]
    filters: Filters

    @cached_property
    def name(self) -> str:
        """Return the name that clients use, for example `news.NewsPage`."""
        if issubclass(self.model, models.Model):
            return self.model._meta.label
        return f"cms.{self.model.__name__}"

    @property
    def label(self) -> str:
        """Return the name that readers know, in the active language."""
        return label_in(get_language(), self.name)


_types: dict[type, PublishedType] = {}


def publishes(
    model: type,
    *,
    card: type[PublicSchema],
    resource: str = Resource.PAGES,
    filters: Filters | None = None,
) -> Callable[[S], S]:
    """Declare a schema as the whole public shape of a model."""

    def register(detail: S) -> S:
        if not issubclass(detail, card):
            raise TypeError(f"{detail.__name__} must have all that {card.__name__} has")
        _types[model] = PublishedType(model, resource, card, detail, filters or {})
        types_by_name.cache_clear()
        return detail

    return register


@cache
def _discover() -> None:
    """Import the `api` module of every application, where the schemas are."""
    autodiscover_modules("api")


def published_types(resource: str | None = None) -> list[PublishedType]:
    """Return the published types, of one resource or of all, by name."""
    _discover()
    found = (t for t in _types.values() if resource in (None, t.resource))
    return sorted(found, key=lambda published: published.name)


def published_type(model: type) -> PublishedType:
    """Return how a model is published; raises KeyError where it is not."""
    _discover()
    return _types[model]


def type_named(name: str) -> PublishedType:
    """Return the published type of this name; raises KeyError for any other."""
    return types_by_name()[name]


@cache
def types_by_name() -> dict[str, PublishedType]:
    return {published.name: published for published in published_types()}


@cache
def label_in(language: str | None, name: str) -> str:
    """Return the label of a type in the active language, which must be this one.

    Each result of a search has one: translated anew, they take a tenth of the answer.
    """
    model = type_named(name).model
    if issubclass(model, models.Model):
        return capfirst(str(model._meta.verbose_name))
    return model.__name__
