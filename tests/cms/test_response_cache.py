"""Whole responses that are sent again before Django hears of the request."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection
from django.test import (
    Client,
    TransactionTestCase,
    override_settings,
)
from django.utils import timezone
from wagtail.models import Page

from cms.publishing.models import Counter, Publication, Resource
from cms.publishing.record import follow_all
from search import insight
from tests.as_in_production import CachedHandler
from tests.cms.response_cases import DJANGO, ResponseCacheTestCase
from tests.content import at
from tests.databases import lose
from tests.factories import NewsPageFactory, WebinarPageFactory

READ = "cms.response_cache.read_state"


class SentAgainTests(ResponseCacheTestCase):
    def test_as_it_was_for_one_query(self):
        for path in self.paths:
            first = self.client.get(path)

            with self.assertNumQueries(1), mock.patch(DJANGO, side_effect=LookupError):
                second = self.client.get(path)

            assert second.content == first.content
            assert second.status_code == first.status_code == 200
            assert list(second.items()) == list(first.items())

    def test_so_is_that_it_has_not_changed(self):
        for path in self.paths:
            headers = {"If-None-Match": self.client.get(path)["ETag"]}
            first = self.client.get(path, headers=headers)

            with self.assertNumQueries(1), mock.patch(DJANGO, side_effect=LookupError):
                second = self.client.get(path, headers=headers)

            assert second.status_code == first.status_code == 304
            assert list(second.items()) == list(first.items())

    def test_not_after_anything_was_published(self):
        for path in self.paths:
            self.client.get(path)
        self.page.title = "After"
        self.page.save_revision().publish()

        for path in self.paths:
            assert self.asks_django(path), path
        for path in self.paths[:3]:
            assert b"After" in self.client.get(path).content

    def test_not_once_it_is_hidden(self):
        self.client.get(self.detail)
        self.client.get(self.page.url)
        self.page.unpublish()

        for path in (self.detail, self.page.url):
            assert self.client.get(path).status_code == 410

    def test_not_where_something_is_due(self):
        webinar = WebinarPageFactory()
        path = f"/api/v2/pages/{webinar.pk}/"
        before = self.client.get(path)

        with at(webinar.ends_at + timedelta(seconds=1)):
            after = self.client.get(path)

        assert after.content != before.content

    def test_not_where_the_log_cannot_be_read(self):
        self.client.get(self.detail)

        with mock.patch(READ, side_effect=OperationalError("gone")):
            assert self.asks_django(self.detail)

    @override_settings(DEBUG=True)
    def test_never_while_the_code_is_being_written(self):
        self.client.get(self.detail)

        assert self.asks_django(self.detail)


class SteadyTests(ResponseCacheTestCase):
    """What the headers say of time is true whenever they are sent."""

    def test_the_age_shrinks_before_a_known_change(self):
        now = timezone.now()
        Publication.objects.filter(object_id=self.page.pk).update(
            changes_at=now + timedelta(seconds=90), recorded_at=now - timedelta(hours=1)
        )

        ages, sizes = [], []
        for seconds in (0, 29, 31, 60, 80):
            with at(now + timedelta(seconds=seconds)):
                ages.append(self.client.get(self.detail)["Cache-Control"])
                sizes.append(caches["answers"].size)

        assert ages == [f"public, max-age={age}" for age in (60, 60, 59, 30, 10)]
        # What is true for a second is not kept.
        assert len(set(sizes)) == 1

    def test_a_time_that_is_set_counts_though_nothing_is_published(self):
        Publication.objects.update(recorded_at=timezone.now() - timedelta(hours=1))
        self.client.get(self.detail)
        sequence, noted = self.numbers()

        expires = timezone.now() + timedelta(seconds=30)
        Page.objects.filter(pk=self.page.pk).update(expire_at=expires)
        follow_all([(Resource.PAGES, self.page.pk)])

        assert self.numbers()[0] == sequence
        assert self.numbers()[1] > noted
        age = self.client.get(self.detail)["Cache-Control"]
        assert 25 <= int(age.rpartition("=")[2]) <= 30

    def numbers(self) -> tuple[int, int]:
        return Counter.objects.values_list("sequence", "noted").get()


class LastingConnectionTests(TransactionTestCase):
    """As a server has it: a connection that stays open between requests."""

    def test_what_is_sent_is_what_is_published(self):
        page = NewsPageFactory(title="Before")
        path = f"/api/v2/pages/{page.pk}/"
        for step in ("made", "sent again", "sent again"):
            connection.ensure_connection()
            assert self.title(path) == "Before", step
        lose(connection)
        assert self.title(path) == "Before"

        page.title = "After"
        page.save_revision().publish()

        for step in ("made", "sent again"):
            connection.ensure_connection()
            assert self.title(path) == "After", step
        page.unpublish()
        connection.ensure_connection()
        assert self.client.get(path).status_code == 410

    def title(self, path: str) -> str:
        title: str = self.client.get(path).json()["title"]
        return title


class NotKeptTests(ResponseCacheTestCase):
    def test_what_is_not_there(self):
        for path in ("/api/v2/pages/999/", "/nowhere/", "/api/v2/pages/?nope=1"):
            self.client.get(path)

            assert self.asks_django(path), path

    def test_a_search_that_is_counted(self):
        for path in ("/search/?q=before", "/api/v2/search/?q=before"):
            for _ in range(3):
                self.client.get(path)

        assert sum(insight.tally.take().times.values()) == 6

    def test_one_that_is_not_counted_is(self):
        path = "/api/v2/search/?q=before&offset=20"
        self.client.get(path)

        assert not self.asks_django(path)

    def test_what_is_for_one_visitor(self):
        for name, value in (("Vary", "Accept-Language"), ("Set-Cookie", "a=b")):
            with self.subTest(name), changed(name, value):
                self.client.get(self.detail)

                assert self.asks_django(self.detail)


def changed(name: str, value: str) -> Any:
    """Have Django's responses say something else."""
    ask = CachedHandler.ask

    def asked(handler: CachedHandler, environ: Any, start: Any) -> Iterator[bytes]:
        response: Any = ask(handler, environ, start)
        if name == "Set-Cookie":
            response.set_cookie(*value.split("="))
        else:
            response[name] = value
        return response  # type: ignore[no-any-return]

    return mock.patch.object(CachedHandler, "ask", asked)


def test_clients_of_tests_ask_as_in_production():
    assert isinstance(Client().handler, CachedHandler)


@pytest.mark.django_db
def test_the_production_server_has_the_cache_before_django(monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "settings.test")
    from cms import wsgi
    from cms.response_cache import ResponseCache

    assert isinstance(wsgi.application, ResponseCache)
    assert isinstance(wsgi.application.application, WSGIHandler)
