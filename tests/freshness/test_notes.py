"""What the renderer notes is what makes things follow: without it, the table fails."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import pytest
from django.test import TestCase

from cms.publishing.models import Tag
from cms.publishing.render import Renderer
from tests.content import at
from tests.home.demonstration import DemonstrationTestCase

from .cases import Case, all_cases
from .following import FollowingTestCase
from .world import NOW, make_world

TRANSLATION_KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"

# Kinds that could be forgotten: of two neighbors in a series, and of a document and
# what replaced it, each names the other, and is followed with it for that.
SPARE = {"list-series", "list-replaced-by"}


def kind_of(tag: str) -> str:
    """Return what a tag says without the number of the thing: `page` of `page-12`."""
    return re.sub(rf"-([0-9]+|{TRANSLATION_KEY})$", "", tag)


def kinds() -> set[str]:
    return {kind_of(name) for name in Tag.objects.values_list("name", flat=True)}


def cases_by_kind() -> Iterator[tuple[str, Case]]:
    """Yield each kind of tag with the first change that needs it."""
    found: set[str] = set()
    for case in all_cases().values():
        for kind in sorted(case.by - found):
            found.add(kind)
            yield kind, case


class KindsTests(TestCase):
    def test_each_kind_of_tag_has_a_change_that_needs_it(self):
        with at(NOW):
            make_world()

        assert kinds() - SPARE == {kind for kind, case in cases_by_kind()}


class DemonstrationKindsTests(DemonstrationTestCase):
    def test_the_demonstration_has_no_other_kinds(self):
        assert kinds() - SPARE <= {kind for kind, case in cases_by_kind()}


class WithoutNotesTests(FollowingTestCase):
    """A world in which one kind of tag is forgotten by the renderer."""

    @classmethod
    def setUpTestData(cls) -> None:
        """Each test makes a world of its own."""


def fails_without(kind: str, case: Case) -> Callable[[Any], None]:
    def test(self: Any) -> None:
        note = Renderer.note

        def forgetful(renderer: Renderer, tag: str) -> None:
            if kind_of(tag) != kind:
                note(renderer, tag)

        with mock.patch.object(Renderer, "note", forgetful):
            with at(NOW):
                self.world = make_world()
            with pytest.raises(AssertionError):
                self.follow(case)

    return test


for kind, case in cases_by_kind():
    name = f"test_{case.name}_without_{kind}".replace("-", "_").replace(".", "_")
    setattr(WithoutNotesTests, name, fails_without(kind, case))
