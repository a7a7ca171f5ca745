"""A tree of rich text as HTML: the form that is stored and shown."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from .rich_text_tree import TAGS, Node


def write(blocks: Iterable[Node]) -> str:
    """Return the HTML of blocks, for the content of an element."""
    return "".join(map(_block, blocks))


def _block(node: Node) -> str:
    if node["type"] == "list":
        tag = "ol" if node["ordered"] else "ul"
        return f"<{tag}>{''.join(map(_item, node['content']))}</{tag}>"
    tag = f"h{node['level']}" if node["type"] == "heading" else "p"
    return f"<{tag}>{_inlines(node['content'])}</{tag}>"


def _item(node: Node) -> str:
    """Return an item, whose only paragraph is written as plain text, as editors do."""
    content = node["content"]
    if sum(block["type"] == "paragraph" for block in content) > 1:
        return f"<li>{write(content)}</li>"
    parts = (
        _inlines(block["content"]) if block["type"] == "paragraph" else _block(block)
        for block in content
    )
    return f"<li>{''.join(parts)}</li>"


def _inlines(nodes: Iterable[Node], marks: tuple[str, ...] = tuple(TAGS)) -> str:
    """Return text, links and line breaks, with one element around what a mark is on."""
    if not marks:
        return "".join(map(_inline, nodes))
    mark, *others = marks
    html = ""
    for is_marked, group in groupby(nodes, key=lambda n: mark in n.get("marks", ())):
        inside = _inlines(group, tuple(others))
        html += f"<{TAGS[mark]}>{inside}</{TAGS[mark]}>" if is_marked else inside
    return html


def _inline(node: Node) -> str:
    if node["type"] == "line_break":
        return "<br>"
    if node["type"] == "text":
        return escape(node["text"], quote=False)
    return f"<a{_attributes(node)}>{_inlines(node['content'])}</a>"


def _attributes(link: Node) -> str:
    pairs = {"href": link["href"]}
    if to := link["to"]:
        pairs |= {"data-type": to["type"], "data-id": to["id"]}
    return "".join(f' {name}="{escape(str(v))}"' for name, v in pairs.items())
