"""The command that moves an installation to a bucket; how it does is in tests/s3."""

import pytest
from django.core.management import CommandError, call_command


class CopyFilesTests:
    def test_without_a_bucket_says_what_is_missing(self, settings):
        settings.S3_BUCKET = ""

        with pytest.raises(CommandError, match="RESULTS_S3_BUCKET is not set"):
            call_command("copy_files", to="bucket")

    def test_the_place_to_copy_to_is_named(self):
        with pytest.raises(CommandError, match="bucket"):
            call_command("copy_files", "--to", "moon")
