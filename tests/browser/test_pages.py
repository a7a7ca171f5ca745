"""Each page of the demonstration as browsers show it: wide, narrow, without script."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from documents.models import CustomDocument
from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, open_context
from tests.browser.watch import Watch

SMALLEST = {"width": 320, "height": 640}
MISSING = "/no-such-page/"
PATHS = [
    *("/", "/impact/", "/impact/2014-15/", "/impact/?compare=nothing"),
    *("/stories/", "/stories/the-dennis-luna-story/"),
    *("/news/", "/news/new-mep-policy-questions-and-answers/"),
    *("/news/?topic=policy&year=2017", "/news/?category=event&topic=policy"),
    *("/webinars/", "/webinars/cspr-part-ii-data-check-sheet/"),
    *("/webinars/sample-webinar-finding-your-way/", "/webinars/?kind=forum"),
    *("/legislation/", "/about/", "/documents/", "document"),
    *("/documents/?type=policy_qa&type=form&q=idr&status=all", "/documents/?q=nothing"),
    *("/documents/series/mep-policy-qas/", "/es/documents/series/mep-policy-qas/"),
    *("/search/?q=eligibility", "/search/?q=nothing-has-this-word"),
    *("/glossary/", "/contact/", "/es/contacto/"),
    *(MISSING, "/es/"),
]


WITHOUT_ENHANCEMENTS = (
    "document.querySelectorAll('[data-enhancement]').forEach(e => e.remove())"
)


@dataclass
class Visit:
    """What a browser had to say of one page."""

    axe: list[dict[str, Any]]
    text: str
    console: list[str] = field(default_factory=list)


@dataclass
class Tour:
    """A visit to each page in windows of one size, by path."""

    visits: dict[str, Visit]
    hosts: set[str]
    cookies: list[Any]

    def found(self, what: Callable[[Visit], Any]) -> dict[str, Any]:
        """Return what there is to complain of, by path."""
        return {path: what(v) for path, v in self.visits.items() if what(v)}


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


@pytest.fixture(scope="module")
def paths(demonstration: Any) -> list[str]:
    landing = CustomDocument.objects.order_by("pk")[0].path
    return [landing if path == "document" else path for path in PATHS]


@pytest.fixture(scope="module", params=[DESKTOP, PHONE], ids=["1280px", "360px"])
def tour(
    request: pytest.FixtureRequest, browser: Browser, demonstration: Any, paths: Any
) -> Iterator[Tour]:
    context = open_context(browser, demonstration, request.param)
    page = context.new_page()
    watch, visits = Watch(page), {}
    for path in paths:
        watch.console.clear()
        visits[path] = visit(page, path)
        visits[path].console = list(watch.console)
    yield Tour(visits, watch.hosts, context.cookies())
    context.close()


def visit(page: Page, path: str) -> Visit:
    response = page.goto(path)
    assert response is not None
    assert response.status == (404 if path == MISSING else 200), path
    return Visit(axe=violations(page), text=page.get_by_role("main").inner_text())


def window(browser: Browser, server: Any, **options: Any) -> BrowserContext:
    return browser.new_context(base_url=server.url, locale="en-US", **options)


class PageTests:
    def test_breaks_no_rule_of_wcag(self, tour: Tour) -> None:
        assert tour.found(lambda visit: visit.axe) == {}

    def test_has_text(self, tour: Tour) -> None:
        assert tour.found(lambda visit: len(visit.text) < 40) == {}

    def test_logs_nothing(self, tour: Tour) -> None:
        logged = tour.found(lambda visit: visit.console)

        # The browser itself notes that the page is not there.
        assert set(logged) == {MISSING}

    def test_contacts_nobody_else(self, tour: Tour, demonstration: Any) -> None:
        assert tour.hosts == {urlsplit(demonstration.url).netloc}

    def test_sets_no_cookie(self, tour: Tour) -> None:
        assert tour.cookies == []


class SmallestWindowTests:
    def test_scrolls_down_only(
        self, browser: Browser, demonstration: Any, paths: list[str]
    ) -> None:
        context = window(browser, demonstration, viewport=SMALLEST)
        page, widths = context.new_page(), {}
        for path in paths:
            page.goto(path)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > SMALLEST["width"]:
                widths[path] = width
        context.close()

        assert widths == {}


class NoScriptTests:
    @pytest.fixture
    def plain(self, browser: Browser, demonstration: Any) -> Iterator[Page]:
        context = window(
            browser, demonstration, viewport=PHONE, java_script_enabled=False
        )
        yield context.new_page()
        context.close()

    @pytest.fixture
    def scripted(self, browser: Browser, demonstration: Any) -> Iterator[Page]:
        context = window(browser, demonstration, viewport=PHONE)
        yield context.new_page()
        context.close()

    def test_says_the_same(self, plain: Page, scripted: Page, paths: list[str]) -> None:
        """But for what is marked as an enhancement, such as the visitor's own time."""
        different = []
        for path in paths:
            plain.goto(path)
            scripted.goto(path)
            scripted.evaluate(WITHOUT_ENHANCEMENTS)
            texts = {p.get_by_role("main").inner_text() for p in (plain, scripted)}
            if len(texts) > 1:
                different.append(path)

        assert different == []

    def test_navigation_leads_on(self, plain: Page) -> None:
        plain.goto("/")

        plain.get_by_text("Menu", exact=True).click()
        plain.get_by_role("navigation").get_by_role("link", name="News").click()

        assert plain.get_by_role("heading", level=1).inner_text() == "News"

    def test_search_finds(self, plain: Page) -> None:
        plain.goto("/")

        plain.get_by_role("searchbox").fill("eligibility")
        plain.get_by_role("searchbox").press("Enter")

        assert plain.url.endswith("/search/?q=eligibility")
        assert plain.get_by_role("main").get_by_role("link").count() > 0


class LibraryTests:
    """The library without script: narrowed by ticking and sending its form."""

    @pytest.fixture(params=[DESKTOP, PHONE], ids=["1280px", "360px"])
    def library(
        self, request: pytest.FixtureRequest, browser: Browser, demonstration: Any
    ) -> Iterator[Page]:
        size = request.param
        context = window(
            browser, demonstration, viewport=size, java_script_enabled=False
        )
        page = context.new_page()
        page.goto("/documents/")
        if size == PHONE:
            page.get_by_text("Filters", exact=True).click()
        yield page
        context.close()

    def test_is_narrowed_and_widened_again(self, library: Page) -> None:
        library.get_by_role("checkbox", name="Policy Q&A 2").check()
        library.get_by_role("radio", name="All").check()
        library.get_by_role("button", name="Apply").click()

        assert library.url.endswith("status=all&type=policy_qa#results")
        assert library.get_by_role("article").count() == 2

        library.get_by_role("link", name="Remove: Type: Policy Q&A").click()

        assert library.url.endswith("/documents/?status=all#results")
        assert library.get_by_role("article").count() == 10

    def test_shows_as_many_as_a_choice_has_said(self, library: Page) -> None:
        label = library.locator("label", has_text="Guidance")
        number = label.locator(".library__count").inner_text()

        label.click()
        library.get_by_role("button", name="Apply").click()

        assert library.get_by_role("article").count() == int(number) == 2

    def test_finds_words(self, library: Page) -> None:
        library.get_by_label("Find by words").fill("certificate")
        library.get_by_role("button", name="Find").click()

        # In the title of one, and on a page of another.
        found = library.get_by_role("article")
        assert found.count() == 2
        assert "Certificate of Eligibility" in found.first.inner_text()


class KeyboardTests:
    @pytest.mark.parametrize("path", ["/", "/documents/", "/search/", MISSING])
    def test_the_first_stop_skips_to_the_content(
        self, browser: Browser, demonstration: Any, path: str
    ) -> None:
        context = window(browser, demonstration, viewport=DESKTOP)
        page = context.new_page()
        page.goto(path)

        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.innerText")
        page.keyboard.press("Enter")
        target = page.evaluate("document.activeElement.tagName")
        context.close()

        assert first == "Skip to main content"
        assert target == "MAIN"
