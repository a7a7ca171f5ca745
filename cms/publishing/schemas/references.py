"""Short public forms of things that other things refer to.

Every one carries what a client needs to show it, so that no id has to be chased.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from .base import PublicSchema, rendered
from .rich_text import Html


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_number, return_type=float | int)]


class PageLink(PublicSchema):
    """A link to a public page."""

    id: int
    type: str = Field(examples=["news.NewsPage"])
    title: str
    path: str = Field(description="Path on the site.", examples=["/news/"])
    url: str = Field(description="Absolute address of the HTML page.")
    locale: str = Field(examples=["en"])


class Rendition(PublicSchema):
    """An image file at one width."""

    url: str
    width: int = Field(description="Pixels.")
    height: int = Field(description="Pixels.")
    media_type: str = Field(examples=["image/avif"])


class PictureSource(PublicSchema):
    """The same picture in one format: the attributes of a `<source>`."""

    media_type: str = Field(description="For `type`.", examples=["image/avif"])
    srcset: str = Field(
        description="For `srcset`: each file with its width, separated by commas.",
        examples=[
            "https://results.example.org/images/2/86be4fb45d14/whole/320.avif 320w"
        ],
    )


class CardPicture(PublicSchema):
    """An image cut to 16:9 around its focal point, for cards and previews of links."""

    url: str = Field(description="The widest file, as WebP.")
    width: int = Field(description="Pixels, of the widest file.")
    height: int = Field(description="Pixels, of the widest file.")
    sources: list[PictureSource]


class FocalPoint(PublicSchema):
    """The centre of what matters in a picture, as fractions of width and height."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


Renditions = Annotated[
    list[Rendition],
    Field(
        description="Each file, the preferred format first, narrowest first; "
        "none wider than the image."
    ),
]
Sources = Annotated[
    list[PictureSource],
    Field(
        description="The files by format, the preferred one first, as in `<picture>`; "
        "`url` is for the `<img>` behind them."
    ),
]
Card = Annotated[
    CardPicture | None,
    Field(description="Null where the image is smaller than 320 by 180 pixels."),
]


class ImageLink(PublicSchema):
    """An image with all that is needed to show it."""

    id: int
    title: str
    alt: str = Field(description="Alternative text; empty for a decorative image.")
    # None where a row of the log is from before there was one.
    alt_language: str | None = Field(
        default=None,
        description="Its language, where it is not that of the text around it.",
        examples=["en"],
    )
    credit: str
    url: str
    width: int = Field(description="Pixels.")
    height: int = Field(description="Pixels.")
    size: int = Field(description="Bytes.")
    media_type: str
    focal_point: FocalPoint | None
    renditions: Renditions
    sources: Sources
    card: Card


class DocumentLink(PublicSchema):
    """A released document with the facts of its file."""

    id: int
    type: str = Field(examples=["documents.CustomDocument"])
    title: str
    document_type: str
    document_type_label: str
    status: str
    status_label: str
    document_date: date | None
    language: str
    filename: str
    extension: str
    media_type: str
    size: int = Field(description="Bytes.")
    pages: int | None = Field(
        description="How many pages, sheets or slides it has, where that is known."
    )
    page_unit: str
    path: str
    url: str = Field(description="Absolute address of the landing page.")
    download_url: str


class TopicLink(PublicSchema):
    id: int
    name: str
    slug: str


class ProgrammeLink(PublicSchema):
    id: int
    name: str
    url: str


class MeasureLink(PublicSchema):
    """What a statistic counts, with its definition."""

    id: int
    name: str
    definition: str
    unit: str


class SourceLink(PublicSchema):
    """Where a figure comes from."""

    id: int
    name: str
    url: str


class SeriesLink(PublicSchema):
    id: int
    name: str
    slug: str


class OfficeLink(PublicSchema):
    """An office a reader can turn to."""

    id: int
    name: str
    email: str
    phone: str
    url: str


class TermLink(PublicSchema):
    """A word of the trade with its meaning."""

    id: int
    name: str
    expansion: str = Field(
        description="What an abbreviation stands for; empty for a word.",
        examples=["Certificate of Eligibility"],
    )
    definition: str
    slug: str = Field(description="Fragment identifier on the glossary page.")


class Link(PublicSchema):
    """Where a button or a navigation entry leads: a page, a document or an address."""

    kind: Literal["page", "document", "external"]
    label: str = Field(description="The words to show.")
    url: str = Field(description="A path on the site, or an address elsewhere.")
    page: PageLink | None = None
    document: DocumentLink | None = None


OptionalPage = Annotated[PageLink | None, rendered("page")]
Image = Annotated[ImageLink | None, rendered("image")]
Document = Annotated[DocumentLink | None, rendered("document")]
Documents = Annotated[list[DocumentLink], rendered("attachments")]
Pages = Annotated[list[PageLink], rendered("related_pages")]
Topics = Annotated[list[TopicLink], rendered("snippets")]
Programmes = Annotated[list[ProgrammeLink], rendered("snippets")]
Measure = Annotated[MeasureLink | None, rendered("snippet")]
Source = Annotated[SourceLink | None, rendered("snippet")]
Series = Annotated[SeriesLink | None, rendered("snippet")]
Office = Annotated[OfficeLink | None, rendered("snippet")]
RichText = Annotated[str, rendered("rich_text"), Html()]
