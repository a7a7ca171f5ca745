"""What the public forms of a batch read beyond its own rows, loaded all at once.

Without it everything is the same, with some ten queries for each page.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from .known import known, paths_above
from .rich_text import targets_in


def load_relations(model: type[models.Model], things: Sequence[Any]) -> None:
    """Load what things of one model refer to, and give them what is known."""
    models.prefetch_related_objects(things, *lookups(model))
    for field in model._meta.concrete_fields:
        if isinstance(field, StreamField):
            load_streams([getattr(thing, field.attname) for thing in things])
        elif isinstance(field, RichTextField):
            load_targets(getattr(thing, field.attname) for thing in things)
    if issubclass(model, Page):
        known().fetch_paths(path for page in things for path in paths_above(page))
        known().fetch_translations(things)
    elif issubclass(model, AbstractDocument):
        known().fetch_uses(document.pk for document in things)


@cache
def lookups(model: type[models.Model]) -> tuple[str, ...]:
    """Return the relations of our own models, for `prefetch_related`."""
    found = [*keys_of(model), "locale"] if issubclass(model, Page) else keys_of(model)
    for field in model._meta.many_to_many:
        if isinstance(field, models.ManyToManyField):
            found.append(field.name)
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            if not is_wagtails(relation.related_model):
                name = relation.get_accessor_name()
                keys = keys_of(relation.related_model)
                found += [name, *(f"{name}__{key}" for key in keys)]
    return (*found, *relations_to_itself(model), *getattr(model, "shown_with", ()))


def relations_to_itself(model: type[models.Model]) -> list[str]:
    """Return the ways from a thing to others of its kind that name it."""
    return [
        str(relation.get_accessor_name())
        for relation in model._meta.related_objects
        if relation.related_model is model and relation.one_to_many
    ]


def keys_of(model: type[models.Model]) -> list[str]:
    """Return the foreign keys that lead from a model of ours to something shown."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and not isinstance(field, ParentalKey | models.OneToOneField)
        and not is_wagtails(field.model)
    ]


def is_wagtails(model: type[models.Model]) -> bool:
    """Tell whether the model is about editing: revisions, owners, comments."""
    return model.__module__.startswith("wagtail.")


def load_streams(streams: Sequence[Any]) -> None:
    """Turn the blocks of many bodies into values, with a query for each kind."""
    places: dict[str, list[tuple[Any, int, Any]]] = {}
    for stream in streams:
        for index, raw in enumerate(stream.raw_data):
            places.setdefault(raw["type"], []).append((stream, index, raw))
    for kind, found in places.items():
        block = found[0][0].stream_block.child_blocks.get(kind)
        if block is None:
            continue
        load_targets(strings_in([raw["value"] for _stream, _index, raw in found]))
        values = block.bulk_to_python([raw["value"] for _stream, _index, raw in found])
        for (stream, index, raw), value in zip(found, values, strict=True):
            stream[index] = (kind, value, raw.get("id"))


def strings_in(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for part in raw.values() if isinstance(raw, dict) else raw:
            yield from strings_in(part)


def load_targets(texts: Iterable[str]) -> None:
    """Look up what rich text links to."""
    numbers: dict[type[models.Model], set[int]] = {}
    for text in texts:
        if "linktype" in text:
            for model, pk in targets_in(text):
                numbers.setdefault(model, set()).add(pk)
    for model, pks in numbers.items():
        known().fetch(model, pks)
