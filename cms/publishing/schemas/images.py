"""The public shape of an image as a resource of its own."""

from datetime import datetime

from pydantic import Field

from .base import PublicSchema
from .references import Card, FocalPoint, Renditions, Sources


class ImageMeta(PublicSchema):
    """Facts about an image, in the place where Wagtail's API v2 has them."""

    type: str = Field(examples=["cms.CustomImage"])
    detail_url: str
    download_url: str
    date: datetime = Field(description="When it was added; lists are ordered by it.")
    first_published_at: datetime


class ImageCard(PublicSchema):
    """An image in a list."""

    id: int
    meta: ImageMeta
    title: str
    alt: str
    credit: str
    url: str
    width: int = Field(description="Pixels.")
    height: int = Field(description="Pixels.")
    size: int = Field(description="Bytes.")
    media_type: str


class ImageDetail(ImageCard):
    """An image, with its focal point and the sizes it comes in."""

    focal_point: FocalPoint | None
    renditions: Renditions
    sources: Sources
    card: Card
