"""What each store of files promises; run on a directory, and on a bucket."""

from hashlib import sha256
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import storages

DATA = bytes(range(256)) * 4000


@pytest.fixture
def store():
    return storages["documents"]


@pytest.fixture
def name(store):
    """Return the name of a stored file that is removed afterwards."""
    name = store.save(f"{uuid4().hex}/a file & ñ.bin", ContentFile(DATA))
    yield name
    store.remove(name)


def read(stream) -> bytes:
    data = b"".join(stream)
    stream.close()
    return data


class StreamTests:
    def test_brings_the_bytes_in_pieces(self, store, name):
        stream = store.stream(name)

        pieces = list(stream)

        assert stream.size == len(DATA)
        assert b"".join(pieces) == DATA
        assert len(pieces) > 1

    @pytest.mark.parametrize(
        ("start", "stop"), [(0, 1), (5, 300_000), (1000, None), (1_023_999, 9_999_999)]
    )
    def test_brings_a_part(self, store, name, start, stop):
        stream = store.stream(name, start, stop)

        assert stream.size == len(DATA[start:stop])
        assert read(stream) == DATA[start:stop]

    @pytest.mark.parametrize("name", ["none", "a" * 5000, "none/none", "images"])
    def test_of_no_file_is_told(self, store, name):
        with pytest.raises(FileNotFoundError):
            store.stream(name)


class OpenTests:
    def test_gives_a_file_to_go_back_and_forth_in(self, store, name):
        with store.open(name) as file:
            file.seek(256)
            later = file.read(3)
            file.seek(0)

            assert (later, file.read(3)) == (DATA[256:259], DATA[:3])
            assert file.size == len(DATA)

    def test_is_done_again_after_it_was_closed(self, store, name):
        file = store.open(name)
        file.close()

        with file.open() as again:
            assert again.read() == DATA

    def test_of_no_file_is_told(self, store):
        with pytest.raises(FileNotFoundError):
            store.open("none")


class SaveTests:
    def test_never_takes_a_name_that_is_taken(self, store, name):
        other = store.save(name, ContentFile(b"other"))

        assert other != name
        assert read(store.stream(name)) == DATA
        assert read(store.stream(other)) == b"other"
        store.remove(other)

    def test_takes_text_too(self, store):
        name = store.save("text.txt", ContentFile("año"))

        assert read(store.stream(name)) == "año".encode()
        store.remove(name)

    def test_begins_at_the_beginning(self, store):
        file = File(BytesIO(b"whole"), "whole.txt")
        file.seek(3)

        name = store.save("whole.txt", file)

        assert read(store.stream(name)) == b"whole"
        store.remove(name)


class ReceiveTests:
    def test_keeps_the_name_and_refuses_it_twice(self, store):
        name = f"{uuid4().hex}.bin"

        store.receive(name, ContentFile(DATA))

        with pytest.raises(FileExistsError):
            store.receive(name, ContentFile(b"other"))
        assert read(store.stream(name)) == DATA
        store.remove(name)

    def test_keeps_nothing_of_what_breaks_off(self, store):
        class Broken(ContentFile):
            def read(self, *args):
                raise ConnectionError("gone")

        before = list(store.files())

        with pytest.raises(Exception, match=r"broken\.bin|gone"):
            store.receive("broken.bin", Broken(DATA))

        assert list(store.files()) == before


class FactsTests:
    def test_tell_size_checksum_and_presence(self, store, name):
        assert store.size(name) == len(DATA)
        assert store.sha256(name) == sha256(DATA).hexdigest()
        assert store.exists(name)
        assert not store.exists("none")

    def test_all_files_are_listed_in_their_order(self, store, name):
        found = list(store.files())

        names = [file.name for file in found]
        assert names == sorted(names)
        [listed] = [file for file in found if file.name == name]
        assert listed.size == len(DATA)
        assert listed.modified_at == store.get_modified_time(name)

    def test_what_is_removed_is_gone_and_once_is_enough(self, store):
        name = store.save("a.bin", ContentFile(b"a"))

        store.remove(name)
        store.remove(name)

        assert not store.exists(name)


class AddressTests:
    def test_of_a_picture_is_a_view_of_ours(self):
        assert storages["default"].url("a b/ñ.png") == "/media/a%20b/%C3%B1.png"

    def test_of_a_document_there_is_none(self, store, name):
        with pytest.raises(ValueError, match=r"no address|not accessible"):
            store.url(name)
