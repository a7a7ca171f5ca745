"""How documents stand to each other: replaced by, and next in series.

Each class is a place in the public form (`rendered("value")`): it picks what an
anonymous visitor may see, and notes what would change it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .document import CustomDocument


def replacement_tag(pk: int) -> str:
    """Return the tag of the list of documents that one document replaces."""
    return f"list-replaced-by-{pk}"


def series_tag(pk: int) -> str:
    """Return the tag of the list of documents of a series."""
    return f"list-series-{pk}"


@dataclass(frozen=True)
class Replacement:
    """One document in another's place, told from the side of either."""

    replaced: "CustomDocument"
    shown: "CustomDocument | None"

    def publish(self, renderer: Any) -> dict[str, Any] | None:
        """Return its public form, or None without another one that is public."""
        link = self.shown and renderer.listed_document(self.shown)
        return link and {
            "document": link,
            "extent": self.replaced.replacement_extent,
            "extent_label": self.replaced.get_replacement_extent_display(),
            "note": self.replaced.replacement_note,
            "replaced_on": self.replaced.replaced_on,
        }


def age(document: "CustomDocument") -> tuple[date, int]:
    """Return what puts the oldest document first, and those without a date last."""
    return document.document_date or date.max, document.pk


@dataclass(frozen=True)
class Replacements:
    """What a document replaces, oldest first."""

    by: "CustomDocument"

    def publish(self, renderer: Any) -> list[dict[str, Any]]:
        renderer.note(replacement_tag(self.by.pk))
        replaced = sorted(self.by.replaced_documents.all(), key=age)
        found = (Replacement(d, shown=d).publish(renderer) for d in replaced)
        return [replacement for replacement in found if replacement is not None]


@dataclass(frozen=True)
class SeriesNeighbor:
    """The nearest public document of the same series, on one side."""

    series_id: int | None
    candidates: Iterable["CustomDocument"]

    def publish(self, renderer: Any) -> dict[str, Any] | None:
        if self.series_id:
            renderer.note(series_tag(self.series_id))
        links = (renderer.listed_document(document) for document in self.candidates)
        return next((link for link in links if link is not None), None)
