"""Whole responses that are sent again before Django hears of the request."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection
from django.test import (
    Client,
    RequestFactory,
    TestCase,
    TransactionTestCase,
    override_settings,
)
from django.utils import timezone
from wagtail.models import Page

from cms.publishing.models import Counter, Publication, Resource
from cms.publishing.record import follow_all
from cms.response_cache import DIFFERS, UNUSUAL
from search import insight
from tests.as_in_production import CachedHandler
from tests.content import at
from tests.databases import lose
from tests.factories import HomePageFactory, NewsPageFactory, WebinarPageFactory

DJANGO = "django.test.client.ClientHandler.get_response"
READ = "cms.response_cache.read_state"
# What every request has, and no response may follow from: how it came here.
OF_THE_SERVER = {
    *("CONTENT_TYPE", "CONTENT_LENGTH", "wsgi.input", "wsgi.file_wrapper"),
    *("SCRIPT_URL", "REDIRECT_URL"),
    # Django looks whether this browser is refused, and whether a form wants a token.
    *("HTTP_USER_AGENT", "CSRF_COOKIE_NEEDS_UPDATE"),
}


class ResponseCacheTestCase(TestCase):
    def setUp(self) -> None:
        self.home = HomePageFactory()
        self.page = NewsPageFactory(title="Before")
        self.detail = f"/api/v2/pages/{self.page.pk}/"
        self.paths = (
            *(self.detail, "/api/v2/pages/", "/api/v2/changes/", "/api/v2/site/"),
            *(f"/api/v2/pages/find/?html_path={self.page.url}", self.page.url, "/"),
        )

    def asks_django(self, path: str, **headers: str) -> bool:
        """Ask, and tell whether the response was made for it."""
        with mock.patch(DJANGO, side_effect=LookupError), Tried() as tried:
            self.client.get(path, headers=headers)
        return tried.failed


class Tried:
    """Whether what it encloses came as far as Django."""

    failed = False

    def __enter__(self) -> "Tried":
        return self

    def __exit__(self, kind: Any, *_rest: Any) -> bool:
        self.failed = kind is LookupError
        return self.failed


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


class AskedTests(ResponseCacheTestCase):
    """A response is for those who ask the same."""

    def test_each_address_has_its_own(self):
        self.client.get("/api/v2/pages/")

        for other in ("/api/v2/pages/?limit=1", "/api/v2/pages", "/api/v2/images/"):
            assert self.asks_django(other), other

    def test_so_has_each_host_and_each_encoding(self):
        self.client.get(self.detail)

        assert self.asks_django(self.detail, host="localhost")
        assert self.asks_django(self.detail, accept_encoding="gzip")
        assert self.asks_django(self.detail, if_none_match='"other"')

    def test_an_encoding_is_one_however_it_is_asked_for(self):
        self.client.get(self.detail, headers={"accept-encoding": "gzip, deflate, br"})

        assert not self.asks_django(self.detail, accept_encoding="br;q=1.0, x-junk")

    def test_a_validator_that_fits_nothing_takes_no_room(self):
        kept = caches["answers"].size
        for number in range(9):
            self.client.get(self.detail, headers={"if-none-match": f'"{number}"'})

        assert caches["answers"].size == kept

    def test_a_host_that_is_empty_is_another_than_none(self):
        environ = RequestFactory().get(self.detail).environ
        CachedHandler()(dict(environ))

        with mock.patch(DJANGO, side_effect=LookupError), Tried() as tried:
            CachedHandler()({**environ, "HTTP_HOST": ""})
        assert tried.failed

    def test_a_path_cannot_pretend_to_be_another_ones_query(self):
        self.client.get("/api/v2/pages/?limit=1")

        assert self.asks_django("/api/v2/pages/%0Alimit=1")

    def test_head_is_answered_as_it_was_without_content(self):
        got = self.client.get(self.detail)
        self.client.head(self.detail)

        with mock.patch(DJANGO, side_effect=LookupError):
            head = self.client.head(self.detail)

        assert head.content == b""
        assert head["Content-Length"] == str(len(got.content))

    def test_whoever_may_be_somebody_is_asked_who_they_are(self):
        self.client.get(self.page.url)

        assert self.asks_django(self.page.url, cookie="a=b")
        assert self.asks_django(self.page.url, authorization="Bearer x")
        assert self.asks_django(self.detail, if_modified_since="x")
        assert self.asks_django(self.page.url, x_requested_with="XMLHttpRequest")

    def test_what_staff_are_shown_is_kept_for_nobody(self):
        user = get_user_model().objects.create_superuser("editor")
        self.client.force_login(user)
        self.client.get(self.page.url)
        self.client.logout()

        assert self.asks_django(self.page.url)

    def test_only_reading_is_answered(self):
        self.client.get(self.detail)

        assert self.client.post(self.detail).status_code == 405
        assert self.client.options(self.detail).status_code == 204

    def test_nothing_else_of_a_request_is_looked_at(self):
        """Or two that differ in it would be answered alike."""
        known = {"HTTP_ACCEPT_ENCODING", *DIFFERS, *UNUSUAL, *OF_THE_SERVER}

        for path in (*self.paths, "/news/", "/api/v2/pages/?format=csv"):
            asked = Recorded(RequestFactory().get(path).environ)
            with mock.patch("django.http.request.HttpHeaders", RecordedHeaders):
                response = CachedHandler()(asked)

            assert response.status_code == 200, path
            assert asked.looked_at <= known, path


class Recorded(dict[str, Any]):
    """An environment that knows what was looked at, which the server has put there."""

    def __init__(self, environ: dict[str, Any]) -> None:
        super().__init__(environ)
        self.looked_at: set[str] = set()

    def note(self, name: str) -> None:
        if name.isupper():
            self.looked_at.add(name)

    def __getitem__(self, name: str) -> Any:
        self.note(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.note(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.note(str(name))
        return super().__contains__(name)


class RecordedHeaders:
    """What Django makes of an environment for who asks for a header by its name."""

    def __init__(self, environ: Recorded) -> None:
        self.environ = environ

    def get(self, name: str, default: Any = None) -> Any:
        variable = name.upper().replace("-", "_")
        return self.environ.get(f"HTTP_{variable}", default)


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
