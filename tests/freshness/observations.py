"""What the world gets of the site: the log, the API, and the pages."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from cms.publishing.addresses import with_slash
from cms.publishing.models import Publication, Resource
from cms.publishing.registry import type_named
from cms.publishing.schemas import PublicSchema

# By their resource: the statistics are read from the pages.
LISTS = {
    **{f"/api/v2/{resource}/?limit=100&fields=*": resource for resource in Resource},
    "/api/v2/impact/?limit=100": Resource.PAGES,
    "/api/v2/impact/?format=csv": Resource.PAGES,
}
del LISTS[f"/api/v2/{Resource.SITE}/?limit=100&fields=*"]

# Resource and number.
Key = tuple[str, int]


@dataclass(frozen=True)
class Entry:
    """A row of the log with its facets, all that a reader may be told of."""

    fields: dict[str, Any]
    facets: frozenset[tuple[str, str]]
    tags: frozenset[str]

    @property
    def live(self) -> bool:
        return bool(self.fields["live"])

    @property
    def body(self) -> Any:
        return json.loads(self.fields["body"])

    @property
    def sequence(self) -> int:
        return int(self.fields["sequence"])


def log() -> dict[Key, Entry]:
    """Return all rows by their resource and number."""
    rows = Publication.objects.prefetch_related("facets", "tags")
    return {
        (row.resource, row.object_id): Entry(
            {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields},
            frozenset((facet.name, facet.value) for facet in row.facets.all()),
            frozenset(tag.name for tag in row.tags.all()),
        )
        for row in rows
    }


def address_of(key: Key, entry: Entry) -> str:
    """Return where the API has a thing."""
    resource, number = key
    if resource == "site":
        return f"/api/v2/site/?locale={entry.fields['locale']}"
    return f"/api/v2/{resource}/{number}/"


def get(path: str, **headers: str) -> HttpResponse:
    return Client().get(path, headers=headers)


def answer_of(path: str) -> tuple[int, bytes, str | None]:
    response = get(path)
    return response.status_code, response.content, response.headers.get("ETag")


def changes(cursor: str = "") -> tuple[list[dict[str, Any]], str]:
    """Return all that `changes/` tells after a cursor, and the next one."""
    entries: list[dict[str, Any]] = []
    has_more = True
    while has_more:
        query = {"limit": "100"} | ({"cursor": cursor} if cursor else {})
        answer = Client().get("/api/v2/changes/", query).json()
        entries += answer["items"]
        cursor, has_more = answer["meta"]["next"], answer["meta"]["has_more"]
    return entries, cursor


def has_page(entry: Entry) -> bool:
    return entry.live and bool(entry.fields["path"])


def html(rows: dict[Key, Entry]) -> dict[Key, str]:
    """Return what a visitor gets where a thing is: its page, or where it leads."""
    return {
        key: led_to(entry) if is_redirect(key) else page_of(entry)
        for key, entry in rows.items()
        if has_page(entry)
    }


def place_of(entry: Entry) -> str:
    """Return the path of a page, or of a redirect as browsers ask for it."""
    return with_slash(entry.fields["path"])


def is_redirect(key: Key) -> bool:
    return key[0] == "redirects"


def page_of(entry: Entry) -> str:
    response = get(entry.fields["path"])
    assert response.status_code == 200, entry.fields["path"]
    return response.content.decode()


def led_to(entry: Entry) -> str:
    """Return what the site does at the old path, which is what the row says."""
    response = get(place_of(entry))
    status = 301 if entry.body["permanent"] else 302
    led = response.status_code, response.headers.get("Location")
    assert led == (status, entry.body["location"]), entry.fields["path"]
    return str(led)


class Observed:
    """The whole site at one moment."""

    def __init__(self) -> None:
        # First of all: what is due by the clock is published by whoever asks.
        self.cursor = changes()[1]
        self.log = log()
        self.html = html(self.log)
        self.etags = {
            key: get(address_of(key, entry)).headers["ETag"]
            for key, entry in self.log.items()
            if entry.live
        }
        self.lists = {path: answer_of(path) for path in LISTS}


# --- What of it the schemas say -------------------------------------------------------


def schema_of(entry: Entry) -> PublicSchema:
    detail = type_named(entry.fields["type"]).detail
    return detail.model_validate_json(entry.fields["body"])


def leaves(shape: PublicSchema) -> Iterator[tuple[str, Any]]:
    """Yield everything that a shape says, under `<where it is declared>.<field>`."""
    for field in type(shape).model_fields:
        yield from parts(f"{declared_in(type(shape), field)}.{field}", shape, field)


def parts(name: str, shape: PublicSchema, field: str) -> Iterator[tuple[str, Any]]:
    value = getattr(shape, field)
    inner = value if isinstance(value, list) else [value]
    shapes = [part for part in inner if isinstance(part, PublicSchema)]
    for part in shapes:
        yield from leaves(part)
    yield name, repr(value)


def declared_in(shape: type[PublicSchema], field: str) -> str:
    """Return the name of the schema that brought a field in."""
    return next(
        base.__name__
        for base in reversed(shape.__mro__)
        if field in getattr(base, "__annotations__", {})
    )


def said(entry: Entry) -> dict[str, Counter[Any]]:
    """Return what the body of a row says, by the field of the schemas."""
    found: dict[str, Counter[Any]] = defaultdict(Counter)
    if entry.live:
        for name, value in leaves(schema_of(entry)):
            found[name][value] += 1
    return found


def fields_that_differ(before: Entry | None, after: Entry) -> set[str]:
    """Return the names of the fields that say something else; none for a new thing."""
    if before is None or not before.live or not after.live:
        return set()
    old, new = said(before), said(after)
    return {name for name in old.keys() | new.keys() if old[name] != new[name]}
