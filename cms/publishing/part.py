"""A thing as a part of the site: the ground of the public properties in `parts`."""

from datetime import UTC, datetime
from typing import Any

# A promise to clients, as the routes of pages are.
API_PATH = "/api/v2/"


class Part:
    """A model instance with its place in the site; other attributes are its own."""

    def __init__(self, obj: Any, renderer: Any) -> None:
        self.obj = obj
        self.renderer = renderer

    def __getattr__(self, name: str) -> Any:
        return getattr(self.obj, name)

    def detail_url(self, resource: str) -> str:
        return self.renderer.absolute(f"{API_PATH}{resource}/{self.obj.pk}/")


def in_utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None
