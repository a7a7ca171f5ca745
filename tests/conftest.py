"""What all tests share: their database, and nothing left over from one another."""

import os
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import TransactionTestCase

from search import insight
from tests.as_in_production import CachedHandler
from tests.databases import (
    PostgresTestDatabase,
    SQLiteTestDatabase,
    database_of,
)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker
) -> Iterator[SQLiteTestDatabase | PostgresTestDatabase]:
    """In place of pytest-django's: copies a template instead of migrating anew."""
    database = database_of(os.environ.get("PYTEST_XDIST_WORKER", "main"))
    flush = TransactionTestCase._fixture_teardown

    with django_db_blocker.unblock():
        database.create()
    # Django would flush the tables after a test that commits, and with them the
    # root page, locales, groups and workflow that the migrations made.
    TransactionTestCase._fixture_teardown = lambda self: database.restore()
    yield database
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        database.destroy()


@pytest.fixture(autouse=True)
def empty_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept there belongs to a database that is gone."""
    for name in caches:
        caches[name].clear()
    monkeypatch.setattr("cms.publishing.reading._known", None)


@pytest.fixture(autouse=True)
def as_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients ask through the cache that stands before Django."""
    monkeypatch.setattr("django.test.client.ClientHandler", CachedHandler)


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """Words that another test looked for are not written in the midst of this one."""
    insight.tally.take()
