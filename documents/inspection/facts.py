"""What is known of a file after it was read, or why it was not."""

from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["page", "sheet", "slide"]
UNITS = ("page", "sheet", "slide")


class InspectionError(Exception):
    """The file was not read; `reason` says why, and what to do, to an editor."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusedError(InspectionError):
    """The file itself is the reason: reading it again would end in the same way."""


class FailedError(InspectionError):
    """Something else went wrong: reading the file again may succeed."""


@dataclass
class Facts:
    """What a file says of itself. None and "" stand for what it does not tell."""

    unit: Unit | None = None
    # How many pages, sheets or slides it has, be their texts kept or not.
    count: int | None = None
    title: str = ""
    # A language tag, for example "en-US".
    language: str = ""
    # Of PDF alone.
    is_tagged: bool | None = None
    has_title: bool | None = None
    has_language: bool | None = None
    has_text_layer: bool | None = None
    # Sentences for the editor on what was left out.
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Cover:
    """The first page of a PDF as a WebP picture, its size in pixels."""

    data: bytes
    width: int
    height: int


@dataclass
class Inspection(Facts):
    """All that was read of a file.

    `texts` holds the words of each page, sheet or slide in turn. A document without
    pages has a single text, or several parts of it where it is long.
    """

    texts: list[str] = field(default_factory=list)
    cover: Cover | None = None
