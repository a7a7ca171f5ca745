"""Each page of the demonstration as browsers show it: in each state, and enlarged."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import Browser

from tests.browser import tour as tours
from tests.browser.conftest import SMALLEST, window
from tests.browser.places import STATUSES, examples, page_types, paths, routes
from tests.browser.tour import OPEN, Tour


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


@pytest.fixture(scope="module")
def tour(browser: Browser, demonstration: Any) -> Tour:
    return tours.walk(browser, demonstration, paths())


class PlacesTests:
    """A page type, or an address for readers, that is added is visited as well."""

    def test_have_each_page_type_in_each_language(self, demonstration: Any) -> None:
        found = {(example.type, example.language) for example in examples()}

        wanted = {(kind, code) for kind in page_types() for code in ("en", "es")}
        assert wanted - found == set()

    def test_have_each_route_to_a_page(self, demonstration: Any) -> None:
        visited = {resolve(path.partition("?")[0]).route for path in paths()}

        assert {route for route in routes() if route not in visited} == set()


class PageTests:
    def test_breaks_no_rule_of_wcag_in_any_state(self, tour: Tour) -> None:
        assert tour.found(lambda visit: visit.axe) == {}

    def test_has_text(self, tour: Tour) -> None:
        assert tour.found(lambda visit: len(visit.text) < 40) == {}

    def test_logs_nothing(self, tour: Tour) -> None:
        logged = tour.found(lambda visit: visit.console)

        # The browser itself notes that a page is not there.
        assert set(logged) == set(STATUSES)

    def test_contacts_nobody_else(self, tour: Tour, demonstration: Any) -> None:
        assert tour.hosts == {urlsplit(demonstration.url).netloc}

    def test_sets_no_cookie(self, tour: Tour) -> None:
        assert tour.cookies == []


# Words that something else lies on, or that no scrolling shows, in a window this small.
# Of the way to a page such a window shows the last step, by the design system.
HIDDEN_WORDS = """() => {
  const meant = ".usa-sr-only, .usa-skipnav, svg, "
    + ".usa-breadcrumb__list-item:not(:nth-last-child(2))";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), hidden = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(meant)) continue;
    range.selectNodeContents(node);
    if (!element.checkVisibility() || !range.getClientRects().length) continue;
    element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    for (const line of [0, range.getClientRects().length - 1]) {
      const wanted = () => range.getClientRects()[line];
      scrollBy({top: wanted().top - innerHeight / 2, behavior: "instant"});
      const {left, top, width, height} = wanted();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!there || !(element.contains(there) || there.contains(element)))
        hidden.push(node.data.trim().slice(0, 60));
    }
  }
  return hidden;
}"""


class EnlargedTests:
    """At 400 percent, with all that opens open."""

    def test_scrolls_down_only_and_hides_nothing(
        self, browser: Browser, demonstration: Any
    ) -> None:
        context = window(browser, demonstration, viewport=SMALLEST)
        page, widths, hidden = context.new_page(), {}, {}
        for path in paths():
            page.goto(path)
            page.evaluate(OPEN, True)
            widths[path] = page.evaluate("document.documentElement.scrollWidth")
            hidden[path] = page.evaluate(HIDDEN_WORDS)
        context.close()

        assert {p: width for p, width in widths.items() if width > 320} == {}
        assert {path: words for path, words in hidden.items() if words} == {}
