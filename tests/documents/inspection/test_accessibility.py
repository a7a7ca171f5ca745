"""What is missing of a file's accessibility, in words."""

import pytest
from django.utils.translation import override

from documents.inspection import Inspection
from documents.inspection.accessibility import Grade, accessibility_of

WHOLE = {
    "is_tagged": True,
    "has_title": True,
    "has_language": True,
    "has_text_layer": True,
}


class AccessibilityTests:
    def test_nothing_is_missing(self):
        found = accessibility_of(Inspection(**WHOLE))

        assert (found.grade, found.missing) == (Grade.ACCESSIBLE, [])

    @pytest.mark.parametrize(
        ("fact", "words"),
        [("is_tagged", "tagged"), ("has_title", "title"), ("has_language", "language")],
    )
    def test_one_thing_missing_makes_it_partly_accessible(self, fact, words):
        found = accessibility_of(Inspection(**WHOLE | {fact: False}))

        assert found.grade == Grade.PARTLY
        assert [words in sentence for sentence in found.missing] == [True]

    def test_without_text_it_is_not_accessible_whatever_else_it_has(self):
        found = accessibility_of(Inspection(**WHOLE | {"has_text_layer": False}))

        assert found.grade == Grade.NOT_ACCESSIBLE

    def test_all_that_is_missing_is_said_the_worst_first(self):
        found = accessibility_of(Inspection(**dict.fromkeys(WHOLE, False)))

        assert len(found.missing) == 4
        assert "pictures without text" in found.missing[0]

    def test_other_kinds_are_not_checked(self):
        found = accessibility_of(Inspection())

        assert (found.grade, found.missing) == (Grade.UNKNOWN, [])

    def test_it_speaks_spanish(self):
        with override("es"):
            found = accessibility_of(Inspection(**dict.fromkeys(WHOLE, False)))

            assert found.label == "No es accesible"
            assert "escaneado" in found.missing[0]
