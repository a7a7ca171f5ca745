"""What the design promises whatever the window, the colors, the clock and the paper."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, Opener, window

WEBINAR = "/webinars/sample-webinar-finding-your-way/"
STORY = "/stories/the-dennis-luna-story/"


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


class ColorTests:
    def test_bars_are_seen_in_forced_colors(self, opened: Opener) -> None:
        page = opened("/impact/", forced_colors="active")

        fill = "e => getComputedStyle(e).fill"
        bar = page.locator(".chart__bar").first.evaluate(fill)
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert bar != background


class ViewTests:
    """A chart or a table, chosen without script; the address keeps it."""

    @pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280px", "360px"])
    def test_one_of_the_two_is_shown(self, opened: Opener, size: Any) -> None:
        page = opened("/impact/", viewport=size, java_script_enabled=False)
        chart = page.locator(".compare svg[role=img]")
        table = page.locator(".compare table")
        assert (chart.is_visible(), table.is_visible()) == (True, False)

        page.get_by_role("link", name="Table", exact=True).click()

        assert page.url.endswith("&view=table#views-compare")
        assert (chart.is_visible(), table.is_visible()) == (False, True)
        assert "38,834" in table.inner_text()

    def test_by_keyboard(self, opened: Opener) -> None:
        page = opened("/impact/")
        page.get_by_role("link", name="Chart", exact=True).focus()

        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**view=table*")

        chosen = page.get_by_role("link", name="Table", exact=True)
        assert chosen.get_attribute("aria-current") == "true"
        assert page.locator(".compare table").is_visible()

    def test_both_are_on_paper(self, opened: Opener) -> None:
        page = opened("/impact/")

        page.emulate_media(media="print")

        assert page.locator(".compare svg[role=img]").is_visible()
        assert page.locator(".compare table").is_visible()
        assert not page.locator(".views__switch").is_visible()


class ListTests:
    @pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280px", "360px"])
    def test_news_is_narrowed_and_widened_again(
        self, opened: Opener, size: Any
    ) -> None:
        page = opened("/news/", viewport=size, java_script_enabled=False)
        if size == PHONE:
            page.get_by_text("Filters", exact=True).click()
        page.get_by_role("checkbox", name="Event 1").check()
        page.get_by_role("button", name="Apply").click()

        assert page.url.endswith("/news/?category=event#results")
        assert page.get_by_role("article").count() == 1

        page.get_by_role("link", name="Remove: Category: Event").click()

        assert page.url.endswith("/news/#results")
        assert page.get_by_role("article").count() == 3


class ClockTests:
    def told(self, page: Page) -> str | None:
        local = page.locator(".when .local-time")
        return local.inner_text() if local.is_visible() else None

    def test_elsewhere_the_visitors_own_time_is_told(self, opened: Opener) -> None:
        page = opened(WEBINAR, timezone_id="America/Los_Angeles")

        told = (self.told(page) or "").replace("\u202f", " ").replace("\u2009", " ")
        assert told.startswith("On your clock:")
        assert "11:00" in told
        assert "PST" in told

    def test_where_the_clocks_are_the_same_nothing_is_added(
        self, opened: Opener
    ) -> None:
        page = opened(WEBINAR, timezone_id="America/New_York")

        assert self.told(page) is None

    def test_an_event_of_several_days_has_no_hours(self, opened: Opener) -> None:
        page = opened("/webinars/2017-national-idr-forum/", timezone_id="Asia/Tokyo")

        assert page.locator(".local-time").count() == 0


class ShareTests:
    def test_the_address_is_copied(self, opened: Opener) -> None:
        page = opened(STORY, permissions=["clipboard-read", "clipboard-write"])

        page.get_by_role("button", name="Copy link").click()

        expect(page.get_by_role("button", name="Link copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.url

    def test_without_script_there_is_no_button_that_does_nothing(
        self, opened: Opener
    ) -> None:
        page = opened(STORY, java_script_enabled=False)

        assert not page.locator("[data-copy]").is_visible()
        mail = page.get_by_role("link", name="Send by email")
        assert mail.get_attribute("href", timeout=1000).startswith("mailto:?subject=")


class PaperTests:
    def test_has_the_content_its_address_and_nothing_to_click(
        self, opened: Opener
    ) -> None:
        page = opened(STORY)

        page.emulate_media(media="print")

        assert page.locator(".print-only").is_visible()
        for chrome in (".site-nav--wide", ".usa-search", ".share__way", ".related"):
            assert not page.locator(chrome).first.is_visible(), chrome

    @pytest.mark.parametrize("path", ["/", "/impact/2014-15/", STORY])
    def test_words_are_black(self, opened: Opener, path: str) -> None:
        page = opened(path)

        page.emulate_media(media="print")

        colors = page.evaluate(
            """() => [...new Set([...document.querySelectorAll("main *")]
              .filter(e => e.textContent.trim() && !e.closest("svg"))
              .map(e => getComputedStyle(e).color))]"""
        )
        assert colors == ["rgb(0, 0, 0)"]


class StyleGuideTests:
    @pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280px", "360px"])
    def test_breaks_no_rule_of_wcag(
        self, browser: Browser, demonstration: Any, size: Any
    ) -> None:
        context = window(browser, demonstration, viewport=size)
        context.add_cookies([staff_cookie(demonstration.url)])
        page = context.new_page()

        response = page.goto("/styleguide/")

        assert response is not None
        assert response.status == 200
        assert violations(page) == []
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"]
        context.close()


def staff_cookie(url: str) -> Any:
    """Return the cookie of an administrator who is signed in."""
    users = get_user_model().objects
    user = users.filter(username="staff").first() or users.create_superuser(
        "staff", "staff@example.org", "password"
    )
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return {"name": "sessionid", "value": session.session_key, "url": url}
