"""Things that change one after the other, and are followed together at the end."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from .sources import Reference


@dataclass
class Gathered:
    """What was to be followed meanwhile, in its order."""

    references: dict[Reference, None] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)
    deleted: dict[Reference, None] = field(default_factory=dict)
    deleted_tags: set[str] = field(default_factory=set)

    def add(self, reference: Reference, tags: set[str]) -> None:
        self.references[reference] = None
        self.tags |= tags

    def bury(self, references: Iterable[Reference], tags: Iterable[str]) -> None:
        self.deleted |= dict.fromkeys(references)
        self.deleted_tags.update(tags)


_gathered: ContextVar[Gathered | None] = ContextVar("gathered", default=None)


def gathered() -> Gathered | None:
    """Return where to put what changes, or None where it is followed at once."""
    return _gathered.get()


@contextmanager
def gathering() -> Iterator[Gathered]:
    """Gather what changes in the block; whoever opens it follows that at its end."""
    found = Gathered()
    token = _gathered.set(found)
    try:
        yield found
    finally:
        _gathered.reset(token)
