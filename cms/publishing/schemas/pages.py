"""What every page shows: in a list (card) and whole (detail)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from .base import PublicSchema, rendered
from .references import Image, PageLink, TermLink, Topics


class PageMeta(PublicSchema):
    """Facts about a page, in the place where Wagtail's API v2 has them."""

    type: str = Field(examples=["news.NewsPage"])
    detail_url: str
    html_url: str
    path: str
    slug: str
    locale: str = Field(description="Of the tree in which the page stands.")
    language: str = Field(
        description="Of its words: another one than `locale` while nobody has "
        "translated the page."
    )
    parent: PageLink | None
    show_in_menus: bool
    seo_title: str = Field(description="For `<title>`; empty where `title` will do.")
    search_description: str = Field(description='For `<meta name="description">`.')
    date: datetime | None = Field(
        description=(
            "By which lists are ordered: the day of a news item, the beginning of a "
            "webinar or of a program year; of other pages `first_published_at`."
        )
    )
    first_published_at: datetime | None
    last_published_at: datetime | None = Field(
        description="When an editor last published it."
    )
    public_updated_at: datetime | None = Field(
        description="Moves on a substantive change only."
    )


class ChangeNote(PublicSchema):
    """What changed that matters to a reader."""

    changed_on: date
    note: str


class WithdrawnNotice(PublicSchema):
    """Why a page no longer holds, shown above its content."""

    withdrawn_on: date
    explanation: str


class PageCard(PublicSchema):
    """A page in a list."""

    id: int
    meta: PageMeta
    title: str
    summary: str = Field(
        description=(
            "What one finds here, in plain words; empty where the editor gave none, "
            "as on most pages that have a `lead`."
        )
    )
    topics: Topics


class PageDetail(PageCard):
    """A page, whole."""

    social_image: Image
    reviewed_on: date | None = Field(
        description="When somebody last checked that the page is still right."
    )
    change_notes: Annotated[list[ChangeNote], rendered("all")] = Field(
        description="The newest sets `meta.public_updated_at`."
    )
    withdrawn: WithdrawnNotice | None
    breadcrumbs: list[PageLink] = Field(
        description="Public ancestors, home first, this page not included."
    )
    translations: list[PageLink] = Field(
        description="The same page in other languages, where it is public."
    )
    terms: list[TermLink] = Field(
        default=[],
        description="The glossary terms that texts of the page mark, by name: links to "
        "`cms.Term` in rich text.",
    )

    def explain(self, terms: Iterable[Any]) -> None:
        """Tell the terms that texts mark."""
        found = (TermLink.model_validate(term) for term in terms)
        self.terms = sorted(found, key=lambda term: (term.name.casefold(), term.id))
