"""A real Chromium, driven by Playwright, on the site that `live_server` serves."""

import os
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import chromium
from tests.browser.axe import violations

Opener = Callable[..., Page]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
# A small window at 400 percent: 1280 by 1024 in a quarter of the size.
SMALLEST = {"width": 320, "height": 256}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's event loop makes Django suspect each query of blocking it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find_chromium(), args=chromium.arguments()
        )
        yield browser
        browser.close()


def open_context(browser: Browser, live_server: Any, size: Any) -> BrowserContext:
    """Without the cookies of others, and with paths relative to the site."""
    return browser.new_context(
        viewport=size, base_url=live_server.url, locale="en-US", service_workers="block"
    )


def window(browser: Browser, server: Any, **options: Any) -> BrowserContext:
    return browser.new_context(base_url=server.url, locale="en-US", **options)


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A desktop's window: `page.goto("/news/")`."""
    context = open_context(browser, live_server, DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A small phone's window."""
    context = open_context(browser, live_server, PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def axe() -> Callable[[Page], list[dict[str, Any]]]:
    """`assert axe(page) == []`."""
    return violations


@pytest.fixture(autouse=True)
def site_at_live_server(live_server: Any) -> Iterator[None]:
    """The default site has the address under which the browser finds it."""
    set_site_address(live_server)
    yield
    wait_for_requests()


@pytest.fixture(scope="session")
def loaded(django_db_setup: Any, django_db_blocker: Any) -> Iterator[LiveServer]:
    """A server of its own, and the demonstration for its address, kept as a copy."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        set_site_address(server)
        call_command("demo", stdout=StringIO())
        django_db_setup.keep("demonstration")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def demonstration(
    loaded: LiveServer, django_db_setup: Any, django_db_blocker: Any
) -> Iterator[LiveServer]:
    """A server with the demonstration, put in place once for a whole module.

    Its tests read only. They override `site_at_live_server`, since `live_server` puts
    the database back after each test.
    """
    with django_db_blocker.unblock():
        for name in caches:
            caches[name].clear()
        django_db_setup.restore("demonstration")
        yield loaded
        wait_for_requests()
        django_db_setup.restore()


def set_site_address(server: LiveServer) -> None:
    from wagtail.models import Site

    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = server.thread.host, server.thread.port
    site.save()


def wait_for_requests() -> None:
    """Let servers end what they are at: the database is put back next."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture
def opened(browser: Browser, demonstration: Any) -> Iterator[Opener]:
    """`opened("/", viewport=PHONE)` opens a page in a window of its own."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: Any) -> Page:
        context = window(browser, demonstration, **{"viewport": DESKTOP, **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
