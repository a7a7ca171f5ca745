"""Rows of the publication log for tests of its readers: `publication(title="Old")`.

A row has what a reader needs and no page behind it. `card` and `body` give the public
forms other or more fields; `facets` are pairs of name and value; `reason` makes a
tombstone, of which nothing is left but its last path.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from cms.publishing.models import NEVER, Facet, Publication, Resource
from cms.publishing.stored import take_sequences

TYPES = {
    Resource.PAGES: "news.NewsPage",
    Resource.DOCUMENTS: "documents.CustomDocument",
    Resource.IMAGES: "cms.CustomImage",
    Resource.TOPICS: "cms.Topic",
    Resource.PROGRAMMES: "cms.Programme",
    Resource.MEASURES: "cms.Measure",
    Resource.SOURCES: "cms.Source",
    Resource.SERIES: "cms.DocumentSeries",
    Resource.OFFICES: "cms.Office",
    Resource.TERMS: "cms.Term",
    Resource.REDIRECTS: "cms.Redirect",
    Resource.SITE: "cms.SiteInLocale",
}
DAY = datetime(2017, 10, 3, tzinfo=UTC)


def publication(
    object_id: int = 1,
    *,
    title: str = "A thing",
    card: dict[str, Any] | None = None,
    body: dict[str, Any] | None = None,
    facets: Iterable[tuple[str, Any]] = (),
    reason: str = "",
    **values: Any,
) -> Publication:
    """Write one row, live and listed unless a reason says otherwise."""
    row = Publication(
        object_id=object_id, sequence=take_sequences(1), **defaults(values)
    )
    row.live = row.listed = not reason
    for name, value in values.items():
        setattr(row, name, value)
    row.dated_at = row.dated_at or NEVER
    row.reason = reason
    if reason:
        row.old_path, row.path = row.path, ""
    else:
        fill(row, title, card or {}, body or {})
    row.save()
    Facet.objects.bulk_create(
        Facet(publication=row, name=name, value=str(value)) for name, value in facets
    )
    return row


def defaults(values: dict[str, Any]) -> dict[str, Any]:
    resource = values.get("resource", Resource.PAGES)
    return {
        "resource": resource,
        "type": TYPES[resource],
        "locale": "en",
        "site_id": Site.objects.values_list("pk", flat=True).get(is_default_site=True),
        "recorded_at": timezone.now(),
        "dated_at": DAY,
    }


def fill(
    row: Publication, title: str, card: dict[str, Any], body: dict[str, Any]
) -> None:
    """Give a live row its public forms, with what belongs to them."""
    meta = {"type": row.type, "slug": f"thing-{row.object_id}", "locale": row.locale}
    short = {"id": row.object_id, "meta": meta, "title": title, **card}
    row.title = title
    row.card = json.dumps(short, separators=(",", ":"))
    row.body = json.dumps({**short, "body": [], **body}, separators=(",", ":"))
    row.etag = f"etag-{row.sequence}"
    row.search_text = row.search_text or title


def publications(count: int, first: int = 1, **values: Any) -> list[Publication]:
    """Write several rows, numbered from the first."""
    return [publication(first + n, **values) for n in range(count)]
