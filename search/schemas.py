"""Public shapes of results, for OpenAPI; answers are made in `endpoints.py`."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field


class OtherLanguage(BaseModel):
    """Pages of a language that was not asked for, with the words that were."""

    locale: str = Field(examples=["es"])
    total_count: int = Field(ge=1, description="How many pages have the words.")
    total_is_exact: bool


class SearchMeta(BaseModel):
    total_count: int = Field(ge=0, description="How many fit.")
    total_is_exact: bool = Field(
        description=(
            "False where more fit than are ranked: `total_count` is how many can be "
            "paged through then, of which the newest are."
        )
    )
    query: str = Field(description="The query that is answered, as it was understood.")
    instead_of: str | None = Field(
        description="The query that was asked, where nothing fits it as it is written."
    )
    other_languages: list[OtherLanguage] | None = Field(
        description="Where fewer than five fit the query as it was asked: the other "
        "languages in which pages do, narrowed down in the same way. Null where more "
        "fit."
    )


class PageHit(BaseModel):
    """A page of a document on which the words are."""

    number: int
    highlight: str = Field(description="HTML: text, with `<mark>` around the words.")
    url: str = Field(description="The file, opened at this page where that is known.")


class SearchHit(BaseModel):
    """A page or document that fits."""

    resource: Literal["pages", "documents"]
    id: int
    type: str = Field(examples=["news.NewsPage"])
    type_label: str
    title: str
    summary: str
    path: str
    url: str
    detail_url: str
    locale: str
    date: datetime | None
    highlight: str | None = Field(
        None,
        description="HTML: text, with `<mark>` around the words; if it was asked for.",
    )
    pages: list[PageHit] | None = None


class PromotedHit(BaseModel):
    """What editors put on top for this query."""

    title: str
    url: str
    description: str
    id: int | None = Field(description="Number of the page, if it is one.")


class FacetValue(BaseModel):
    value: str
    label: str
    count: int


class SearchFacet(BaseModel):
    name: str
    label: str
    values: list[FacetValue]


class SearchAnswer(BaseModel):
    meta: SearchMeta
    promoted: list[PromotedHit]
    items: list[SearchHit]
    facets: list[SearchFacet] | None = Field(
        None,
        description="The facets that were asked for; where `total_is_exact` is false, "
        "of the ranked results.",
    )


class Suggestion(BaseModel):
    """Something whose title goes on from what was typed."""

    resource: Literal["pages", "documents"]
    id: int
    type_label: str
    title: str
    path: str
    url: str


class SuggestAnswer(BaseModel):
    items: list[Suggestion]
