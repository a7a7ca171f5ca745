"""What each kind of page weighs on the way to a phone with poor signal.

Counted as the production server sends it: text as Brotli, pictures as they are.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, Page, Response

from cms.compression import BROTLI_LEVEL, SHORTEST, TEXTS
from documents.models import CustomDocument
from tests.browser.conftest import DESKTOP, PHONE, open_context

KILOBYTE = 1000
STYLE, SCRIPT, REQUESTS = 20 * KILOBYTE, 15 * KILOBYTE, 12
HOME, OTHER = 150 * KILOBYTE, 100 * KILOBYTE
# Of the page's layout that may move after it was first drawn.
SHIFT = 0.02
PATHS = (
    *("/", "/es/", "/impact/", "/impact/2014-15/", "/stories/"),
    *("/stories/the-dennis-luna-story/", "/news/", "/webinars/"),
    "/news/2017-national-idr-forum-ome-presentations/",
    *("/webinars/cspr-part-ii-data-check-sheet/", "/legislation/", "/about/"),
    *("/documents/", "document", "/documents/series/mep-policy-qas/"),
    *("/search/?q=eligibility", "/glossary/", "/contact/", "/no-such-page/"),
)
LAYOUT = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(shift), 200);
})"""
PICTURES = """() => [...document.images].map(image => ({
  address: image.currentSrc, width: image.getAttribute("width"),
  height: image.getAttribute("height"), alt: image.getAttribute("alt"),
  loading: image.loading,
  below: image.getBoundingClientRect().top > innerHeight,
}))"""


@dataclass
class Weight:
    """What a first visit loads, in bytes, by the kind of thing."""

    bytes: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    hosts: set[str] = field(default_factory=set)
    shift: float = 0.0
    pictures: list[dict[str, Any]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    def add(self, response: Response) -> None:
        if response.url.startswith("data:"):
            return
        kind = response.request.resource_type
        self.bytes[kind] = self.bytes.get(kind, 0) + size_of(response)
        self.requests += 1
        self.hosts.add(urlsplit(response.url).netloc)


def size_of(response: Response) -> int:
    """Return how many bytes the production server sends for a body."""
    body = response.body()
    is_text = TEXTS.match(response.headers.get("content-type", "")) or is_script(
        response
    )
    if not is_text or len(body) < SHORTEST:
        return len(body)
    return len(brotli.compress(body, quality=BROTLI_LEVEL))


def is_script(response: Response) -> bool:
    """WhiteNoise sends compressed scripts; the type is not among our own texts."""
    return response.request.resource_type == "script"


@pytest.fixture(autouse=True)
def site_at_live_server() -> None:
    """Not here: see `demonstration`."""


@pytest.fixture(scope="module", params=[PHONE, DESKTOP], ids=["360px", "1280px"])
def weights(
    request: pytest.FixtureRequest, browser: Browser, demonstration: Any
) -> dict[str, Weight]:
    """Return what a first visit to each kind of page loads; each time a new window."""
    landing = CustomDocument.objects.order_by("pk")[0].path
    found = {}
    for path in PATHS:
        context = open_context(browser, demonstration, request.param)
        found[path] = weigh(context.new_page(), landing if path == "document" else path)
        assert context.cookies() == []
        context.close()
    return found


def weigh(page: Page, path: str) -> Weight:
    weight, responses = Weight(), []
    page.on("response", lambda response: responses.append(response))
    page.goto(path, wait_until="networkidle")
    weight.shift = page.evaluate(LAYOUT)
    weight.pictures = page.evaluate(PICTURES)
    for response in responses:
        weight.add(response)
    return weight


class WeightTests:
    def test_style_and_script_are_small(self, weights: dict[str, Weight]) -> None:
        for path, weight in weights.items():
            assert 0 < weight.bytes["stylesheet"] <= STYLE, path
            assert weight.bytes.get("script", 0) <= SCRIPT, path

    def test_pages_are_small_with_all_that_they_show(
        self, weights: dict[str, Weight]
    ) -> None:
        too_heavy = {
            path: weight.bytes
            for path, weight in weights.items()
            if weight.total > (HOME if path in ("/", "/es/") else OTHER)
        }

        assert too_heavy == {}

    def test_a_first_view_needs_few_requests(self, weights: dict[str, Weight]) -> None:
        counts = {path: weight.requests for path, weight in weights.items()}

        assert {p: n for p, n in counts.items() if n > REQUESTS} == {}

    def test_nobody_else_is_asked(
        self, weights: dict[str, Weight], demonstration: Any
    ) -> None:
        hosts = set().union(*(weight.hosts for weight in weights.values()))

        assert hosts == {urlsplit(demonstration.url).netloc}

    def test_no_font_is_loaded(self, weights: dict[str, Weight]) -> None:
        assert [
            path for path, weight in weights.items() if "font" in weight.bytes
        ] == []

    def test_nothing_moves_once_it_is_drawn(self, weights: dict[str, Weight]) -> None:
        shifts = {path: weight.shift for path, weight in weights.items()}

        assert {path: shift for path, shift in shifts.items() if shift > SHIFT} == {}


class PictureTests:
    def test_have_a_size_before_they_are_there(
        self, weights: dict[str, Weight]
    ) -> None:
        pictures = [p for weight in weights.values() for p in weight.pictures]

        assert pictures
        for picture in pictures:
            assert int(picture["width"]) > 0, picture
            assert int(picture["height"]) > 0, picture
            assert picture["alt"] is not None, picture

    def test_wait_where_nobody_has_scrolled_to(
        self, weights: dict[str, Weight]
    ) -> None:
        below = [p for w in weights.values() for p in w.pictures if p["below"]]

        assert [p["address"] for p in below if p["loading"] != "lazy"] == []

    def test_come_in_small_formats(self, weights: dict[str, Weight]) -> None:
        addresses = {p["address"] for w in weights.values() for p in w.pictures}

        loaded = {a for a in addresses if a}
        assert loaded
        assert all(a.endswith((".avif", ".webp", ".svg")) for a in loaded), loaded
