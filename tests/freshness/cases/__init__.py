"""The table of changes: a function for each, and beside it what must follow.

`@case("item home")` names the things whose rows change. What else a visitor sees
changed is in `html`, such as the page of a list, and what looks the same in `same`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from wagtail.models import Page

from tests.freshness.world import NOW, World

Change = Callable[[World], Any]
CASES: dict[str, "Case"] = {}
MODULES = (
    *("blocks", "clock", "documents", "figures", "images", "own", "places"),
    *("privacy", "redirects", "site", "snippets", "uses"),
)


@dataclass(frozen=True)
class Case:
    """A change, and what follows from it; things have the names of the world."""

    name: str
    change: Change
    rows: frozenset[str]
    # Those that are public no more, with the reason that is told.
    gone: dict[str, str]
    html: frozenset[str]
    same: frozenset[str]
    # Fields of the public schemas that show the change.
    shows: frozenset[str]
    # Kinds of tags by which those that depend on it were found.
    by: frozenset[str]
    # When it is made and looked at. After LATER, nothing is done but wait.
    at: datetime
    # What is made at NOW, before the first look.
    before: Change | None

    @property
    def is_by_the_clock(self) -> bool:
        return self.at > LATER


LATER = NOW.replace(minute=1)


def case(
    rows: str = "",
    *,
    gone: dict[str, str] | None = None,
    html: str = "",
    same: str = "",
    shows: str = "",
    by: str = "",
    at: datetime = LATER,
    before: Change | None = None,
) -> Callable[[Change], Change]:
    """Enter a change into the table, under the name of its function."""

    def enter(change: Change) -> Change:
        name = change.__name__  # type: ignore[attr-defined]
        assert name not in CASES, f"{name} stands in the table already"
        words = (frozenset(text.split()) for text in (rows, html, same, shows, by))
        changed, more, unseen, fields, tags = words
        CASES[name] = Case(
            *(name, change, changed, gone or {}, more, unseen, fields, tags),
            at=at,
            before=before,
        )
        return change

    return enter


def edit(obj: Any, **values: Any) -> None:
    """Change a thing as its editor does: a page is published anew."""
    for name, value in values.items():
        setattr(obj, name, value)
    if isinstance(obj, Page):
        obj.save_revision().publish()
    else:
        obj.save()


def all_cases() -> dict[str, Case]:
    for module in MODULES:
        import_module(f"{__name__}.{module}")
    return CASES
