"""A visit to each page by one window, in all the states that readers see it in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, open_context
from tests.browser.places import STATUSES
from tests.browser.watch import Watch

SIZES = {"1280px": DESKTOP, "360px": PHONE}
# What a reader has set in the system: our colors, or the reader's own.
COLORS = {"our colors": "none", "forced colors": "active"}
OPEN = """open => {
  const details = [...document.querySelectorAll("details")];
  window.cameOpen ??= new Set(details.filter(one => one.open));
  details.forEach(one => { one.open = open || window.cameOpen.has(one); });
}"""
# One explanation at a time is shown; it stays until something else is clicked.
EXPLAIN = """explain => {
  const term = document.querySelector("main [data-type='cms.Term']");
  const shown = term && term.getAttribute("aria-expanded") === "true";
  if (term && shown !== explain) term.click();
}"""


@dataclass
class Visit:
    """What a browser had to say of one page: broken rules by state."""

    text: str
    axe: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    console: list[str] = field(default_factory=list)


@dataclass
class Tour:
    """A visit to each page, by path."""

    visits: dict[str, Visit] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    cookies: list[Any] = field(default_factory=list)

    def found(self, what: Callable[[Visit], Any]) -> dict[str, Any]:
        """Return what there is to complain of, by path."""
        return {path: what(v) for path, v in self.visits.items() if what(v)}


def walk(browser: Browser, server: LiveServer, paths: list[str]) -> Tour:
    context = open_context(browser, server, DESKTOP)
    page, tour = context.new_page(), Tour()
    watch = Watch(page)
    for path in paths:
        watch.console.clear()
        tour.visits[path] = visit(page, path)
        tour.visits[path].console = list(watch.console)
    tour.hosts, tour.cookies = watch.hosts, context.cookies()
    context.close()
    return tour


def visit(page: Page, path: str) -> Visit:
    response = page.goto(path)
    assert response is not None
    assert response.status == STATUSES.get(path, 200), path
    visit = Visit(text=page.get_by_role("main").inner_text())
    for state in states(page):
        if broken := violations(page):
            visit.axe[state] = broken
    return visit


def states(page: Page) -> Iterator[str]:
    """Put the page in each state in turn, and at the end back in the first."""
    for size, colors, unfolded in product(SIZES, COLORS, (False, True)):
        page.set_viewport_size(SIZES[size])
        page.emulate_media(forced_colors=COLORS[colors])
        unfold(page, unfolded)
        yield ", ".join((size, colors, "all open" if unfolded else "as it comes"))
    page.set_viewport_size(DESKTOP)
    page.emulate_media(forced_colors="none")


def unfold(page: Page, unfolded: bool = True) -> None:
    """Open all that opens: filters, menus, notes, and the first explained term."""
    page.evaluate(OPEN, unfolded)
    page.evaluate(EXPLAIN, unfolded)
