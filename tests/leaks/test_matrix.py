"""A test for each cell: one thing that is not public, asked of one route."""

from collections.abc import Callable
from typing import Any
from unittest import mock
from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse
from django.test import TestCase
from django.urls import resolve
from django.utils import translation

from cms.publishing.clock import catch_up
from cms.publishing.models import Publication

from .hub import make_hub
from .routes import OWN, ROUTES, all_routes
from .secret_things import MAKERS, Secret, kind_of, make_all

# The answers of a secret's own address: not here; gone; first sign in; and the form
# that asks for the password of a page.
NOT_SHOWN = {302, 404, 410}
PUBLIC_IN_PART = {
    "public news item with secret words in its draft",
    "internal fields of a public story",
    "replaced file of a public image",
    "replaced file of a document that was for staff only",
    "earlier version of a public document that members alone had",
    "address that a public page had as a draft",
}

EXPIRED = "expired news item, before anybody has unpublished it"
PUBLIC_ONCE = {"unpublished news item", EXPIRED}


def words_of(response: HttpResponse) -> str:
    """Return all that an answer says: headers, and the body as text."""
    content = content_of(response)
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers}\n{content.decode(errors='replace')}"


def content_of(response: HttpResponse) -> bytes:
    """Return the body, which can be looked at more than once; a stream is read once."""
    if not response.streaming:
        return response.content
    content = b"".join(response)
    response.streaming_content = [content]
    return content


def without_echo(words: str, path: str, secret: Secret) -> str:
    """Leave out what the visitor said: the address, or the words asked for."""
    for said in (path, quote(path), quote(path, safe=""), quote(quote(path))):
        words = words.replace(said, "")
    address, _, query = path.partition("?")
    words = words.replace(address, "")
    return words.replace(secret.canary, "") if secret.canary in query else words


def without_farewell(words: str, secret: Secret) -> str:
    """Leave out where a thing was public until it was unpublished or expired.

    Whoever kept a copy under its path must hear that it is gone.
    """
    if secret.state in PUBLIC_ONCE:
        words = words.replace(f'"path":"{secret.obj.get_url()}"', "")
    return words


def route_of(path: str) -> str:
    """Return the route of an address; Django drops a ^ here and keeps one there."""
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        return resolve(path.partition("?")[0]).route.replace("^", "")


def asks_for_password(response: HttpResponse) -> bool:
    return b'name="password"' in content_of(response)


class Matrix:
    """The things, made once, and the asking."""

    # Kept in place: what a test changed would be thrown away with it.
    secrets: dict[str, Secret]
    answers: dict[str, HttpResponse]
    client: Any

    @classmethod
    def make(cls) -> None:
        cls.answers.clear()
        cls.secrets.clear()
        cls.secrets |= make_all()
        make_hub(cls.secrets)

    def answer(self, path: str) -> HttpResponse:
        """Return what a visitor gets, asked once: most cells look at the same."""
        if path not in self.answers:
            self.answers[path] = self.client.get(path)
        return self.answers[path]

    def leak(self, state: str, route: str) -> str:
        """Return what a cell shows that it should not; empty where nothing."""
        secret = self.secrets[state]
        path = ROUTES[route](secret)
        assert path is not None, "a cell that asks nothing proves nothing"
        response = self.answer(path)
        words = without_echo(words_of(response), path, secret)
        if route == "API changes, tombstones":
            words = without_farewell(words, secret)
        if secret.canary in words:
            at = words.index(secret.canary)
            return f"{path} says {words[max(0, at - 80) : at + 80]!r}"
        if secret.canary in path and response.status_code == 200:
            return self.difference(secret, path, response)
        return ""

    def difference(self, secret: Secret, path: str, response: HttpResponse) -> str:
        """A search for the secret's words answers like one for words of nobody."""
        nobody = "nobody" + secret.canary[6:]
        other = self.client.get(path.replace(secret.canary, nobody))
        for answer in (response, other):
            # Made of the address and the state of the log, and of nothing else.
            del answer["ETag"]
        same = words_of(response).replace(secret.canary, nobody) == words_of(other)
        if same or asks_for_password(response):
            return ""
        return f"{path} does not answer as for other words"


def cell(state: str, route: str) -> Callable[[Any], None]:
    def test(self: Any) -> None:
        assert self.leak(state, route) == ""

    return test


class LeakMatrixTests(Matrix, TestCase):
    """Anonymous visitors, all states, all routes."""

    secrets, answers = {}, {}

    @classmethod
    def setUpTestData(cls) -> None:
        cls.make()
        catch_up()  # Else each answer would begin with it.

    # Routes are written in the active language, which is that of the last request.
    @translation.override(settings.LANGUAGE_CODE)
    def test_every_route_of_the_site_is_asked(self):
        asked = set()
        for address in ROUTES.values():
            paths = filter(None, map(address, self.secrets.values()))
            asked |= {route_of(path) for path in paths}

        assert {route.replace("^", "") for route in all_routes()} - asked == set()

    def test_the_addresses_of_secrets_answer_that_there_is_nothing(self):
        for secret in self.secrets.values():
            if secret.state in PUBLIC_IN_PART:
                continue
            for route in OWN:
                if path := ROUTES[route](secret):
                    response = self.client.get(path)
                    shown = response.status_code not in NOT_SHOWN
                    assert not shown or asks_for_password(response), path

    def test_public_things_are_there(self):
        """Else all cells would be green for an empty site."""
        for path in ("/", "/news/hub/", "/webinars/event/", "/library/"):
            assert self.client.get(path).status_code == 200
        assert "Public document" in words_of(self.client.get("/library/"))
        assert "Hub" in words_of(self.client.get("/api/v2/pages/?limit=100"))

    def test_all_tombstones_are_asked_for(self):
        gone = Publication.objects.filter(live=False)
        path = ROUTES["API changes, tombstones"](next(iter(self.secrets.values())))

        answer = self.client.get(path).json()

        assert not answer["meta"]["has_more"]
        entries = [entry for entry in answer["items"] if not entry["live"]]
        assert len(entries) == gone.count() > len(PUBLIC_ONCE)

    def test_nobody_gets_a_cookie(self):
        for path in ("/", "/news/hub/", "/search/?q=x", "/api/v2/pages/"):
            assert not self.client.get(path).cookies


class DueTests(Matrix, TestCase):
    """What must have left the site by now, but no row says so yet."""

    secrets, answers = {}, {}

    @classmethod
    def setUpTestData(cls) -> None:
        cls.make()

    def test_it_is_due(self):
        (due,) = Publication.objects.due()

        assert due.object_id == self.secrets[EXPIRED].obj.pk


def add_cells(case: type[Matrix], state: str) -> None:
    for route in ROUTES:
        if not issubclass(kind_of(state), OWN.get(route, object)):
            continue  # A document is at no address of a page.
        name = f"test_{state}_in_{route}".replace(" ", "_").replace(",", "")
        setattr(case, name, cell(state, route))


for state in MAKERS:
    add_cells(LeakMatrixTests, state)
add_cells(DueTests, EXPIRED)


RENDER, DOCUMENT = "cms.publishing.render", "documents.models.CustomDocument"


class WithoutTheFilterTests(Matrix, TestCase):
    """The matrix finds leaks where there are any; else it would prove nothing."""

    secrets, answers = {}, {}

    def setUp(self):
        for filter_of_visibility in (
            f"{RENDER}.why_page_is_not_public",
            f"{DOCUMENT}.why_not_public",
            "cms.models.CustomImage.why_not_public",
        ):
            self.enterContext(mock.patch(filter_of_visibility, return_value=None))
        self.make()

    def test_references_to_secrets_show(self):
        leaks = {
            (state, route)
            for state in MAKERS
            for route in ("home", "news item", "webinar", "API page list, whole")
            if self.leak(state, route)
        }

        states = {state for state, route in leaks}
        assert {"draft news item", "private story", "unreleased document"} <= states
        assert {"home", "news item", "webinar"} <= {route for state, route in leaks}
