"""The site by keyboard alone: all of it is reached, seen and used."""

from itertools import islice
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.browser.keyboard import END, stops, walk
from tests.browser.places import MISSING

HOME, LIBRARY, RESULTS = "/", "/documents/", "/search/?q=eligibility"
WEBINAR = "/webinars/sample-webinar-finding-your-way/"
PATHS = (
    *(HOME, LIBRARY, RESULTS, WEBINAR, "/impact/", "/news/", MISSING),
    *("/news/new-mep-policy-questions-and-answers/", "/stories/the-dennis-luna-story/"),
    *("/es/", "/es/documentos/"),
)
FOCUSED = "document.activeElement"


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


@pytest.fixture
def opened(opened: Opener) -> Opener:
    """`opened("/", viewport=PHONE)` opens a page; no pointer comes near it."""

    def open_page(path: str, **options: Any) -> Page:
        page = opened(path, **options)
        page.set_default_timeout(5000)
        return page

    return open_page


def press(page: Page, name: str, key: str = "Enter") -> None:
    """Go by Tab to the next thing of this name, and press a key on it."""
    for _press in range(END):
        page.keyboard.press("Tab")
        if name_of_focused(page).startswith(name):
            page.keyboard.press(key)
            return
    raise AssertionError(f"No key leads to “{name}” on {page.url}")


def name_of_focused(page: Page) -> str:
    name: str = page.evaluate(
        """() => {
          const e = document.activeElement, [label] = e.labels || [];
          const words = e.ariaLabel || (label || e).innerText || "";
          return words.replace(/\\s+/g, " ").trim();
        }"""
    )
    return name


class WalkTests:
    @pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280px", "360px"])
    @pytest.mark.parametrize("path", PATHS)
    def test_reaches_everything_in_the_order_of_reading_and_shows_where_it_is(
        self, opened: Opener, path: str, size: Any
    ) -> None:
        page = opened(path, viewport=size)

        tour = walk(page)

        assert 'class="usa-skipnav"' in tour.stops[0].html
        assert tour.missed == []
        assert tour.pointer_only == []
        assert tour.out_of_order == []
        assert tour.unseen == []
        assert tour.covered == []
        assert tour.too_small == []

    def test_leads_back_the_same_way(self, opened: Opener) -> None:
        page = opened(HOME)
        there = [stop.place for stop in walk(page).stops]

        back = islice(stops(page, "Shift+Tab"), len(there))

        assert [stop.place for stop in back] == there[::-1]

    @pytest.mark.parametrize("path", [HOME, LIBRARY, RESULTS, "/es/", MISSING])
    def test_begins_with_the_way_to_the_content(
        self, opened: Opener, path: str
    ) -> None:
        page = opened(path)

        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate(f"{FOCUSED}.tagName") == "MAIN"
        page.keyboard.press("Tab")

        assert page.evaluate(f"{FOCUSED}.closest('main') !== null")


class ControlTests:
    """Each kind of thing that is there to be used is used."""

    @pytest.mark.parametrize("key", ["Enter", "Space"])
    def test_the_menu_opens_and_closes(self, opened: Opener, key: str) -> None:
        page = opened(HOME, viewport=PHONE)
        link = page.get_by_role("navigation").get_by_role("link", name="News")

        press(page, "Menu", key)
        expect(link).to_be_visible()
        page.keyboard.press(key)
        expect(link).to_be_hidden()

    def test_the_menu_is_left_by_escape(self, opened: Opener) -> None:
        page = opened(HOME, viewport=PHONE)
        press(page, "Menu")
        page.keyboard.press("Tab")

        page.keyboard.press("Escape")

        assert name_of_focused(page) == "Menu"
        link = page.get_by_role("navigation").get_by_role("link", name="News")
        expect(link).to_be_hidden()

    def test_the_menu_leads_on(self, opened: Opener) -> None:
        page = opened(HOME, viewport=PHONE)

        press(page, "Menu")
        press(page, "News")

        page.wait_for_url("**/news/")

    @pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280px", "360px"])
    def test_filters_are_ticked_applied_and_taken_back(
        self, opened: Opener, size: Any
    ) -> None:
        page = opened(LIBRARY, viewport=size)
        if size == PHONE:
            press(page, "Filters")

        press(page, "Guidance", "Space")
        press(page, "Apply")
        page.wait_for_url("**/documents/?*type=guidance#results")
        assert page.get_by_role("article").count() == 2
        press(page, "Remove: Type: Guidance")

        page.wait_for_url("**/documents/#results")

    def test_one_of_several_is_chosen_by_the_arrows(self, opened: Opener) -> None:
        page = opened(LIBRARY)

        press(page, "Current", "ArrowDown")

        assert page.evaluate(f"{FOCUSED}.type") == "radio"
        assert page.evaluate(f"{FOCUSED}.checked")
        assert not page.get_by_role("radio", name="Current").is_checked()

    def test_words_are_searched_for(self, opened: Opener) -> None:
        page = opened(HOME)
        press(page, "Search this site", "Home")

        page.keyboard.type("polic")
        expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()
        page.keyboard.press("Enter")

        page.wait_for_url("**/search/?q=polic")

    def test_a_suggestion_is_followed(self, opened: Opener) -> None:
        page = opened(HOME)
        press(page, "Search this site", "Home")
        page.keyboard.type("polic")
        option = page.get_by_role("option").first
        title = option.evaluate("option => option.firstChild.data")

        page.keyboard.press("ArrowDown")
        expect(option).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", level=1)).to_have_text(title)

    def test_results_lead_to_their_second_page(self, opened: Opener) -> None:
        page = opened("/search/?q=migrant")

        press(page, "Next")

        page.wait_for_url("**/search/?q=migrant&page=2")
        assert page.get_by_role("main").get_by_role("listitem").count() > 0

    def test_a_chart_gives_way_to_its_table(self, opened: Opener) -> None:
        page = opened("/impact/")

        press(page, "Table")
        page.wait_for_url("**view=table*")

        expect(page.locator(".compare table")).to_be_visible()
        expect(page.locator(".compare svg[role=img]")).to_be_hidden()

    def test_figures_are_taken_along(self, opened: Opener) -> None:
        page = opened("/impact/")

        press(page, "Cite and download")
        with page.expect_download() as download:
            press(page, "Table (CSV)")

        assert download.value.suggested_filename.endswith(".csv")

    def test_a_term_is_explained_and_put_away(self, opened: Opener) -> None:
        page = opened("/about/")
        note = page.locator(".term__note:visible")

        press(page, "MEP")
        expect(note).to_contain_text("Migrant Education Program")
        page.keyboard.press("Escape")

        expect(note).to_have_count(0)
        assert name_of_focused(page) == "MEP"

    def test_an_address_is_copied(self, opened: Opener) -> None:
        permissions = ["clipboard-read", "clipboard-write"]
        page = opened("/stories/the-dennis-luna-story/", permissions=permissions)

        press(page, "Copy link", "Space")

        expect(page.get_by_role("button", name="Link copied")).to_be_focused()
        assert page.evaluate("navigator.clipboard.readText()") == page.url

    def test_the_language_is_changed_for_the_same_page(self, opened: Opener) -> None:
        page = opened("/news/new-mep-policy-questions-and-answers/")

        press(page, "Español")

        page.wait_for_url("**/es/noticias/nuevas-preguntas-**")
        assert page.evaluate("document.documentElement.lang") == "es"

    def test_an_event_goes_into_the_calendar(self, opened: Opener) -> None:
        page = opened(WEBINAR)

        with page.expect_download() as download:
            press(page, "Add to calendar")

        assert download.value.suggested_filename.endswith(".ics")
