"""What endpoints answer, for OpenAPI: the schemas by which things are published.

Answers are texts of the log and are not validated on their way out; the schemas are
those that made them when they were published.
"""

from functools import reduce
from operator import or_
from types import GenericAlias
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

from cms.publishing.models import Reason, Resource
from cms.publishing.registry import published_types

from .problems import BadRequestProblem, GoneProblem, Problem, StaleCursorProblem
from .shapes import any_of

# Where nothing is wrong with the question.
FAULTS: dict[int, Any] = {412: Problem, 500: Problem, 503: Problem}


class ListMeta(BaseModel):
    total_count: int = Field(ge=0, description="How many there are without a limit.")
    next: str | None = Field(description="The `cursor` of the page after this one.")
    previous: str | None = Field(description="The `cursor` of the page before.")
    # Left out, not null, where no numbers were asked for.
    missing: list[int] = Field(
        default_factory=list,
        description="Of the numbers in `id`, those that are not in the list.",
    )


class _ListAnswer(BaseModel):
    meta: ListMeta


def list_of(resource: str) -> type[BaseModel]:
    name = f"{Resource(resource).label.title()}List"
    fields: dict[str, Any] = {
        "items": (GenericAlias(list, any_of(resource, "card")), ...)
    }
    return create_model(name, __base__=_ListAnswer, **fields)


def list_answers(resource: str) -> dict[int, Any]:
    return {200: list_of(resource), 400: BadRequestProblem, **FAULTS}


def detail_answers(resource: str) -> dict[int, Any]:
    return {
        200: any_of(resource, "detail"),
        400: BadRequestProblem,
        404: Problem,
        410: GoneProblem,
        **FAULTS,
    }


def site_answers(resource: str) -> dict[int, Any]:
    (published,) = published_types(resource)
    return {200: published.detail, 400: BadRequestProblem, 404: Problem, **FAULTS}


MOVED = "moved"


class ChangesMeta(BaseModel):
    has_more: bool = Field(description="Whether there is more at once.")
    next: str = Field(description="The `cursor` for what comes after, now or later.")


class Change(BaseModel):
    """What is said of a thing whether it is public or gone."""

    sequence: int = Field(description="Number of this change, which grows.")
    resource: Resource
    id: int
    type: str = Field(examples=["news.NewsPage"])
    locale: str | None = Field(
        description="Null for what is the same in all languages.", examples=["en"]
    )


class Published(Change):
    """Something that is public, whole, as it is now."""

    live: Literal[True]
    path: str | None = Field(description="Its path on the site, if it has one.")
    moved_from: str | None = Field(
        description=(
            "The last path that it had before this one; it stays when something else "
            "changes. It has moved for you where `path` is not the one that you have."
        )
    )


class Tombstone(Change):
    """Something that is public no more: whoever has a copy drops it."""

    live: Literal[False]
    reason: Reason | Literal["moved"] = Field(
        description="`moved`: it is in `locale` now, which is not asked for."
    )
    path: str | None = Field(
        description=(
            "Its last path, or where it has moved; never told of what still exists and "
            "is private."
        )
    )
    gone_at: str = Field(json_schema_extra={"format": "date-time"})


def published_as(resource: str) -> type[BaseModel]:
    """Return what is said of a thing of a resource that is public."""
    own: dict[str, Any] = {
        "resource": (Literal[resource], ...),
        "item": (any_of(resource, "detail"), ...),
    }
    name = f"Published{Resource(resource).label.title()}"
    return create_model(name, __base__=Published, __doc__=Published.__doc__, **own)


def changes_answers() -> dict[int, Any]:
    published: Any = reduce(or_, (published_as(name) for name in Resource.values))
    fields: dict[str, Any] = {
        "meta": (ChangesMeta, ...),
        "items": (GenericAlias(list, published | Tombstone), ...),
    }
    changes = create_model("Changes", **fields)
    return {200: changes, 400: BadRequestProblem, 410: StaleCursorProblem, **FAULTS}
