"""Rich text as a tree of nodes, read from HTML and written as HTML.

The nodes are those of schemas/rich_text.py, and there are no others: what HTML has
beyond them is left out, and its words stay. What `read` returns is in one form, so that
`read(write(tree)) == tree`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import groupby
from typing import Any

Node = dict[str, Any]
Attributes = dict[str, str]
# Where an anchor leads, as `href` and `to` of a link; None where it is plain text.
Resolve = Callable[[Attributes], Node | None]

MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
TAGS = {"bold": "b", "italic": "i"}
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
LISTS = {"ol": True, "ul": False}
# Each begins a paragraph of its own.
PARAGRAPHS = {
    *("p", "div", "blockquote", "pre", "section", "article", "header", "footer"),
    *("table", "tr", "td", "th", "dl", "dt", "dd", "figure", "figcaption", "hr"),
}
# Whose content is not text for readers.
UNREAD = {"script", "style", "template", "iframe", "noscript", "object", "svg", "title"}
# Lists within lists; what is deeper stands on the last level.
MAX_DEPTH = 10
# What HTML shows as one space; a no-break space is not among it.
SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Anchor:
    """A link; two that stand beside each other are two, wherever they lead."""

    node: Node
    order: int


@dataclass(frozen=True)
class Run:
    """Text between two changes of its marks or its link; a line break has none."""

    text: str | None
    marks: tuple[str, ...] = ()
    anchor: Anchor | None = None


def read(html: str, resolve: Resolve) -> list[Node]:
    """Return the blocks of HTML, however it is written."""
    reader = _Reader(resolve)
    reader.feed(html)
    reader.close()
    return reader.finish()


@dataclass
class _Level:
    """A list or an item that is open."""

    node: Node
    tag: str = field(default="li")


class _Reader(HTMLParser):
    def __init__(self, resolve: Resolve) -> None:
        super().__init__(convert_charrefs=True)
        self.resolve = resolve
        self.blocks: list[Node] = []
        self.levels: list[_Level] = []
        self.heading: int | None = None
        self.runs: list[Run] = []
        self.marks: list[str] = []
        self.anchor: Anchor | None = None
        self.anchors = 0
        self.unread: list[str] = []

    def finish(self) -> list[Node]:
        self.end_block()
        return _without_empty_lists(self.blocks)

    # --- What the parser meets ----------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self.unread.append(tag)
        elif tag in MARKS:
            self.marks.append(MARKS[tag])
        elif tag == "a":
            self.begin_link({name: value or "" for name, value in attrs})
        elif tag == "br":
            self.add(Run(None, anchor=self.anchor))
        elif tag in PARAGRAPHS:
            self.end_block()
        elif tag in HEADINGS:
            self.end_block()
            self.heading = HEADINGS[tag]
        elif tag in LISTS:
            self.begin_list(tag)
        elif tag == "li":
            self.begin_item()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # HTML knows no `<b/>`; but `<svg/>` has no content to leave out.
        if tag not in UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self.leave_unread(tag)
        elif tag in MARKS:
            self.end_mark(MARKS[tag])
        elif tag == "a":
            self.anchor = None
        elif tag in PARAGRAPHS or tag in HEADINGS:
            self.end_block()
        elif tag in LISTS or tag == "li":
            self.end_level(tag)

    def handle_data(self, data: str) -> None:
        self.add(Run(data, tuple(m for m in TAGS if m in self.marks), self.anchor))

    # --- What it means ------------------------------------------------------------

    def add(self, run: Run) -> None:
        if not self.unread:
            self.runs.append(run)

    def leave_unread(self, tag: str) -> None:
        while tag in self.unread:
            self.unread.pop()

    def end_mark(self, mark: str) -> None:
        if mark in self.marks:
            self.marks.remove(mark)

    def begin_link(self, attributes: Attributes) -> None:
        node = self.resolve(attributes)
        self.anchors += 1
        self.anchor = Anchor(node, self.anchors) if node else None

    def end_block(self) -> None:
        """Put what was read since the last block where it belongs."""
        content, level = _content(self.runs), self.heading
        self.runs, self.heading = [], None
        if content and level and not self.levels:
            self.place({"type": "heading", "level": level, "content": content})
        elif content:
            self.place({"type": "paragraph", "content": content})

    def place(self, node: Node) -> None:
        if self.levels and self.levels[-1].tag in LISTS:
            self.begin_item()
        into = self.levels[-1].node["content"] if self.levels else self.blocks
        into.append(node)

    def begin_list(self, tag: str) -> None:
        self.end_block()
        if sum(level.tag in LISTS for level in self.levels) == MAX_DEPTH:
            return
        node = {"type": "list", "ordered": LISTS[tag], "content": []}
        self.place(node)
        self.levels.append(_Level(node, tag))

    def begin_item(self) -> None:
        self.end_block()
        if self.levels and self.levels[-1].tag == "li":
            self.levels.pop()
        if self.levels:
            item: Node = {"type": "list_item", "content": []}
            self.levels[-1].node["content"].append(item)
            self.levels.append(_Level(item))

    def end_level(self, tag: str) -> None:
        """Close the innermost list or item of this name, with what is open in it."""
        self.end_block()
        if tag == "li" and self.levels and self.levels[-1].tag in LISTS:
            return  # It is closed already.
        if any(level.tag == tag for level in self.levels):
            while self.levels.pop().tag != tag:
                pass


def _content(runs: list[Run]) -> list[Node]:
    """Return the content of a block; nothing where a reader would see nothing."""
    if not any(run.text and not run.text.isspace() for run in runs):
        return []
    return list(_inlines(_merged(_with_visible_links(runs))))


def _with_visible_links(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs; a link without a word to click on is none."""
    for anchor, group in groupby(runs, key=lambda run: run.anchor):
        found = list(group)
        visible = any(run.text and not run.text.isspace() for run in found)
        yield from (
            found
            if not anchor or visible
            else (replace(run, anchor=None) for run in found)
        )


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, no two of which could be one, with single spaces."""
    for (is_text, marks, anchor), group in groupby(
        runs, key=lambda run: (run.text is not None, run.marks, run.anchor)
    ):
        if not is_text:
            yield from group
        elif text := SPACE.sub(" ", "".join(run.text or "" for run in group)):
            yield Run(text, marks, anchor)


def _inlines(runs: Iterable[Run]) -> Iterator[Node]:
    for anchor, group in groupby(runs, key=lambda run: run.anchor):
        nodes = [_inline(run) for run in group]
        if anchor is None:
            yield from nodes
        else:
            yield {"type": "link", **anchor.node, "content": nodes}


def _inline(run: Run) -> Node:
    if run.text is None:
        return {"type": "line_break"}
    return {"type": "text", "text": run.text, "marks": list(run.marks)}


def _without_empty_lists(nodes: list[Node]) -> list[Node]:
    """Return blocks and items without those that have nothing in them."""
    for node in nodes:
        if node["type"] in ("list", "list_item"):
            node["content"] = _without_empty_lists(node["content"])
    return [node for node in nodes if node["content"]]
