"""A walk through a page by the Tab key alone, and what there is to see at each stop."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# WCAG 2.5.8: this wide and high, or so far from the next.
TARGET = 24
# WCAG 1.4.11, of what shows where the focus is.
CONTRAST = 3
# More than any page has.
END = 300

# `walk` remembers what can be clicked, and how it looks without the focus. A box to
# tick is as large as its label; where it is only for the ear, the label has its focus.
# What floats above the page is there while it has the focus.
PREPARE = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
  const every = {visibilityProperty: true, opacityProperty: true};
  const seen = e => e.checkVisibility(every);
  const label = e => e.labels && e.labels[0];
  const isTick = e => e.matches("[type=checkbox], [type=radio]");
  const isForTheEar = e => e.offsetWidth <= 1 || !seen(e)
    || e.getBoundingClientRect().right < 0;
  const drawnOn = e => isTick(e) && label(e) && isForTheEar(e) ? label(e) : e;
  const look = e => {
    const {outlineStyle, outlineWidth, outlineColor, boxShadow} = getComputedStyle(e);
    return [outlineStyle, outlineWidth, outlineColor, boxShadow].join();
  };
  const isNext = e => e.type !== "radio" || e.checked
    || (!document.querySelector(`[name="${e.name}"]:checked`)
        && document.querySelector(`[name="${e.name}"]`) === e);
  const around = e => {
    const inside = parseFloat(getComputedStyle(e).outlineOffset) < 0;
    for (let at = inside ? e : e.parentElement; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(color)) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const isInText = e => getComputedStyle(e).display === "inline"
    && e.parentElement.innerText.trim().length > e.innerText.trim().length;
  const all = [...document.querySelectorAll("*")];
  const can = all.filter(e => e.matches(controls) && e.tabIndex >= 0 && !e.disabled
    && e.type !== "hidden" && seen(drawnOn(e)) && isNext(e));
  let before = document.body;
  const plain = new Map(can.map(e => [e, look(drawnOn(e))]));
  window.stopAt = e => {
    const drawn = drawnOn(e), {outlineStyle, outlineWidth, outlineColor} =
      getComputedStyle(drawn);
    const target = isTick(e) && label(e) ? label(e) : e;
    const [first] = drawn.getClientRects(), box = target.getBoundingClientRect();
    const there = document.elementFromPoint(
      first.left + first.width / 2, first.top + first.height / 2);
    const position = before.compareDocumentPosition(e);
    const isNext = Boolean(position & Node.DOCUMENT_POSITION_FOLLOWING);
    const isAgain = before === e && e.type === "date";
    before = e;
    return {
      place: all.indexOf(e), html: e.outerHTML.slice(0, 120),
      follows: isNext || isAgain,
      left: box.left + scrollX, top: box.top + scrollY,
      width: box.width, height: box.height, in_text: isInText(e),
      changed: look(drawn) !== plain.get(e),
      outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
      color: outlineColor, around: around(drawn),
      floats: Boolean(e.closest(".term__note, .usa-skipnav")),
      on_top: Boolean(there) && (drawn.contains(there) || target.contains(there)),
    };
  };
  // What is clicked that no key reaches, by the shape of the pointer above it.
  const reached = e => e.closest("label")
    || can.some(one => one.contains(e) || e.contains(one));
  return {
    expected: can.map(e => all.indexOf(e)),
    pointer_only: all.filter(e => getComputedStyle(e).cursor === "pointer"
      && seen(e) && !reached(e)).map(e => e.outerHTML.slice(0, 120)),
    html: Object.fromEntries(can.map(e => [all.indexOf(e), e.outerHTML.slice(0, 120)])),
  };
}"""
STOP = """async () => {
  await Promise.all(document.getAnimations().map(animation => animation.finished));
  const focused = document.activeElement;
  return focused === document.body ? null : window.stopAt(focused);
}"""


@dataclass
class Stop:
    """What has the focus: where it is in the page, in pixels, and how one sees it."""

    place: int
    follows: bool
    floats: bool
    html: str
    left: float
    top: float
    width: float
    height: float
    in_text: bool
    changed: bool
    outline: float
    color: str
    around: str
    on_top: bool

    @property
    def is_seen(self) -> bool:
        """Whether a line of two pixels that was not there stands out."""
        contrast = contrast_of(self.color, self.around)
        return self.changed and self.outline >= 2 and contrast >= CONTRAST

    @property
    def is_small(self) -> bool:
        return min(self.width, self.height) < TARGET and not self.in_text

    def is_near(self, other: "Stop") -> bool:
        """Whether the other is inside a circle of 24 pixels around the middle."""
        x, y = self.left + self.width / 2, self.top + self.height / 2
        dx = max(other.left - x, 0, x - other.left - other.width)
        dy = max(other.top - y, 0, y - other.top - other.height)
        return (dx**2 + dy**2) ** 0.5 < TARGET / 2

    def is_before(self, other: "Stop") -> bool:
        """Whether one who reads down each column and line by line comes here first."""
        above = self.top + self.height <= other.top
        same_line = not above and other.top + other.height > self.top
        left = self.left + self.width <= other.left
        return (above and not other.left + other.width <= self.left) or (
            same_line and left
        )


@dataclass
class Walk:
    """The stops from the address bar to the end of a page."""

    stops: list[Stop]
    expected: list[int]
    html: dict[str, str]
    pointer_only: list[str]

    @property
    def missed(self) -> list[str]:
        reached = {stop.place for stop in self.stops}
        return [self.html[str(p)] for p in self.expected if p not in reached]

    @property
    def out_of_order(self) -> list[tuple[str, str]]:
        """Pairs of which the second stands before the first, or is the first."""
        pairs = zip(self.stops, self.stops[1:], strict=False)
        return [
            (one.html, next_.html)
            for one, next_ in pairs
            if not next_.follows or (next_.is_before(one) and not one.floats)
        ]

    @property
    def unseen(self) -> list[Stop]:
        return [stop for stop in self.stops if not stop.is_seen]

    @property
    def covered(self) -> list[str]:
        return [stop.html for stop in self.stops if not stop.on_top]

    @property
    def too_small(self) -> list[tuple[str, str]]:
        return [
            (small.html, other.html)
            for small in self.stops
            for other in self.stops
            if not other.floats
            and small.is_small
            and other is not small
            and small.is_near(other)
        ]


def walk(page: Page, key: str = "Tab") -> Walk:
    prepared: dict[str, Any] = page.evaluate(PREPARE)
    return Walk(list(stops(page, key)), **prepared)


def stops(page: Page, key: str) -> Iterator[Stop]:
    """Yield what has the focus in turn, until the browser's own bar has it."""
    for _press in range(END):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield Stop(**stop)
    raise AssertionError(f"{END} stops, and no end: {page.url}")


def contrast_of(*colors: str) -> float:
    """Return the ratio of WCAG of two colors that CSS computed."""
    dark, light = sorted(luminance(color) for color in colors)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
