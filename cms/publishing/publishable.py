"""What the log asks of everything that it publishes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol, TypeGuard

from .models import Reason


class Publishable(Protocol):
    """A page, document or image, as the log sees it."""

    pk: Any

    @property
    def title(self) -> str:
        """Return what lists call it."""

    @property
    def is_listed(self) -> bool:
        """Tell whether lists and search show it while it is public."""

    @property
    def dated_at(self) -> datetime | None:
        """Return the moment by which lists order it."""

    def why_not_public(self) -> Reason | None:
        """Return why an anonymous visitor may not see it now, or None if they may."""

    def next_change(self) -> datetime | None:
        """Return the next moment at which it changes by the clock alone."""

    def list_tags(self) -> set[str]:
        """Return the tags of the lists in which it may stand."""

    def public_facets(self) -> Iterable[tuple[str, str]]:
        """Yield name and value of what lists are filtered by."""


def is_publishable(obj: object) -> TypeGuard[Publishable]:
    return hasattr(obj, "why_not_public")
