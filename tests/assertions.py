"""Assertions that several tests share."""

from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries(ask: Callable[[], Any]) -> list[str]:
    """Return the SQL that asking takes, where no page is kept."""
    caches["answers"].clear()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return [query["sql"] for query in captured.captured_queries]


def assert_same_queries(ask: Callable[[], Any], grow: Callable[[], Any]) -> None:
    """Assert that a list takes as many queries when there is more to list."""
    ask()  # What the first request alone asks is cached after it.
    before = queries(ask)

    grow()
    ask()

    after = queries(ask)
    assert len(after) == len(before), "\n".join(after)
