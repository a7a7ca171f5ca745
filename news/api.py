"""Public shapes of news, webinars and stories."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AliasChoices, Field

from cms.publishing.registry import publishes
from cms.publishing.schemas import (
    Blocks,
    Document,
    Documents,
    Image,
    Office,
    PageCard,
    PageDetail,
    Pages,
    Programmes,
    PublicSchema,
    RichText,
    rendered,
)

from .models import (
    NewsIndexPage,
    NewsPage,
    StoryIndexPage,
    StoryPage,
    WebinarIndexPage,
    WebinarPage,
)
from .models.news import NewsCategory
from .models.webinar import WebinarKind, WebinarState


class NewsCard(PageCard):
    """A news item in a list, with the files that belong to it."""

    published_on: date = Field(description="The day that stands above the item.")
    category: Literal["announcement", "document_release", "event", "data"]
    category_label: str
    lead: str = Field(
        description="One or two sentences that stand for the item in lists."
    )
    image: Image = Field(validation_alias=AliasChoices("picture", "image"))
    attachments: Documents = Field(description="In the editor's order.")
    related_pages: Pages


@publishes(NewsPage, card=NewsCard, filters={"category": NewsCategory.values})
class NewsDetail(NewsCard, PageDetail):
    """A news item, whole: images, documents and links resolved."""

    image_caption: str
    body: Blocks


@publishes(NewsIndexPage, card=PageCard)
class NewsIndexDetail(PageDetail):
    introduction: RichText


class Place(PublicSchema):
    """A stop on a family's route."""

    name: str
    state: str
    role: Literal["sending", "receiving", "other"]
    role_label: str


class StoryCard(PageCard):
    """A story in a list: who speaks, and what is said."""

    person: str
    quote: str = Field(description="The words only; the page adds the marks.")
    attribution: str = Field(description="Who says it, as a line below the quote.")
    portrait: Image = Field(validation_alias=AliasChoices("picture", "portrait"))
    places: Annotated[list[Place], rendered("all")] = Field(
        description="The family's route, in order."
    )
    lead: str = Field(
        description="One or two sentences that stand for the story in lists."
    )


@publishes(StoryPage, card=StoryCard)
class StoryDetail(StoryCard, PageDetail):
    work: str
    school: str
    graduation_year: int | None
    programmes: Programmes
    body: Blocks


@publishes(StoryIndexPage, card=PageCard)
class StoryIndexDetail(PageDetail):
    introduction: RichText


class Registration(PublicSchema):
    """How to take part; absent once registration has closed."""

    url: str
    closes_at: datetime


class WebinarCard(PageCard):
    """An event in a list."""

    kind: Literal["webinar", "forum", "meeting"]
    kind_label: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str = Field(examples=["America/New_York"])
    time_zone_label: str = Field(examples=["Eastern Time"])
    state: Literal["upcoming", "live", "past", "cancelled"]
    state_label: str
    virtual: bool = Field(description="Whether it takes place online.")
    place: str
    registration: Registration | None
    registration_has_closed: bool = Field(
        description="False where registration is open, and where none was needed."
    )


class Presenter(PublicSchema):
    name: str
    role: str
    organisation: str


class Recording(PublicSchema):
    """What remains of an event for those who were not there."""

    url: str
    captions: bool
    transcript: Document


@publishes(
    WebinarPage,
    card=WebinarCard,
    filters={"kind": WebinarKind.values, "state": WebinarState.values},
)
class WebinarDetail(WebinarCard, PageDetail):
    cancelled_reason: str = Field(description="Empty unless `state` is `cancelled`.")
    presenters: Annotated[list[Presenter], rendered("all")]
    agenda: Blocks
    slides: Documents
    recording: Recording | None
    contact: Office
    calendar_url: Annotated[str, rendered("absolute")] = Field(
        validation_alias=AliasChoices("calendar_path", "calendar_url"),
        description="The event as an iCalendar file.",
    )


@publishes(WebinarIndexPage, card=PageCard)
class WebinarIndexDetail(PageDetail):
    introduction: RichText
