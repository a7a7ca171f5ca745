"""A bucket at Amazon, which no test asks anything: its addresses, and its refusals."""

from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from botocore.response import StreamingBody
from botocore.stub import Stubber
from django.core.files.base import ContentFile

from cms.storages.bucket import BucketStorage
from cms.storages.stores import StoreError


def bucket(**options: str) -> BucketStorage:
    return BucketStorage(
        access_key="tests",
        secret_key="tests-secret",
        location="documents",
        signature_version="s3v4",
        querystring_expire=60,
        **options,
    )


def signed_url(**options: str) -> str:
    return bucket(**options).signed_url("a b.pdf", "application/pdf", "inline")


class SignedAddressTests:
    @pytest.mark.parametrize("region", ["us-west-2", "us-gov-west-1"])
    def test_names_the_region_where_the_bucket_is(self, region):
        address = urlsplit(
            signed_url(
                bucket_name="results-files",
                region_name=region,
                addressing_style="virtual",
            )
        )

        assert address.scheme == "https"
        assert address.netloc == f"results-files.s3.{region}.amazonaws.com"
        assert address.path == "/documents/a%20b.pdf"

    def test_of_a_name_with_dots_too(self):
        address = signed_url(
            bucket_name="results.files",
            region_name="us-west-2",
            addressing_style="path",
        )

        assert address.startswith(
            "https://s3.us-west-2.amazonaws.com/results.files/documents/"
        )

    def test_of_another_make_names_its_host(self):
        address = signed_url(
            bucket_name="results-files",
            region_name="us-east-1",
            addressing_style="path",
            endpoint_url="https://s3.example.org",
        )

        assert address.startswith("https://s3.example.org/results-files/documents/")


@pytest.fixture
def store():
    return bucket(bucket_name="results-files", region_name="us-west-2")


@pytest.fixture
def amazon(store):
    with Stubber(store.client) as stubber:
        yield stubber


class RefusalTests:
    @pytest.mark.parametrize(
        ("code", "status"),
        [
            *(("AccessDenied", 403), ("SlowDown", 503), ("InternalError", 500)),
            *(("NoSuchBucket", 404), ("InvalidAccessKeyId", 403)),
        ],
    )
    def test_is_no_missing_file(self, store, amazon, code, status):
        refusal: Any = {"service_error_code": code, "http_status_code": status}
        amazon.add_client_error("get_object", **refusal)

        with pytest.raises(StoreError, match=code):
            store.stream("a.pdf")

    def test_of_a_name_that_is_taken_is_told_apart(self, store, amazon):
        amazon.add_client_error(
            "put_object", "PreconditionFailed", http_status_code=412
        )

        with pytest.raises(FileExistsError):
            store.receive("a.pdf", ContentFile(b"a"))

    def test_to_delete_is_left_for_later(self, store, amazon):
        amazon.add_client_error("delete_object", "AccessDenied", http_status_code=403)

        store.delete("a.pdf")

    def test_to_remove_is_told(self, store, amazon):
        amazon.add_client_error("delete_object", "AccessDenied", http_status_code=403)

        with pytest.raises(StoreError):
            store.remove("a.pdf")


class ChecksumTests:
    def test_is_the_one_that_amazon_has_compared(self, store, amazon):
        kept = b64encode(sha256(b"a").digest()).decode()
        amazon.add_response("head_object", {"ChecksumSHA256": kept})

        assert store.sha256("a.pdf") == sha256(b"a").hexdigest()

    @pytest.mark.parametrize("head", [{}, {"ChecksumSHA256": "c3VtIG9mIHN1bXM=-3"}])
    def test_is_read_where_there_is_none_of_the_whole(self, store, amazon, head):
        amazon.add_response("head_object", head)
        body = StreamingBody(BytesIO(b"a"), 1)
        amazon.add_response("get_object", {"Body": body, "ContentLength": 1})

        assert store.sha256("a.pdf") == sha256(b"a").hexdigest()
