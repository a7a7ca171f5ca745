"""An installation moves from its directory to the bucket, and back."""

from io import StringIO
from unittest import mock
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage.handler import StorageHandler
from django.core.management import CommandError, call_command

from cms.storages.bucket import BucketStorage
from settings.storages import local_storage, s3_storage
from tests.documents.stores import store_down

FILES = {
    "default": {"original_images/ñ & 1.png": b"picture", "images/1.avif": b"size"},
    "documents": {f"{n}.pdf": b"%PDF" + bytes([n]) * 300_000 for n in range(5)},
}


@pytest.fixture
def stores(settings, tmp_path):
    """Return the stores of a machine with some files, and those of an empty bucket."""
    place = uuid4().hex
    settings.LOCAL_FILES = {
        alias: local_storage(str(tmp_path / alias), None) for alias in FILES
    }
    settings.S3_FILES = {alias: s3_storage(f"{place}/{alias}", None) for alias in FILES}
    local, bucket = (
        StorageHandler(settings.LOCAL_FILES),
        StorageHandler(settings.S3_FILES),
    )
    for alias, files in FILES.items():
        for name, data in files.items():
            local[alias].receive(name, ContentFile(data))
    return local, bucket


def contents(stores: StorageHandler) -> dict[str, dict[str, bytes]]:
    return {
        alias: {
            file.name: b"".join(stores[alias].stream(file.name))
            for file in stores[alias].files()
        }
        for alias in FILES
    }


def copy(to: str) -> str:
    output = StringIO()
    call_command("copy_files", to=to, stdout=output, stderr=StringIO())
    return output.getvalue()


class CopyFilesTests:
    def test_to_the_bucket_and_back(self, stores, settings, tmp_path):
        local, bucket = stores

        there = copy("bucket")
        settings.LOCAL_FILES = {
            alias: local_storage(str(tmp_path / "back" / alias), None)
            for alias in FILES
        }
        back = copy("local")

        assert contents(bucket) == FILES
        assert contents(StorageHandler(settings.LOCAL_FILES)) == FILES
        assert there == back == "default: 2 copied\ndocuments: 5 copied\n"
        assert contents(local) == FILES

    def test_interrupted_it_goes_on(self, stores):
        _local, bucket = stores
        receive, received = BucketStorage.receive, []

        def stopping(store, name, file):
            received.append(name)
            if len(received) == 4:
                raise KeyboardInterrupt
            receive(store, name, file)

        with (
            mock.patch.object(BucketStorage, "receive", stopping),
            pytest.raises(CommandError, match="run the command again to go on"),
        ):
            copy("bucket")

        assert copy("bucket") == (
            "default: 2 there already\ndocuments: 4 copied, 1 there already\n"
        )
        assert contents(bucket) == FILES

    def test_a_second_time_nothing_is_sent_again(self, stores):
        copy("bucket")

        with mock.patch.object(BucketStorage, "receive") as receive:
            said = copy("bucket")

        assert not receive.called
        assert said == "default: 2 there already\ndocuments: 5 there already\n"

    def test_what_differs_is_told_and_left(self, stores):
        _local, bucket = stores
        bucket["documents"].receive("1.pdf", ContentFile(b"another"))

        with pytest.raises(CommandError, match="Not all files are the same"):
            copy("bucket")

        assert contents(bucket)["documents"]["1.pdf"] == b"another"

    def test_without_an_answer_it_says_how_to_go_on(self, stores):
        with store_down(), pytest.raises(CommandError, match="does not answer"):
            copy("bucket")

    def test_how_far_it_is_stands_beside_it(self, stores):
        progress = StringIO()

        call_command("copy_files", to="bucket", stdout=StringIO(), stderr=progress)

        assert "5 of 5" in progress.getvalue()
