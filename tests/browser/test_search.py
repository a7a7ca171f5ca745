"""The search page by keyboard, in narrow windows, without script, in others' colors."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, SMALLEST, window

RESULTS = "/search/?q=eligibility"
NOTHING = "/search/?q=nothing-has-this-word"
MENDED = "/search/?q=eligibilty"
# The beginning of a word that is in several titles.
TYPED = "polic"
# What the page has to say in each of its states.
STATES = {
    "/search/": "Try a title or a few words of it",
    RESULTS: "results for “eligibility”",
    f"{RESULTS}&type=documents.CustomDocument": "Kind: Document",
    NOTHING: "Nothing found for “nothing-has-this-word”",
    MENDED: "Nothing found for “eligibilty”",
    "/search/?q=" + "x" * 201: "up to 200 characters",
    "/es/search/?q=elegibilidad": "elegibilidad",
}


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


@pytest.fixture
def opened(
    request: pytest.FixtureRequest, browser: Browser, demonstration: Any
) -> Iterator[Page]:
    """A window of the size, or with the options, that a test asks for."""
    options = getattr(request, "param", {"viewport": DESKTOP})
    context = window(browser, demonstration, **options)
    yield context.new_page()
    context.close()


class StateTests:
    @pytest.mark.parametrize("opened", [{"viewport": SMALLEST}], indirect=True)
    def test_scrolls_down_only_in_the_smallest_window(self, opened: Page) -> None:
        for path in STATES:
            opened.goto(path)

            width = opened.evaluate("document.documentElement.scrollWidth")

            assert width <= SMALLEST["width"], path

    @pytest.mark.parametrize(
        "opened", [{"viewport": PHONE, "java_script_enabled": False}], indirect=True
    )
    def test_says_the_same_and_narrows_without_script(self, opened: Page) -> None:
        for path, words in STATES.items():
            opened.goto(path)
            expect(opened.get_by_role("main")).to_contain_text(words)

        opened.goto(RESULTS)
        opened.get_by_text("Filters", exact=True).click()
        opened.get_by_role("checkbox", name="Document").first.check()
        opened.get_by_role("button", name="Apply").click()

        assert "type=documents.CustomDocument" in opened.url
        assert opened.get_by_role("link", name="Remove: Kind: Document").count() == 1

    def test_a_mended_word_is_said_to_be(self, opened: Page) -> None:
        opened.goto(MENDED)

        status = opened.get_by_role("main").get_by_role("status").last
        expect(status).to_contain_text("for eligibility")


class Combobox:
    """The search field of the page, with what it completes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        main = page.get_by_role("main")
        self.field = main.get_by_role("combobox", name="Search this site")
        self.list = main.get_by_role("listbox", name="Suggestions")
        self.options = self.list.get_by_role("option")
        self.status = main.get_by_role("status").first

    def type(self, text: str) -> None:
        # On a busy machine the answer to the first letters may come between.
        with self.page.expect_response(lambda answer: f"q={text}&" in answer.url):
            self.field.press_sequentially(text)
        expect(self.list).to_be_visible()

    @property
    def active(self) -> Locator:
        """The option that the field says is the active one."""
        name = self.field.get_attribute("aria-activedescendant")
        return self.page.locator(f"#{name}")


@pytest.fixture
def box(opened: Page) -> Combobox:
    opened.goto("/search/")
    return Combobox(opened)


class ComboboxTests:
    def test_says_what_it_is(self, box: Combobox) -> None:
        expect(box.field).to_have_attribute("aria-autocomplete", "list")
        expect(box.field).to_have_attribute("aria-expanded", "false")
        expect(box.list).to_be_hidden()

    def test_opens_while_one_types_and_says_how_many(self, box: Combobox) -> None:
        box.type(TYPED)

        number = box.options.count()
        assert number > 1
        expect(box.field).to_have_attribute("aria-expanded", "true")
        expect(box.status).to_have_text(f"{number} suggestions")
        assert box.field.get_attribute("aria-controls") == box.list.get_attribute("id")

    def test_arrows_choose_and_the_field_keeps_focus_and_text(
        self, box: Combobox
    ) -> None:
        box.type(TYPED)

        box.field.press("ArrowDown")
        expect(box.active).to_have_attribute("aria-selected", "true")
        assert box.active.inner_text() == box.options.first.inner_text()
        box.field.press("ArrowDown")
        assert box.active.inner_text() == box.options.nth(1).inner_text()
        box.field.press("ArrowUp")
        box.field.press("ArrowUp")

        assert box.field.get_attribute("aria-activedescendant") is None
        assert box.list.locator("[aria-selected=true]").count() == 0
        expect(box.field).to_be_focused()
        expect(box.field).to_have_value(TYPED)

    def test_enter_opens_what_is_chosen(self, box: Combobox) -> None:
        box.type(TYPED)
        box.field.press("ArrowDown")
        title = box.active.evaluate("option => option.firstChild.data")

        box.field.press("Enter")
        box.page.wait_for_url(lambda url: "/search/" not in url)

        assert box.page.get_by_role("heading", level=1).inner_text() == title

    def test_enter_searches_where_nothing_is_chosen(self, box: Combobox) -> None:
        box.type(TYPED)

        box.field.press("Enter")

        box.page.wait_for_url(f"**/search/?q={TYPED}")

    def test_escape_closes_and_keeps_the_text_and_an_arrow_opens_again(
        self, box: Combobox
    ) -> None:
        box.type(TYPED)

        box.field.press("Escape")
        expect(box.list).to_be_hidden()
        expect(box.field).to_have_attribute("aria-expanded", "false")
        expect(box.field).to_have_value(TYPED)
        box.field.press("ArrowDown")

        expect(box.list).to_be_visible()
        expect(box.active).to_have_attribute("aria-selected", "true")

    def test_closes_when_one_goes_on(self, box: Combobox) -> None:
        box.type(TYPED)

        box.field.press("Tab")

        expect(box.list).to_be_hidden()

    def test_a_click_opens_what_is_clicked(self, box: Combobox) -> None:
        box.type(TYPED)

        box.options.first.click()

        box.page.wait_for_url(lambda url: "/search/" not in url)

    def test_says_that_nothing_goes_on_so(self, box: Combobox) -> None:
        box.field.press_sequentially("zzzz")

        expect(box.status).to_have_text("No suggestion")
        expect(box.list).to_be_hidden()
        box.field.press("ArrowDown")
        expect(box.list).to_be_hidden()

    @pytest.mark.parametrize(
        "opened", [{"viewport": DESKTOP}, {"viewport": PHONE}], indirect=True
    )
    def test_breaks_no_rule_of_wcag_while_it_is_open(self, box: Combobox) -> None:
        box.type(TYPED)
        box.field.press("ArrowDown")

        assert violations(box.page) == []
        box.page.emulate_media(forced_colors="active")
        assert violations(box.page) == []

    @pytest.mark.parametrize("opened", [{"viewport": SMALLEST}], indirect=True)
    def test_stays_inside_the_smallest_window(self, box: Combobox) -> None:
        box.type(TYPED)

        place = box.list.bounding_box()

        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= SMALLEST["width"]

    @pytest.mark.parametrize(
        "opened", [{"viewport": DESKTOP, "forced_colors": "active"}], indirect=True
    )
    def test_shows_what_is_chosen_in_the_readers_colors(self, box: Combobox) -> None:
        box.type(TYPED)
        box.field.press("ArrowDown")

        chosen, other = (
            box.options.nth(n).evaluate("o => getComputedStyle(o).backgroundColor")
            for n in (0, 1)
        )

        assert chosen != other
