"""A figure, or the reason why there is none."""

from datetime import date
from typing import Literal

from pydantic import Field

from .base import PublicSchema
from .references import Measure, Number, Source


class Period(PublicSchema):
    """The days a figure covers, both included."""

    start: date | None
    end: date | None
    label: str = Field(examples=["2014-15"])


class Statistic(PublicSchema):
    """One figure of one measure.

    `value` is null exactly where there is no figure; `status` and `reason` then
    say why, and `display` carries the same words for people.
    """

    label: str
    measure: Measure
    value: Number | None
    display: str = Field(
        description="What a page shows: the figure with separators, or the reason.",
        examples=["10,006", "Not available"],
    )
    status: Literal[
        "reported", "preliminary", "not_available", "suppressed", "not_applicable"
    ]
    status_label: str
    reason: str = Field(description="Why there is no figure; empty where there is.")
    group: str = Field(
        description="Age or grade band; empty for everybody.", examples=["Grades K-3"]
    )
    source: Source
    period: Period
    retrieved_on: date | None = Field(
        description="When the figure was taken from its source."
    )
    footnote: str
