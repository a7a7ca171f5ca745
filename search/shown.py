"""What results show of publications: read by SQL that is ready, see `fetch`."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from cms.publishing.statements import fetch

from .index.where import LOG, among


class Shown(NamedTuple):
    """The columns of a publication that a result shows; `card` is JSON."""

    pk: int
    resource: str
    object_id: int
    type: str
    locale: str
    path: str
    title: str
    summary: str
    dated_at: datetime
    text_etag: str
    card: str


COLUMNS = ", ".join(("id", *Shown._fields[1:]))


def shown(numbers: Sequence[int]) -> list[Shown]:
    """Return what is listed under these numbers, in their order: one query."""
    if not numbers:
        return []
    condition, values = among("id", numbers)
    found = fetch(
        f"SELECT {COLUMNS} FROM {LOG} WHERE live AND listed AND {condition}", values
    )
    rows = {row.pk: row for row in map(Shown._make, found)}
    return [rows[pk] for pk in numbers if pk in rows]
