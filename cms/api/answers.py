"""What endpoints answer, for OpenAPI: the schemas by which things are published.

Answers are texts of the log and are not validated on their way out; the schemas are
those that made them when they were published.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from types import GenericAlias
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from cms.publishing.registry import published_types

from .problems import BadRequestProblem, GoneProblem, Problem

Shape = Literal["card", "detail"]


@dataclass(frozen=True)
class OfType:
    """Says in the JSON schema which `meta.type` belongs to a shape."""

    name: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        kind = {"properties": {"type": {"const": self.name}}}
        return {"allOf": [handler(core), {"properties": {"meta": kind}}]}


class ListMeta(BaseModel):
    total_count: int = Field(ge=0, description="How many there are without a limit.")


class _ListAnswer(BaseModel):
    model_config = ConfigDict(title="List")

    meta: ListMeta


def any_of(resource: str, shape: Shape) -> Any:
    """Return the union of what the types of a resource look like."""
    shapes = [
        Annotated[getattr(published, shape), OfType(published.name)]
        for published in published_types(resource)
    ]
    return reduce(or_, shapes)


def list_of(resource: str) -> type[BaseModel]:
    name = f"{resource.title()[:-1]}List"
    fields: dict[str, Any] = {
        "items": (GenericAlias(list, any_of(resource, "card")), ...)
    }
    return create_model(name, __base__=_ListAnswer, **fields)


def list_answers(resource: str) -> dict[int, Any]:
    return {200: list_of(resource), 400: BadRequestProblem, 500: Problem}


def detail_answers(resource: str) -> dict[int, Any]:
    return {
        200: any_of(resource, "detail"),
        400: BadRequestProblem,
        404: Problem,
        410: GoneProblem,
        500: Problem,
    }


def site_answers(resource: str) -> dict[int, Any]:
    (published,) = published_types(resource)
    return {200: published.detail, 400: BadRequestProblem, 404: Problem, 500: Problem}
