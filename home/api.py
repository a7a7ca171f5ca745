"""Public shapes of the home, impact and standard pages."""

from typing import Annotated

from pydantic import Field

from cms.publishing.registry import publishes
from cms.publishing.schemas import (
    Blocks,
    PageCard,
    PageDetail,
    PageLink,
    PublicSchema,
    RichText,
    Statistic,
    rendered,
)
from cms.publishing.schemas.site import Contact
from news.api import NewsCard, StoryCard, WebinarCard

from .models import HomePage, ImpactIndexPage, ImpactPage, StandardPage


class ImpactCard(PageCard):
    programme_year: str = Field(pattern=r"^\d{4}-\d{2}$", examples=["2014-15"])
    lead: str = Field(description="The sentence that the statistics complete.")


@publishes(ImpactPage, card=ImpactCard, filters={"programme_year": None})
class ImpactDetail(ImpactCard, PageDetail):
    """A programme year with its statistics."""

    statistics: Annotated[list[Statistic], rendered("all")]
    body: Blocks


@publishes(ImpactIndexPage, card=PageCard)
class ImpactIndexDetail(PageDetail):
    introduction: RichText


@publishes(StandardPage, card=PageCard)
class StandardDetail(PageDetail):
    body: Blocks
    contact: Annotated[Contact | None, rendered("value")] = Field(
        description="Whom readers may ask; null where the page does not show it."
    )


class ImpactHighlight(PublicSchema):
    """The impact block of the home page: one programme year, up to four figures."""

    heading: str
    page: PageLink
    programme_year: str
    lead: str
    statistics: list[Statistic]


class HomeCard(PageCard):
    pass


@publishes(HomePage, card=HomeCard)
class HomeDetail(HomeCard, PageDetail):
    """The whole home page in one answer, in the order it is shown."""

    hero_lines: list[str] = Field(description="The large words at the top, by line.")
    impact: Annotated[ImpactHighlight | None, rendered("value")]
    mission_heading: str
    mission: RichText
    story_heading: str
    story: Annotated[StoryCard | None, rendered("card")] = Field(
        description="Null where none was chosen, or it is not public."
    )
    next_event: Annotated[WebinarCard | None, rendered("value")] = Field(
        description="The event that is happening now, or else comes next; null where "
        "none is planned."
    )
    updates_heading: str
    updates: Annotated[list[NewsCard], rendered("cards")] = Field(
        description="The latest news, pinned items first."
    )
