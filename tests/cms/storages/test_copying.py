"""Files go from one store to another whole, or not at all."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from cms.storages.copying import Copied, copy_files
from cms.storages.local import UNFINISHED, LocalStorage


class Interrupted:
    """A store whose operator stops the command at a file."""

    def __init__(self, store: LocalStorage, at: str) -> None:
        self.store, self.at = store, at

    def __getattr__(self, name):
        return getattr(self.store, name)

    def receive(self, name, file):
        if name == self.at:
            raise KeyboardInterrupt
        self.store.receive(name, file)


def store_in(place: Path) -> LocalStorage:
    return LocalStorage(location=str(place), base_url=None)


@pytest.fixture
def source(tmp_path) -> LocalStorage:
    store = store_in(tmp_path / "source")
    for name in ("a.txt", "below/b & ñ.txt", "c.txt"):
        store.save(name, ContentFile(f"the bytes of {name}".encode()))
    return store


@pytest.fixture
def target(tmp_path) -> LocalStorage:
    return store_in(tmp_path / "target")


def contents(store: LocalStorage) -> dict[str, bytes]:
    return {f.name: b"".join(store.stream(f.name)) for f in store.files()}


def copied(source, target) -> dict[Copied, int]:
    return dict(copy_files(source, target, lambda number: None).counts)


class CopyingTests:
    def test_brings_all_files_under_their_names(self, source, target):
        told = []

        outcome = copy_files(source, target, told.append)

        assert contents(target) == contents(source)
        assert str(outcome) == "3 copied"
        assert told == [1, 2, 3]

    def test_goes_on_where_it_was_stopped(self, source, target):
        with pytest.raises(KeyboardInterrupt):
            copied(source, Interrupted(target, at="below/b & ñ.txt"))
        assert list(contents(target)) == ["a.txt"]

        assert copied(source, target) == {Copied.BEFORE: 1, Copied.NOW: 2}
        assert contents(target) == contents(source)

    def test_what_a_killed_command_left_is_no_file(self, source, target):
        copied(source, target)
        place = Path(target.location)
        (place / "c.txt").rename(place / f"tmp1234{UNFINISHED}")

        assert copied(source, target) == {Copied.BEFORE: 2, Copied.NOW: 1}
        assert contents(target) == contents(source)

    def test_removes_and_writes_over_nothing(self, source, target):
        target.save("a.txt", ContentFile(b"of another size"))
        target.save("c.txt", ContentFile(b"the bytes of C.TXT"))
        target.save("d.txt", ContentFile(b"only here"))

        outcome = copy_files(source, target, lambda number: None)

        assert outcome.problems == [
            ("a.txt", Copied.DIFFERENT),
            ("c.txt", Copied.DIFFERENT),
        ]
        assert contents(target)["a.txt"] == b"of another size"
        assert contents(target)["d.txt"] == b"only here"
        assert len(contents(source)) == 3

    def test_tells_what_did_not_arrive_whole(self, source, target):
        class Careless(LocalStorage):
            def receive(self, name, file):
                super().receive(name, ContentFile(b"half"))

        careless = Careless(location=target.location, base_url=None)

        outcome = copy_files(source, careless, lambda number: None)

        assert outcome.counts == {Copied.WRONG: 3}

    def test_a_file_that_is_removed_meanwhile_is_counted(self, source, target):
        listed = list(source.files())
        source.remove("a.txt")
        source.files = lambda: iter(listed)

        assert copied(source, target) == {Copied.GONE: 1, Copied.NOW: 2}

    def test_a_file_that_is_stored_meanwhile_is_compared(self, source, target):
        copied(source, target)
        target.files = lambda: iter([])

        assert copied(source, target) == {Copied.BEFORE: 3}
