"""Answers that are kept in memory, up to so many bytes."""

import pickle
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.http import HttpRequest

MISSING = object()
# What an entry takes beside its value, at most: its key, its record, its place in the
# order. Most counts and empty lists take little else.
BESIDE = 1000


def asked(request: HttpRequest) -> str:
    """Return what differs between any two addresses: what is kept is under it.

    With the query as it came: Django writes bytes that are not encoded as it would
    those of another query, and reads them as others.
    """
    query = request.META.get("QUERY_STRING", "")
    return f"{request.build_absolute_uri()}\n{query}"


@dataclass(frozen=True)
class Entry:
    """What is kept, how much room it takes, and until when it may be used."""

    value: Any
    size: int
    ends_at: float | None

    @property
    def has_ended(self) -> bool:
        return self.ends_at is not None and self.ends_at <= time.time()


@dataclass
class Store:
    """Entries, those first that were not asked for the longest."""

    entries: OrderedDict[str, Entry] = field(default_factory=OrderedDict)
    size: int = 0
    lock: Lock = field(default_factory=Lock)

    def remove(self, key: str) -> bool:
        entry = self.entries.pop(key, None)
        if entry is not None:
            self.size -= entry.size
        return entry is not None


# By the name of a cache: Django has an object of it for each thread.
_stores: dict[str, Store] = {}


class KeptInMemory(BaseCache):
    """A cache of Django's for values that nobody changes, bounded by MAX_BYTES.

    What was not asked for the longest goes first. What would take more than an eighth
    of the room is not kept. Values are handed out as they are, not as copies.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._max_bytes = int(params["OPTIONS"]["MAX_BYTES"])
        self._store = _stores.setdefault(name, Store())

    @property
    def size(self) -> int:
        """Return how many bytes the entries take, rather more than fewer."""
        return self._store.size

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        key = self.make_and_validate_key(key, version=version)
        store = self._store
        with store.lock:
            entry = store.entries.get(key)
            if entry is None:
                return default
            if entry.has_ended:
                store.remove(key)
                return default
            store.entries.move_to_end(key)
            return entry.value

    def set(
        self,
        key: str,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        key = self.make_and_validate_key(key, version=version)
        size = BESIDE + len(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        store = self._store
        with store.lock:
            store.remove(key)
            if size > self._max_bytes // 8:
                return
            while store.size + size > self._max_bytes:
                store.remove(next(iter(store.entries)))
            store.entries[key] = Entry(value, size, self.get_backend_timeout(timeout))
            store.size += size

    def add(
        self,
        key: str,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        if self.get(key, MISSING, version=version) is not MISSING:
            return False
        self.set(key, value, timeout, version=version)
        return True

    def touch(
        self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        value = self.get(key, MISSING, version=version)
        if value is MISSING:
            return False
        self.set(key, value, timeout, version=version)
        return True

    def delete(self, key: str, version: int | None = None) -> bool:
        key = self.make_and_validate_key(key, version=version)
        with self._store.lock:
            return self._store.remove(key)

    def clear(self) -> None:
        with self._store.lock:
            self._store.entries.clear()
            self._store.size = 0
