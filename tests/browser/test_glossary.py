"""Terms explained where they stand: by focus, touch and hover, and without script."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, Opener

PATH = "/about/"
MEANING = "Migrant Education Program"


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


@pytest.fixture
def window(opened: Opener) -> Opener:
    """`window(PHONE)` opens a page with terms, or another one, in its own window."""

    def open_window(size: Any = DESKTOP, path: str = PATH, **options: Any) -> Page:
        return opened(path, viewport=size, **options)

    return open_window


def term(page: Page) -> Locator:
    return page.locator("main [data-type='cms.Term']").first


def note(page: Page) -> Locator:
    return page.locator(".term__note:visible")


class PointerTests:
    def test_shows_the_meaning_while_the_pointer_is_there(self, window: Any) -> None:
        page = window()
        expect(note(page)).to_have_count(0)

        term(page).hover()

        expect(note(page)).to_contain_text(MEANING)
        page.mouse.move(0, 0)
        expect(note(page)).to_have_count(0)

    def test_the_pointer_may_go_onto_the_meaning(self, window: Any) -> None:
        page = window()
        term(page).hover()

        note(page).hover()
        page.wait_for_timeout(600)

        expect(note(page)).to_contain_text(MEANING)

    def test_escape_puts_it_away_where_the_pointer_is(self, window: Any) -> None:
        page = window()
        term(page).hover()
        expect(note(page)).to_have_count(1)

        page.keyboard.press("Escape")

        expect(note(page)).to_have_count(0)

    def test_stays_as_long_as_it_is_wanted(self, window: Any) -> None:
        page = window()

        term(page).click()
        page.mouse.move(0, 0)
        page.wait_for_timeout(600)
        expect(note(page)).to_have_count(1)
        term(page).click()

        expect(note(page)).to_have_count(0)
        assert page.url.endswith(PATH)


class KeyboardTests:
    def test_focus_shows_it_and_leads_on_to_the_glossary(self, window: Any) -> None:
        page = window()

        term(page).focus()
        expect(note(page)).to_contain_text(MEANING)
        page.keyboard.press("Tab")
        expect(note(page)).to_have_count(1)
        page.keyboard.press("Enter")

        page.wait_for_url("**/glossary/#mep")
        expect(page.locator(":target")).to_contain_text(MEANING)

    def test_leaving_puts_it_away(self, window: Any) -> None:
        page = window()
        term(page).focus()

        page.keyboard.press("Shift+Tab")

        expect(note(page)).to_have_count(0)

    def test_is_a_button_that_says_whether_it_is_open(self, window: Any) -> None:
        page = window()
        button = page.get_by_role("button", name="MEP")

        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_have_accessible_description(
            f"{MEANING} The program that helps the children of migrant farm workers"
            " and fishers to do well at school and to graduate. See it in the glossary"
        )
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "false")
        page.keyboard.press(" ")
        expect(button).to_have_attribute("aria-expanded", "true")


class TouchTests:
    def test_a_tap_shows_it_and_one_elsewhere_puts_it_away(self, window: Any) -> None:
        page = window(PHONE, has_touch=True)

        term(page).tap()
        expect(note(page)).to_contain_text(MEANING)
        page.get_by_role("heading", level=1).tap()

        expect(note(page)).to_have_count(0)
        assert page.url.endswith(PATH)


class LayoutTests:
    @pytest.mark.parametrize("width", [320, 360, 1280])
    def test_stays_within_the_window(self, window: Any, width: int) -> None:
        page = window(
            {"width": width, "height": 740},
            "/news/new-mep-policy-questions-and-answers/",
        )
        terms = page.locator("main [data-type='cms.Term']")
        assert terms.count() == 3

        for number in range(3):
            terms.nth(number).focus()
            box = note(page).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    @pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280px", "360px"])
    def test_breaks_no_rule_of_wcag_while_it_is_open(
        self, window: Any, size: Any
    ) -> None:
        for path in (PATH, "/es/acerca-de/", "/glossary/"):
            page = window(size, path)
            if path != "/glossary/":
                term(page).focus()
                expect(note(page)).to_have_count(1)
            assert violations(page) == [], path
            page.emulate_media(forced_colors="active")
            assert violations(page) == [], path

    def test_is_seen_in_the_colors_of_the_reader(self, window: Any) -> None:
        page = window(forced_colors="active")

        term(page).focus()

        expect(note(page)).to_have_css("border-left-style", "solid")


class NoScriptTests:
    def test_leads_to_its_place_in_the_glossary(self, window: Any) -> None:
        page = window(java_script_enabled=False)

        term(page).click()

        assert page.url.endswith("/glossary/#mep")
        assert MEANING in page.locator("#mep").inner_text()
