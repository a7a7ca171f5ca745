"""A series: what the log says of it, and its documents in their order."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404

from cms.publishing.models import Publication, PublicationQuerySet, Resource
from cms.publishing.schemas.snippets import SeriesDetail

from .question import listed_documents

# After those that have a place in the series stand those that have none.
NO_PLACE = 10**6


@dataclass(frozen=True)
class Series:
    """A public series."""

    detail: SeriesDetail

    @property
    def slug(self) -> str:
        return self.detail.slug

    @property
    def title(self) -> str:
        return self.detail.name

    def rows(self) -> PublicationQuerySet:
        """Return its documents that lists show, in no order."""
        return listed_documents().with_facet("series", [self.slug])

    @cached_property
    def documents(self) -> list[dict[str, Any]]:
        """Return the cards of its documents in their order, as they are stored."""
        cards = map(json.loads, self.rows().values_list("card", flat=True))
        return sorted(cards, key=place_in_series)


def place_in_series(card: dict[str, Any]) -> tuple[int, str, str, int]:
    """Return what puts a document before another: its place, its date, its number."""
    place = card["series_position"]
    return (
        NO_PLACE if place is None else place,
        card["document_date"] or "9999",
        card["language"],
        card["id"],
    )


def public_series(slug: str) -> Series:
    """Return the series of an address; answers 404 where nothing public is in one."""
    rows = Publication.objects.listed().of(Resource.SERIES).with_facet("slug", [slug])
    row = rows.only("body").first()
    if row is None:
        raise Http404("There is no such series.")
    return Series(SeriesDetail.model_validate_json(row.body))
