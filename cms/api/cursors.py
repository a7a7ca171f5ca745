"""Where a reader of the changes stands: signed, so that it is ours or refused."""

from dataclasses import astuple, dataclass
from typing import Self

from django.core.signing import BadSignature, Signer

MAX_LENGTH = 300
# The first part of each cursor; another meaning of the parts needs another number.
VERSION = 1


@dataclass(frozen=True)
class Cursor:
    """All up to `sequence` has been sent.

    Who began at `start` never had what was gone by then, and is told of no tombstone
    up to there. `filters` are those of the query to which the cursor belongs.
    """

    sequence: int
    start: int
    filters: str

    def __str__(self) -> str:
        return signer().sign_object((VERSION, *astuple(self)))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the cursor of a text, or None where it is none of ours."""
        if len(text) > MAX_LENGTH or not text.isascii():
            return None
        try:
            version, *parts = signer().unsign_object(text)
        except BadSignature:
            return None
        return cls(*parts) if version == VERSION else None


def signer() -> Signer:
    # A full stop needs no escape in an address.
    return Signer(sep=".", salt="cms.api.changes")
