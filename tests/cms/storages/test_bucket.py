"""Addresses of a bucket at Amazon, which no test asks anything."""

from urllib.parse import urlsplit

import pytest

from cms.storages.bucket import BucketStorage


def signed_url(**options: str) -> str:
    store = BucketStorage(
        access_key="tests",
        secret_key="tests-secret",
        location="documents",
        signature_version="s3v4",
        querystring_expire=60,
        **options,
    )
    return store.signed_url("a b.pdf", "application/pdf", "inline")


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
