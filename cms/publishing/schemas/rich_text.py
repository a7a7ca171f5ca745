"""The public shapes of rich text: HTML, or the same as a tree of these nodes.

`content` holds what is inside a node. A client that meets a type that it does not know
shows the content of it.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from .base import PublicSchema


class TextNode(PublicSchema):
    """Words that look the same."""

    type: Literal["text"]
    text: str
    marks: list[Literal["bold", "italic"]]


class LineBreakNode(PublicSchema):
    type: Literal["line_break"]


class LinkTarget(PublicSchema):
    """What a link within the site leads to."""

    type: str = Field(examples=["news.NewsPage", "documents.CustomDocument"])
    id: int = Field(description="Its number in the API.")
    path: str = Field(description="Path on the site.", examples=["/news/"])
    live: Literal[True] = Field(
        description="A link to what is not public is sent as plain text."
    )


class LinkNode(PublicSchema):
    type: Literal["link"]
    href: str = Field(description="An address elsewhere, or the path of `to`.")
    to: LinkTarget | None = Field(description="Null where the link leaves the site.")
    content: list[Annotated[TextNode | LineBreakNode, Field(discriminator="type")]]


InlineNode = Annotated[TextNode | LineBreakNode | LinkNode, Field(discriminator="type")]


class ParagraphNode(PublicSchema):
    type: Literal["paragraph"]
    content: list[InlineNode]


class HeadingNode(PublicSchema):
    type: Literal["heading"]
    level: Literal[2, 3, 4]
    content: list[InlineNode]


class ListNode(PublicSchema):
    type: Literal["list"]
    ordered: bool
    content: list["ListItemNode"]


class ListItemNode(PublicSchema):
    type: Literal["list_item"]
    content: list[Annotated[ParagraphNode | ListNode, Field(discriminator="type")]]


BlockNode = Annotated[
    ParagraphNode | HeadingNode | ListNode, Field(discriminator="type")
]
TREE = TypeAdapter(list[BlockNode])


class Html:
    """Marks a text that is HTML, and that `rich_text=tree` sends as a tree."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        html = handler(core) | {"title": "HTML"}
        return {"anyOf": [html, handler(TREE.core_schema) | {"title": "Tree"}]}
