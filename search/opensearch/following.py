"""Writing the index on the server from the publication log: whole, and what changed.

Each entry is written under the sequence of its row, and never over a newer one: whoever
else writes at the same time, the newest stays.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import get_random_string
from opensearchpy.exceptions import NotFoundError

from cms.publishing.models import Counter, Publication, Resource

from .mapping import CURSOR, entry_of
from .queries import Json
from .server import LogBackend, backend, rest

SEARCHED = (Resource.PAGES, Resource.DOCUMENTS)
# Rows that are read at once; and bytes that are sent at once.
ROWS, BYTES = 100, 20 * 2**20
# Something newer is there, or nothing that could be deleted.
FINE = (404, 409)


class IndexLostError(Exception):
    """There is no index, or it has missed something: it must be written anew."""


class NotWrittenError(Exception):
    """The server refused an entry, with its reason."""


def follow() -> int:
    """Write what has changed in the log, and return of how many rows.

    Raises IndexLostError.
    """
    server = backend()
    read = read_through(server)
    sequence, pruned = state()
    if read is None or not pruned <= read <= sequence:
        raise IndexLostError
    if read == sequence:
        return 0
    changed = searched().filter(sequence__gt=read, sequence__lte=sequence)
    written = write(server, settings.OPENSEARCH_INDEX, actions(changed), alias=True)
    finish(server, settings.OPENSEARCH_INDEX, sequence, alias=True)
    return written


def rebuild(tell: Callable[[int], None] = lambda done: None) -> int:
    """Write a new index, let it take the place of the old one, and return its size.

    The old one answers until then. What changes meanwhile is followed afterwards.
    """
    server = backend()
    sequence, _pruned = state()
    name = f"{settings.OPENSEARCH_INDEX}-{get_random_string(7).lower()}"
    index = server.index_class(server, name)
    index.put()
    try:
        rows = searched().filter(live=True, listed=True)
        written = write(server, name, actions(rows, tell))
        finish(server, name, sequence)
        take_over(server, name)
    except BaseException:
        index.delete()
        raise
    rest.end()
    return written


def take_over(server: LogBackend, index: str) -> None:
    """Let a new index answer in place of the old one, which is deleted: one step.

    Wagtail's own step has both answer for a moment, each thing twice.
    """
    alias, indices = settings.OPENSEARCH_INDEX, server.es.indices
    try:
        old = list(indices.get_alias(name=alias))
    except NotFoundError:
        old = [alias] if indices.exists(index=alias) else []
    added = {"add": {"index": index, "alias": alias}}
    removed = [{"remove_index": {"index": name}} for name in old]
    indices.update_aliases(body={"actions": [*removed, added]})


def total() -> int:
    """Return how many entries a new index has."""
    return searched().filter(live=True, listed=True).count()


def state() -> tuple[int, int]:
    """Return how far the log is, and up to where tombstones may be missing."""
    return Counter.objects.values_list("sequence", "pruned_through").get()


def searched() -> QuerySet[Publication]:
    return Publication.objects.filter(resource__in=SEARCHED).order_by("sequence")


def read_through(server: LogBackend) -> int | None:
    """Return how far the index is; None where there is none."""
    try:
        found = server.es.get(index=settings.OPENSEARCH_INDEX, id=CURSOR)
    except NotFoundError:
        return None
    through: int = found["_source"]["read_through"]
    return through


# --- Entries --------------------------------------------------------------------------


def actions(
    rows: QuerySet[Publication], tell: Callable[[int], None] = lambda done: None
) -> Iterator[Json]:
    """Yield what is to be written of rows; those that are not shown are deleted."""
    found = rows.defer("card", "body").prefetch_related("facets")
    for done, row in enumerate(found.iterator(ROWS), start=1):
        yield action(row)
        tell(done)


def action(row: Publication) -> Json:
    stamp = {"_id": str(row.pk), "version": row.sequence}
    if not (row.live and row.listed):
        return {"_op_type": "delete", **stamp}
    return {"_op_type": "index", **stamp, "_source": entry_of(row)}


def finish(server: LogBackend, index: str, sequence: int, alias: bool = False) -> None:
    """Let searches find what was written, and then tell how far the index is."""
    server.es.indices.refresh(index=index)
    cursor = {"read_through": sequence}
    entry = {"_op_type": "index", "_id": CURSOR, "version": sequence}
    write(server, index, [{**entry, "_source": cursor}], alias)
    server.es.indices.refresh(index=index)


def write(
    server: LogBackend, index: str, entries: Iterable[Json], alias: bool = False
) -> int:
    """Write entries, and return how many; raises NotWrittenError.

    As an alias, a name must be one: an index would be made that knows no fields.
    """
    stamped = ({**e, "_index": index, "version_type": "external_gte"} for e in entries)
    written, failed = server.bulk(
        server.es,
        stamped,
        chunk_size=ROWS,
        max_chunk_bytes=BYTES,
        raise_on_error=False,
        require_alias=alias,
    )
    wrong = [
        result for result in map(result_of, failed) if result["status"] not in FINE
    ]
    if wrong:
        raise NotWrittenError(wrong[0].get("error", wrong[0]))
    return int(written)


def result_of(failed: dict[str, Any]) -> Json:
    """Return what is said of an entry that was not written, whatever was to be done."""
    (result,) = failed.values()
    found: Json = result
    return found
