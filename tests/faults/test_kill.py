"""The server is killed while an editor publishes: page and log agree all the same."""

import random
import threading
import time
from contextlib import suppress

import pytest
import requests
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from cms.publishing import audit
from cms.publishing.models import Publication
from news.models import NewsPage
from tests.factories import HomePageFactory, NewsPageFactory

from .server import Server, running_server

KILLS = 50
PASSWORD = "a password of this test"


class Editor:
    """Somebody who publishes in the page editor, as a browser does."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.session = requests.Session()

    def log_in(self) -> None:
        address = f"{self.server.url}/admin/login/"
        form = self.form(address)
        form |= {"username": "admin", "password": PASSWORD}
        answer = self.session.post(address, data=form, timeout=30)
        assert answer.ok
        assert "login" not in answer.url

    def form(self, address: str) -> dict[str, str]:
        """Return what the form at an address would send."""
        answer = self.session.get(address, timeout=30)
        soup = BeautifulSoup(answer.text, "html.parser")
        values = {}
        for field in soup.select("form input[name], form textarea[name]"):
            kind = field.get("type", "text")
            if kind in {"submit", "file"} or (
                kind in {"checkbox", "radio"} and not field.has_attr("checked")
            ):
                continue
            values[field["name"]] = field.get("value") or field.text.strip()
        for field in soup.select("form select[name]"):
            chosen = field.select_one("option[selected]")
            values[field["name"]] = chosen["value"] if chosen else ""
        return values

    def publish(self, page: NewsPage, form: dict[str, str], title: str) -> bool:
        """Publish under a new title; tell whether the server said that it did."""
        address = f"{self.server.url}/admin/pages/{page.pk}/edit/"
        data = form | {"title": title, "action-publish": "action-publish"}
        with suppress(requests.ConnectionError, requests.ReadTimeout):
            answer = self.session.post(
                address, data=data, timeout=30, allow_redirects=False
            )
            return answer.status_code == 302
        return False


def make_administrator() -> None:
    """Make the editor, with a password as the server's settings keep it."""
    hasher = PBKDF2PasswordHasher()
    hashed = hasher.encode(PASSWORD, hasher.salt())
    user = get_user_model()(username="admin", is_superuser=True, password=hashed)
    user.save()


class Round:
    """Publishes that are cut short, one after the other."""

    def __init__(self, server: Server, page: NewsPage) -> None:
        self.server, self.page = server, page
        self.editor = Editor(server)
        self.editor.log_in()
        self.form = self.editor.form(f"{server.url}/admin/pages/{page.pk}/edit/")
        self.form["body-count"] = "0"  # The editor's script writes it.
        self.chance = random.Random(20260101)  # noqa: S311
        self.seconds = self.measured()

    def measured(self) -> float:
        """Return how long a publish takes here, about."""
        started = time.monotonic()
        assert self.editor.publish(self.page, self.form, "Undisturbed")
        return time.monotonic() - started

    def kill(self, title: str) -> bool:
        """Kill the server during a publish; tell whether it was complete before."""
        delay = self.seconds * self.chance.uniform(0.2, 1.6)
        killer = threading.Timer(delay, self.server.kill_worker)
        killer.start()
        said = self.editor.publish(self.page, self.form, title)
        killer.join()
        self.server.wait_until_it_answers()
        complete = self.is_published(title)
        # What the editor was told is true; what they were not told may be, too.
        assert complete or not said
        # So that some kills come before the commit and some after it, on any machine.
        self.seconds *= 0.9 if complete else 1.15
        return complete

    def is_published(self, title: str) -> bool:
        row = Publication.objects.get(resource="pages", object_id=self.page.pk)
        self.page.refresh_from_db()
        assert row.title == self.page.title
        return self.page.title == title


@pytest.mark.django_db(transaction=True)
def test_fifty_kills_during_publishes(tmp_path):
    HomePageFactory()
    page = NewsPageFactory(title="Before")
    make_administrator()

    with running_server(tmp_path) as server:
        publishes = Round(server, page)
        outcomes = [publishes.kill(f"Kill {number}") for number in range(KILLS)]

    assert list(audit.check()) == []
    print(f"{sum(outcomes)} of {KILLS} publishes were complete before the kill")
    assert 0 < sum(outcomes) < KILLS
