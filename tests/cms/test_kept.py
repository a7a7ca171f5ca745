"""A cache that is as large as it is told, in bytes."""

import tracemalloc
from threading import Thread

import pytest

from cms.kept import KeptInMemory

ROOM = 20_000


@pytest.fixture
def kept(request) -> KeptInMemory:
    name = request.node.name
    return KeptInMemory(name, {"OPTIONS": {"MAX_BYTES": ROOM}, "TIMEOUT": 60})


class RoomTests:
    def test_what_was_not_asked_for_the_longest_goes_first(self, kept):
        for name in "abcdefghi":
            kept.set(name, 1000 * b"x")
        kept.get("a")

        kept.set("j", 1000 * b"x")

        assert kept.size <= ROOM
        assert kept.get("a") == 1000 * b"x"
        assert kept.get("b") is None
        assert kept.get("j") == 1000 * b"x"

    def test_what_is_too_large_is_not_kept_and_removes_nothing_else(self, kept):
        kept.set("a", b"x")
        kept.set("b", ROOM // 8 * b"x")
        kept.set("a", ROOM // 8 * b"x")

        assert kept.get("a") is None
        assert kept.get("b") is None
        assert kept.size == 0

    def test_room_is_counted_once_for_what_is_set_again(self, kept):
        kept.set("a", 50 * b"x")
        before = kept.size
        kept.set("a", 50 * b"y")

        assert kept.size == before

        kept.delete("a")
        assert kept.size == 0

    def test_what_is_small_takes_no_more_room_either(self, request):
        room = 100 * ROOM
        options = {"OPTIONS": {"MAX_BYTES": room}, "TIMEOUT": 60}
        kept = KeptInMemory(request.node.name, options)

        tracemalloc.start()
        for number in range(10_000):
            kept.set(f"count-{number:064}", number)
        taken, _most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert 0 < taken <= room

    def test_threads_share_it(self, kept, request):
        options = {"OPTIONS": {"MAX_BYTES": ROOM}, "TIMEOUT": 60}
        others = [KeptInMemory(request.node.name, options) for _ in range(4)]

        def fill(cache: KeptInMemory) -> None:
            for number in range(500):
                cache.set(str(number % 20), 80 * b"x")
                cache.get(str(number % 7))

        threads = [Thread(target=fill, args=(cache,)) for cache in others]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert 0 < kept.size <= ROOM
        kept.clear()
        assert kept.size == 0


class TimeTests:
    def test_ends_when_its_time_is_over(self, kept):
        kept.set("a", 1, timeout=0)
        kept.set("b", 2, timeout=None)

        assert kept.get("a") is None
        assert kept.get("b") == 2

    def test_is_added_once_and_touched_where_it_is(self, kept):
        assert kept.add("a", 1)
        assert not kept.add("a", 2)
        assert kept.get("a") == 1
        assert kept.touch("a", timeout=-1)
        assert kept.get("a") is None
        assert not kept.touch("a")
