"""Public forms of the StreamField blocks, told apart by `type`."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from .base import PublicSchema, rendered
from .references import DocumentLink, ImageLink, Link, SeriesLink
from .rich_text import Html
from .statistics import Statistic


class HeadingValue(PublicSchema):
    text: str
    level: Literal[2, 3, 4]
    anchor: str = Field(description="Fragment identifier on the HTML page.")


class ImageValue(PublicSchema):
    image: ImageLink
    caption: str


class QuoteValue(PublicSchema):
    text: str = Field(description="The words only; the page adds the marks.")
    attribution: str


class DocumentListValue(PublicSchema):
    heading: str
    anchor: str = Field(description="Fragment identifier on the HTML page.")
    introduction: str
    selection: Literal["series", "type", "picked"] = Field(
        description="How the documents were chosen: by `series`, by `document_type`, "
        "or one by one."
    )
    series: SeriesLink | None
    document_type: str
    documents: list[DocumentLink]


class CalloutValue(PublicSchema):
    kind: Literal["information", "warning", "success"]
    heading: str
    text: Annotated[str, Html()] = Field(description="Links resolved.")


class TableColumn(PublicSchema):
    heading: str
    kind: Literal["text", "number"]


class TableValue(PublicSchema):
    caption: str
    columns: list[TableColumn]
    rows: list[list[str]] = Field(description="Each has a cell for each column.")
    source: str = Field(description="Where the figures come from, in words.")


class EmbedValue(PublicSchema):
    """Media on another site, as a link: nothing is loaded from there."""

    title: str
    url: str
    host: str = Field(examples=["video.example.org"])
    description: str


class CallToActionValue(PublicSchema):
    text: str
    link: Link
    emphasis: Literal["primary", "outline"]


class _Item(PublicSchema):
    id: str


class HeadingItem(_Item):
    type: Literal["heading"]
    value: HeadingValue


class RichTextItem(_Item):
    type: Literal["rich_text"]
    value: Annotated[str, Html()] = Field(description="Links resolved.")


class ImageItem(_Item):
    type: Literal["image"]
    value: ImageValue


class QuoteItem(_Item):
    type: Literal["quote"]
    value: QuoteValue


class DocumentListItem(_Item):
    type: Literal["document_list"]
    value: DocumentListValue


class CalloutItem(_Item):
    type: Literal["callout"]
    value: CalloutValue


class TableItem(_Item):
    type: Literal["table"]
    value: TableValue


class StatisticItem(_Item):
    type: Literal["statistic"]
    value: Statistic


class EmbedItem(_Item):
    type: Literal["embed"]
    value: EmbedValue


class CallToActionItem(_Item):
    type: Literal["call_to_action"]
    value: CallToActionValue


# With a name, so that clients have one for it, too.
Block = TypeAliasType(
    "Block",
    Annotated[
        HeadingItem
        | RichTextItem
        | ImageItem
        | QuoteItem
        | DocumentListItem
        | CalloutItem
        | TableItem
        | StatisticItem
        | EmbedItem
        | CallToActionItem,
        Field(discriminator="type"),
    ],
)

Blocks = Annotated[list[Block], rendered("blocks")]
