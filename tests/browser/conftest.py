"""A real Chromium, driven by Playwright, on the site that `live_server` serves."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import chromium
from tests.browser.axe import violations

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


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
def site_at_live_server(live_server: Any) -> None:
    """The default site has the address under which the browser finds it."""
    from wagtail.models import Site

    host, port = live_server.thread.host, live_server.thread.port
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = host, port
    site.save()
