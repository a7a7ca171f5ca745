"""A test for each change of the table."""

from collections.abc import Callable, Iterator
from typing import Any, get_args

from django.test import TestCase
from typing_extensions import TypeAliasType

from cms.publishing.registry import published_types
from cms.publishing.schemas import PublicSchema

from .cases import Case, all_cases
from .following import FollowingTestCase
from .observations import declared_in

# What a thing keeps for as long as it is there.
FIXED = {
    *("PageMeta.type", "DocumentMeta.type", "ImageMeta.type"),
    *("SnippetMeta.type", "RedirectMeta.type"),
    *("PageMeta.locale", "PageLink.locale", "SiteInfo.locale"),
    *("PageMeta.first_published_at", "DocumentMeta.first_published_at"),
    *("ImageMeta.first_published_at", "ImageMeta.date", "RedirectMeta.date"),
    *("LocaleInfo.code", "LocaleInfo.name", "TermMeta.locale"),
    # All images are made in the same formats.
    *("Rendition.media_type", "PictureSource.media_type", "DocumentLink.type"),
}


def is_fixed(name: str) -> bool:
    """Tell whether a field never changes: a number, or what kind of block it is."""
    schema, _, field = name.partition(".")
    of_a_block = schema.endswith("Item") and field == "type"
    return name in FIXED or of_a_block or field == "id"


class FreshnessTests(FollowingTestCase):
    """What follows from a change, everywhere, and nothing else."""


def check_of(case: Case) -> Callable[[Any], None]:
    def test(self: Any) -> None:
        self.follow(case)

    return test


for case in all_cases().values():
    setattr(FreshnessTests, f"test_{case.name}", check_of(case))


def inside(annotation: Any) -> Iterator[Any]:
    """Yield a type, and those of which it is made."""
    yield annotation
    if isinstance(annotation, TypeAliasType):
        yield from inside(annotation.__value__)
    for part in get_args(annotation):
        yield from inside(part)


def schemas_from(schema: type[PublicSchema]) -> set[type[PublicSchema]]:
    found, new = set(), {schema}
    while new:
        found |= new
        types = [
            part
            for each in new
            for field in each.model_fields.values()
            for part in inside(field.annotation)
        ]
        shapes = {
            t for t in types if isinstance(t, type) and issubclass(t, PublicSchema)
        }
        new = shapes - found
    return found


def public_fields() -> set[str]:
    """Return all that a public answer may say, as the table writes it."""
    return {
        f"{declared_in(schema, name)}.{name}"
        for published in published_types()
        for schema in schemas_from(published.detail)
        for name in schema.model_fields
    }


class TableTests(TestCase):
    """What the table must have."""

    def test_each_field_of_a_public_schema_is_seen_to_change(self):
        seen = {name for case in all_cases().values() for name in case.shows}

        assert {f for f in public_fields() - seen if not is_fixed(f)} == set()
        assert seen - public_fields() == set()
