"""The tree and its HTML say the same."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.publishing.rich_text import external, internal, tree_of
from cms.publishing.rich_text_html import write
from cms.publishing.rich_text_tree import read
from cms.publishing.schemas.rich_text import TREE

MANY = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def tree(html: str) -> list[dict[str, Any]]:
    return read(html, lambda anchor: external(anchor["href"]))


def text(words: str, *marks: str) -> dict[str, Any]:
    return {"type": "text", "text": words, "marks": list(marks)}


def paragraph(*content: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(content)}


def items(*contents: list[Any], ordered: bool = False) -> dict[str, Any]:
    found = [{"type": "list_item", "content": content} for content in contents]
    return {"type": "list", "ordered": ordered, "content": found}


BREAK = {"type": "line_break"}


class ReadTests:
    def test_marks_are_told_of_each_stretch_of_text(self):
        assert tree("<p>a <b>b <i>c</i></b><em>d</em></p>") == [
            paragraph(
                text("a "),
                text("b ", "bold"),
                text("c", "bold", "italic"),
                text("d", "italic"),
            )
        ]

    def test_lists_stand_in_the_items_of_lists(self):
        found = tree("<ol><li>one<ul><li>two</li></ul></li><li>three</li></ol>")

        inner = items([paragraph(text("two"))])
        assert found == [
            items(
                [paragraph(text("one")), inner],
                [paragraph(text("three"))],
                ordered=True,
            )
        ]

    def test_a_link_holds_its_words(self):
        (found,) = tree('<p>a <b><a href="/x/">b<br>c</a></b></p>')

        inside = [text("b", "bold"), BREAK, text("c", "bold")]
        link = {"type": "link", **external("/x/"), "content": inside}
        assert found == paragraph(text("a "), link)

    def test_two_links_beside_each_other_stay_two(self):
        html = '<p><a href="/x/">a</a><a href="/x/">b</a></p>'

        assert write(tree(html)) == html

    def test_headings_are_below_that_of_the_page(self):
        found = tree("<h1>a</h1><h3>b</h3><h6>c</h6>")

        assert [block["level"] for block in found] == [2, 3, 4]

    @pytest.mark.parametrize(
        ("html", "written"),
        [
            ("bare <b>words</b>", "<p>bare <b>words</b></p>"),
            ("<p>a</p>\n  <p> </p><p>b\n  c</p>", "<p>a</p><p>b c</p>"),
            ("<div>a<p>b</div>c", "<p>a</p><p>b</p><p>c</p>"),
            ("<ul><li></li><li>&nbsp;</li></ul>", ""),
            ("<ul>a<ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
            ("<li>a</li></ul></p></b>", "<p>a</p>"),
            ("<ul><li>a</ul></li><p>b</p>", "<ul><li>a</li></ul><p>b</p>"),
            (
                "<ul><li><h2>a</h2><p>b</p></li></ul>",
                "<ul><li><p>a</p><p>b</p></li></ul>",
            ),
            ("<p>a<b>", "<p>a</p>"),
            ("<p>a<a href='/x/'> </a>b</p>", "<p>a b</p>"),
            (
                "<p>a <a href='/x/'>b <a href='/y/'>c</p>",
                '<p>a <a href="/x/">b </a><a href="/y/">c</a></p>',
            ),
            ("<p>5 < 6 &amp; 7</p>", "<p>5 &lt; 6 &amp; 7</p>"),
            ("<svg><p>x</p></svg><style>p</style><script>1<2</script>a", "<p>a</p>"),
            ("<!-- a --><?b?><![CDATA[c]]><p>d</p>", "<p>d</p>"),
        ],
    )
    def test_whatever_is_written(self, html, written):
        assert write(tree(html)) == written

    def test_no_depth_is_too_deep(self):
        for opening in ("<ul><li>", "<ul>", "<b>", "<p>", "<a href='/'>", "<svg>"):
            html = write(tree(opening * 20_000 + "x"))

            assert tree_of(html) == tree(html)
            assert html.count("<ul>") <= 10


# --- Whatever tree there is -------------------------------------------------------

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
)
MARKS = st.sampled_from([(), ("bold",), ("italic",), ("bold", "italic")])
PATHS = st.text("abc/-?&=#\"'<> é", min_size=1)
PLACES = st.builds(external, PATHS) | st.builds(
    internal, st.just("a.B"), st.integers(1, 10**12), PATHS
)
TEXTS = st.builds(lambda words, marks: text(words, *marks), WORDS, MARKS)
INSIDE_LINK = st.lists(TEXTS | st.just(BREAK), min_size=1, max_size=4)
LINKS = st.builds(
    lambda place, content: {"type": "link", **place, "content": content},
    PLACES,
    INSIDE_LINK,
)
INLINES = st.lists(TEXTS | LINKS | st.just(BREAK), min_size=1, max_size=5)
PARAGRAPHS = st.builds(lambda content: paragraph(*content), INLINES)
HEADINGS = st.builds(
    lambda level, content: {"type": "heading", "level": level, "content": content},
    st.sampled_from([2, 3, 4]),
    INLINES,
)
LISTS = st.recursive(
    st.builds(
        lambda ordered, contents: items(*contents, ordered=ordered),
        st.booleans(),
        st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=2), min_size=1, max_size=3),
    ),
    lambda inner: st.builds(
        lambda ordered, first, lists: items([first, *lists], ordered=ordered),
        st.booleans(),
        PARAGRAPHS,
        st.lists(inner, min_size=1, max_size=2),
    ),
    max_leaves=4,
)
TREES = st.lists(PARAGRAPHS | HEADINGS | LISTS, max_size=4)
TAGS = st.sampled_from(
    [
        *("p", "b", "i", "a", "ul", "ol", "li", "br", "br/", "h1", "h3", "div"),
        *("script", "svg", "svg/", "table", "embed", "a&#;", "textarea", "!--", "?x"),
    ]
)
PIECES = st.one_of(
    WORDS,
    st.builds(lambda tag: f"<{tag}>", TAGS),
    st.builds(lambda tag: f"</{tag}>", TAGS),
    st.builds(lambda path: f'<a href="{path}" data-id="x">', PATHS),
)


class RoundTripTests:
    @MANY
    @given(TREES)
    def test_html_of_a_tree_is_read_as_the_same_tree(self, blocks):
        once = tree_of(write(blocks))

        assert tree_of(write(once)) == once
        assert words(once) == words(blocks)

    @MANY
    @given(TREES)
    def test_html_stays_as_it_is(self, blocks):
        html = write(tree_of(write(blocks)))

        assert write(tree_of(html)) == html

    @MANY
    @given(st.lists(PIECES, max_size=12).map("".join))
    def test_whatever_is_read_is_a_tree_of_the_schema(self, html):
        blocks = read(html, lambda anchor: external(anchor.get("href", "/")))

        TREE.validate_python(blocks, strict=True)
        assert tree_of(write(blocks)) == blocks


def words(value: Any) -> list[str]:
    """Return the words in a tree, in order, whatever stands around them."""
    if isinstance(value, list):
        joined = [words(part) for part in value]
        return [word for part in joined for word in part]
    if value["type"] == "text":
        # Only what is seen: spaces may be fewer.
        return list("".join(value["text"].split()))
    return words(value.get("content", []))
