"""The pages without script: the same content, and all that they can do."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, window
from tests.browser.places import paths

WITHOUT_ENHANCEMENTS = (
    "document.querySelectorAll('[data-enhancement]').forEach(e => e.remove())"
)


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


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

    def test_says_the_same(self, plain: Page, scripted: Page) -> None:
        """But for what is marked as an enhancement, such as the visitor's own time."""
        different = []
        for path in paths():
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
