"""Where a reader stands: signed, so that it is ours or refused."""

from collections.abc import Callable
from dataclasses import astuple, dataclass
from typing import Any, ClassVar, Self

from django.core.signing import BadSignature, Signer

from .parameters import Kind
from .problems import bad_value

MAX_LENGTH = 3000


@dataclass(frozen=True)
class SignedCursor:
    """A place in a list, as a text that needs no escape in an address."""

    # Which cursor it is, and of which meaning its parts are.
    kind: ClassVar[str]

    def __str__(self) -> str:
        return self._signer().sign_object(astuple(self))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the cursor of a text, or None where it is none of ours."""
        if len(text) > MAX_LENGTH or not text.isascii():
            return None
        try:
            return cls(*cls._signer().unsign_object(text))
        except BadSignature:
            return None

    @classmethod
    def _signer(cls) -> Signer:
        return Signer(sep=".", salt=f"cms.api.{cls.kind}")


@dataclass(frozen=True)
class ChangesCursor(SignedCursor):
    """All up to `sequence` has been sent.

    Who began at `start` never had what was gone by then, and is told of no tombstone
    up to there. `filters` are those of the query to which the cursor belongs.
    """

    kind = "changes.1"

    sequence: int
    start: int
    filters: str


@dataclass(frozen=True)
class ListCursor(SignedCursor):
    """A page of a list ends at the item with these values of what it is ordered by.

    The next page goes on after it, or ends before it where `backwards`. `query` says
    to which order and filters the cursor belongs.
    """

    kind = "lists.1"

    values: list[Any]
    backwards: bool
    query: str


@dataclass(frozen=True)
class CursorText(Kind):
    """Where a reader stands, as an answer has told them."""

    of: Callable[[str], SignedCursor | None]

    def read(self, text: str) -> SignedCursor:
        cursor = self.of(text)
        if cursor is None:
            raise bad_value("is none of ours: send it as it came, or begin without")
        return cursor

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}
