"""Changing what nobody may see changes no answer, count, order, facet or header."""

import os
from typing import Any
from unittest import mock

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from hypothesis import HealthCheck, Phase, find, given, reject, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.publishing.models import Counter
from tests.content import at
from tests.freshness.following import told
from tests.freshness.observations import log

from .hidden import all_hidden
from .questions import answer, questions
from .world import NIGHT, make_hiding_world

EXAMPLES = int(os.environ.get("ORACLE_EXAMPLES", "100"))
QUESTIONS_AN_EXAMPLE = 12
# Filters of visibility, what each says of anything where it is broken, and a change
# that shows then.
FILTERS = (
    ("cms.models.pages.why_page_is_not_public", None, "a_private_page"),
    ("cms.models.pages.why_page_is_not_public", None, "a_draft_that_is_new"),
    ("cms.models.snippets.is_in_use", True, "snippets_that_nothing_uses"),
    *(
        (f"cms.publishing.redirects.{name}", value, change)
        for name, value, change in (
            ("why_page_is_not_public", None, "a_redirect_to_a_hidden_page"),
            ("is_public_path", True, "a_redirect_to_a_hidden_address"),
            ("Redirect.why_not_followed", None, "a_redirect_behind_a_page"),
        )
    ),
)

oracle = settings(
    max_examples=EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)


def state() -> Any:
    """Return all that the log tells, and how far it is."""
    rows = {key: told(entry) for key, entry in log().items()}
    return rows, Counter.objects.values_list("sequence", "pruned_through").get()


def simplest(strategy: Any) -> Any:
    return find(strategy, lambda value: True)


class OracleTests(TestCase):
    """Each example begins with the same site, and all that it does is taken back."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = make_hiding_world()
        with at(NIGHT):
            answer("/")  # What is due is published.
            cls.before = {path: answer(path) for path in questions(cls.world)}
            cls.state = state()

    def change(self, name: str, draw: Any) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            try:
                all_hidden()[name](self.world, draw)
            except ObjectDoesNotExist:
                reject()  # The change before has deleted it.

    def see_nothing(self, paths: Any) -> None:
        assert state() == self.state
        differing = [path for path in paths if answer(path) != self.before[path]]
        assert differing == []

    @oracle
    @given(data=st.data())
    def test_no_answer_tells_of_a_hidden_change(self, data):
        changes = st.sampled_from(sorted(all_hidden()))
        names = st.lists(changes, min_size=1, max_size=2, unique=True)
        paths = st.lists(
            st.sampled_from(sorted(self.before)),
            min_size=QUESTIONS_AN_EXAMPLE,
            max_size=QUESTIONS_AN_EXAMPLE,
            unique=True,
        )

        with at(NIGHT):
            for name in data.draw(names, "changes"):
                self.change(name, data.draw)

            self.see_nothing(data.draw(paths, "questions"))

    def test_no_answer_is_an_error(self):
        """Else nothing would be seen to change in what cannot be answered."""
        asked = {path: status for path, (status, *_) in self.before.items()}

        assert [path for path, status in asked.items() if status >= 500] == []
        assert sum(status == 200 for status in asked.values()) > 150

    def test_a_leak_is_seen(self):
        """Without one of the filters, changes of what is hidden show."""
        for broken, value, name in FILTERS:
            with self.subTest(name), mock.patch(broken, return_value=value):
                self.see_something(name)

    def see_something(self, name: str) -> None:
        with at(NIGHT), transaction.atomic():
            self.change(name, simplest)

            with pytest.raises(AssertionError):
                self.see_nothing(self.before)
            transaction.set_rollback(True)
