"""The store of documents, as it should not be."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.core.files.storage import storages

from cms.storages.bucket import BucketStorage
from tests.postgres import free_port


@contextmanager
def store_down() -> Iterator[None]:
    """A bucket whose server is gone, or a directory that may not be entered."""
    storage = storages["documents"]
    if isinstance(storage, BucketStorage):
        options = {
            "bucket_name": storage.bucket_name,
            "endpoint_url": f"http://127.0.0.1:{free_port()}",
            "region_name": storage.region_name,
        }
        lost = BucketStorage(**options).client
        with mock.patch.object(BucketStorage, "client", property(lambda _: lost)):
            yield
    else:
        refused = {"side_effect": PermissionError(13, "Permission denied")}
        with (
            mock.patch("os.makedirs", **refused),
            mock.patch("os.remove", **refused),
            mock.patch("cms.storages.local.opened", **refused),
        ):
            yield


def stored_files() -> set[str]:
    return {file.name for file in storages["documents"].files()}
