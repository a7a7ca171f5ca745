"""Eight writers at once, and readers that crash: whoever follows changes misses none.

Each transaction of a writer also takes a number from a sequence of the database, as a
log without a lock would. Who reads that one by "greater than the last" misses some.
"""

import json
import os
import random
import threading
import time
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from cms.publishing.models import Publication, Reason
from cms.publishing.record import lock
from cms.publishing.stored import bury_all, stamp
from tests.publications import publications

RUNS = int(os.environ.get("ORDER_RUNS", "1"))
CHANGES = "/api/v2/changes/"
THINGS, TRANSACTIONS, READERS = 40, 25, 3
LONGEST_SECONDS = 0.02

Copy = dict[int, Any]


class Rollback(Exception):  # noqa: N818 - what it is, not what went wrong
    """The writer has thought better of it."""


class Writer(threading.Thread):
    """Publishes, removes and takes back, in transactions of all lengths."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.chance = random.Random(seed)  # noqa: S311
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            for _ in range(TRANSACTIONS):
                self.change()
        except Exception as error:
            self.error = error
        finally:
            connection.close()

    def change(self) -> None:
        try:
            with transaction.atomic():
                take_naive_number()
                self.think()
                lock()
                self.write()
                self.think(0.1)
                if self.chance.random() < 0.2:
                    raise Rollback
        except Rollback:
            pass

    def think(self, share: float = 1) -> None:
        time.sleep(self.chance.random() ** 3 * LONGEST_SECONDS * share)

    def write(self) -> None:
        row = Publication.objects.get(object_id=self.chance.randint(1, THINGS))
        if row.live and self.chance.random() < 0.3:
            bury_all({row: Reason.UNPUBLISHED})
            return
        row.live = row.listed = True
        row.body = json.dumps({"word": self.chance.random()})
        stamp(row)


class Reader(threading.Thread):
    """Keeps a copy and, beside it, the cursor; forgets the rest whenever it crashes."""

    def __init__(self, seed: int, over: threading.Event) -> None:
        super().__init__()
        self.chance = random.Random(seed)  # noqa: S311
        self.over = over
        self.copy: Copy = {}
        self.cursor = ""
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            while not self.over.is_set():
                self.read()
            while self.read():
                pass
        except Exception as error:
            self.error = error
        finally:
            connection.close()

    def read(self) -> bool:
        """Ask once; tell whether there is more to ask for."""
        answer = asked({"limit": 7} | ({"cursor": self.cursor} if self.cursor else {}))
        crash = self.chance.random()
        if crash < 0.1:
            return True  # Before anything was kept.
        items = answer["items"]
        kept = items[: len(items) // 2] if crash < 0.2 else items
        for entry in kept:
            apply(self.copy, entry)
        if crash < 0.2:
            return True  # Before the cursor was kept.
        self.cursor = answer["meta"]["next"]
        return answer["meta"]["has_more"]


class NaiveReader(threading.Thread):
    """Asks for numbers greater than the last one that it saw."""

    def __init__(self, over: threading.Event) -> None:
        super().__init__()
        self.over = over
        self.seen: list[int] = []

    def run(self) -> None:
        while not self.over.is_set():
            self.read()
        self.read()
        connection.close()

    def read(self) -> None:
        last = self.seen[-1] if self.seen else 0
        self.seen += naive_numbers(after=last)


def asked(query: dict[str, Any]) -> dict[str, Any]:
    response = Client().get(CHANGES, query)
    assert response.status_code == 200, response.content
    answer: dict[str, Any] = response.json()
    return answer


def apply(copy: Copy, entry: dict[str, Any]) -> None:
    if entry["live"]:
        copy[entry["id"]] = entry["item"]
    else:
        copy.pop(entry["id"], None)


def full_export() -> Copy:
    rows = Publication.objects.live().values_list("object_id", "body")
    return {number: json.loads(body) for number, body in rows}


def make_naive_log() -> None:
    number = "integer PRIMARY KEY AUTOINCREMENT"
    if connection.vendor == "postgresql":
        number = "bigserial PRIMARY KEY"
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS naive_log")
        cursor.execute(f"CREATE TABLE naive_log (number {number}, word text)")


def take_naive_number() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO naive_log (word) VALUES ('changed')")


def naive_numbers(after: int = 0) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM naive_log WHERE number > %s ORDER BY number", [after]
        )
        return [number for (number,) in cursor.fetchall()]


def write_and_read(seed: int) -> tuple[list[Reader], NaiveReader]:
    """Let all run at once, and return the readers when there is no more to read."""
    # SQLite has one writer at a time, whatever we do.
    count = 8 if connection.vendor == "postgresql" else 1
    over = threading.Event()
    writers = [Writer(seed * 100 + number) for number in range(count)]
    readers = [Reader(seed * 100 + 50 + number, over) for number in range(READERS)]
    naive = NaiveReader(over)
    for thread in (*readers, naive, *writers):
        thread.start()
    for writer in writers:
        writer.join()
    over.set()
    for reader in (*readers, naive):
        reader.join()
    assert [each.error for each in (*writers, *readers) if each.error] == []
    return readers, naive


@pytest.mark.parametrize("run", range(RUNS))
@pytest.mark.django_db(transaction=True)
def test_readers_miss_nothing_and_the_naive_one_does(run):
    publications(THINGS)
    make_naive_log()

    readers, naive = write_and_read(run)

    for reader in readers:
        assert reader.copy == full_export()
    missed = set(naive_numbers()) - set(naive.seen)
    print(f"The naive reader missed {len(missed)} of {len(naive_numbers())}.")
    if connection.vendor == "postgresql":
        assert missed
