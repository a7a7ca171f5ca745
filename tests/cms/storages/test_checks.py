"""A public or careless set-up of the file stores is told before the start."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import run_checks
from django.test import SimpleTestCase, override_settings

from cms.storages import checks
from settings.storages import s3_storage

PLAIN = "storages.backends.s3.S3Storage"


def stores(alias: str = "default", backend: str | None = None, **options: Any) -> Any:
    """Return the settings with a bucket in the place of one store."""
    bucket = s3_storage("media", None)
    if backend:
        bucket = {"BACKEND": backend, "OPTIONS": {"bucket_name": "results-files"}}
    bucket["OPTIONS"] |= options
    return override_settings(STORAGES=settings.STORAGES | {alias: bucket})


class BucketTests(SimpleTestCase):
    def found(self, **options: Any) -> list[str]:
        ids = []
        for alias in checks.ALIASES:
            with stores(alias, **options):
                messages = checks.buckets_are_private()
            assert all(alias in message.msg and message.hint for message in messages)
            ids = [message.id for message in messages]
        return ids

    def test_ours_is_private(self):
        assert self.found() == []

    def test_addresses_are_signed(self):
        assert self.found(querystring_auth=False) == ["cms.E003"]

    def test_addresses_end_soon(self):
        assert self.found(querystring_expire=3600) == ["cms.E004"]

    def test_files_have_no_acl(self):
        assert self.found(default_acl="public-read") == ["cms.E005"]

    def test_no_other_host_serves_files(self):
        assert self.found(custom_domain="cdn.example.org") == ["cms.E006"]

    def test_nothing_is_written_over(self):
        assert self.found(file_overwrite=True) == ["cms.E007"]

    def test_what_django_storages_does_by_itself_is_not_enough(self):
        assert self.found(backend=PLAIN) == ["cms.E004", "cms.E007"]


class KnownTests(SimpleTestCase):
    def test_ours_are(self):
        assert checks.stores_are_known() == []

    def test_others_cannot_stream(self):
        for alias in checks.ALIASES:
            with stores(alias, backend=PLAIN):
                [error] = checks.stores_are_known()

            assert error.id == "cms.E008"
            assert "BucketStorage" in error.hint


class RegistrationTests(SimpleTestCase):
    def test_a_start_with_such_a_store_is_refused(self):
        with stores(default_acl="public-read"):
            ids = {message.id for message in run_checks()}

        assert "cms.E005" in ids

    def test_the_settings_of_tests_are_fine(self):
        ours = re.compile(r"(cms|documents)\.")

        assert not [m for m in run_checks() if ours.match(str(m.id))]
