"""Production's settings, started in a process of their own as a server would."""

import json
import os
import subprocess
import sys

import pytest

from settings.environment import BASE_DIR
from tests.production import ENVIRONMENT

SHOWN = [
    "ALLOWED_HOSTS",
    "CACHES",
    "CSRF_COOKIE_SECURE",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASES",
    "DEBUG",
    "OPENSEARCH_INDEX",
    "OPENSEARCH_URL",
    "S3_REDIRECTS",
    "SECURE_HSTS_SECONDS",
    "SECURE_PROXY_SSL_HEADER",
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "STORAGES",
    "TASKS",
]
SCRIPT = f"""
import json
from django.conf import settings
print(json.dumps({{n: getattr(settings, n) for n in {SHOWN!r}}}, default=str))
"""


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    """Load the settings with a complete environment and these changes to it."""
    kept = {"PATH": os.environ["PATH"]}
    variables = {k: v for k, v in (ENVIRONMENT | changes).items() if v is not None}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=BASE_DIR,
        env=kept | variables,
        capture_output=True,
        text=True,
    )


def loaded(**changes: str | None) -> dict:
    result = start(**changes)
    assert result.returncode == 0, result.stderr
    values: dict = json.loads(result.stdout)
    return values


class StartTests:
    def test_is_closed_by_default(self):
        settings = loaded()

        assert settings["DEBUG"] is False
        assert settings["ALLOWED_HOSTS"] == ["results.example.org"]
        assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://results.example.org"]
        assert settings["SECURE_SSL_REDIRECT"] is True
        assert settings["SESSION_COOKIE_SECURE"] is True
        assert settings["CSRF_COOKIE_SECURE"] is True
        assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000

    def test_believes_a_proxy_only_if_told_to(self):
        assert loaded()["SECURE_PROXY_SSL_HEADER"] is None
        assert loaded(RESULTS_BEHIND_PROXY="1")["SECURE_PROXY_SSL_HEADER"]

    def test_tasks_wait_in_the_database(self):
        backend = loaded()["TASKS"]["default"]["BACKEND"]

        assert backend == "django_tasks_db.DatabaseBackend"

    def test_sqlite_needs_a_permission(self):
        url = {"DATABASE_URL": "sqlite:////srv/results.sqlite3"}

        assert "RESULTS_ALLOW_SQLITE=1" in start(**url).stderr
        assert loaded(**url, RESULTS_ALLOW_SQLITE="1")["DATABASES"]["default"][
            "ENGINE"
        ].endswith("sqlite3")


class CacheTests:
    def test_is_shared_where_there_is_a_redis_server(self):
        url = "redis://127.0.0.1:6379/0"

        cache = loaded(RESULTS_REDIS_URL=url)["CACHES"]["default"]

        assert cache["BACKEND"].endswith("RedisCache")
        assert cache["LOCATION"] == url

    def test_is_local_otherwise(self):
        assert loaded()["CACHES"]["default"]["BACKEND"].endswith("LocMemCache")


class BucketTests:
    def test_is_private_and_its_addresses_end_soon(self):
        storages = loaded(RESULTS_S3_BUCKET="results-files")["STORAGES"]

        for alias in ("default", "documents"):
            options = storages[alias]["OPTIONS"]
            assert options["bucket_name"] == "results-files"
            assert options["default_acl"] is None
            assert options["querystring_auth"] is True
            assert options["querystring_expire"] == 60
            assert options["file_overwrite"] is False

    def test_documents_stand_apart_from_images(self):
        storages = loaded(RESULTS_S3_BUCKET="results-files")["STORAGES"]

        places = {storages[a]["OPTIONS"]["location"] for a in ("default", "documents")}
        assert len(places) == 2

    def test_documents_have_no_address_with_it_or_without(self):
        for bucket in ("", "results-files"):
            storages = loaded(RESULTS_S3_BUCKET=bucket)["STORAGES"]

            assert storages["documents"]["OPTIONS"]["base_url"] is None
            assert storages["default"]["OPTIONS"]["base_url"] == "/media/"

    def test_is_named_by_its_host_where_that_can_be(self):
        def style(**variables: str) -> str:
            options = loaded(**variables)["STORAGES"]["documents"]["OPTIONS"]
            return str(options["addressing_style"])

        other = "https://s3.example.org"
        assert style(RESULTS_S3_BUCKET="results-files") == "virtual"
        assert style(RESULTS_S3_BUCKET="results.files") == "path"
        assert (
            style(RESULTS_S3_BUCKET="results-files", RESULTS_S3_ENDPOINT_URL=other)
            == "path"
        )

    def test_public_files_come_from_it_unless_told_otherwise(self):
        bucket = {"RESULTS_S3_BUCKET": "results-files"}

        assert loaded(**bucket)["S3_REDIRECTS"] is True
        assert loaded(**bucket, RESULTS_S3_REDIRECTS="0")["S3_REDIRECTS"] is False

    @pytest.mark.parametrize(
        ("variable", "value"),
        [
            ("RESULTS_S3_REGION", "us-west-2"),
            ("RESULTS_S3_ENDPOINT_URL", "https://s3.example.org"),
            ("RESULTS_S3_REDIRECTS", "0"),
        ],
    )
    def test_what_belongs_to_a_bucket_needs_one(self, variable, value):
        result = start(**{variable: value})

        assert f"- {variable}: is set, but RESULTS_S3_BUCKET is missing" in (
            result.stderr
        )

    @pytest.mark.parametrize(
        ("variable", "value", "reason"),
        [
            ("RESULTS_S3_BUCKET", "s3://results", "must be the bucket's name"),
            ("RESULTS_S3_BUCKET", "Results", "must be the bucket's name"),
            ("RESULTS_S3_ENDPOINT_URL", "s3.example.org", "must be an address"),
            (
                "RESULTS_S3_ENDPOINT_URL",
                "http://s3.example.org",
                "RESULTS_S3_REDIRECTS=0",
            ),
            ("RESULTS_S3_REDIRECTS", "perhaps", "must be 1 or 0"),
        ],
    )
    def test_a_wrong_value_stops_the_start_by_name(self, variable, value, reason):
        result = start(**{"RESULTS_S3_BUCKET": "results-files", variable: value})

        assert result.returncode != 0
        assert f"- {variable}: " in result.stderr
        assert reason in result.stderr

    def test_a_plain_connection_is_for_this_server_alone(self):
        address = {"RESULTS_S3_ENDPOINT_URL": "http://10.0.0.5:9000"}

        settings = loaded(
            **address, RESULTS_S3_BUCKET="results-files", RESULTS_S3_REDIRECTS="0"
        )

        options = settings["STORAGES"]["documents"]["OPTIONS"]
        assert options["endpoint_url"] == address["RESULTS_S3_ENDPOINT_URL"]

    def test_half_a_credential_is_named(self):
        bucket = {"RESULTS_S3_BUCKET": "results-files"}

        result = start(**bucket, AWS_ACCESS_KEY_ID="tests")

        assert "- AWS_SECRET_ACCESS_KEY: is missing" in result.stderr
        assert "tests" not in result.stderr.partition("AWS_SECRET")[2]


class RefusalTests:
    @pytest.mark.parametrize(
        "name",
        [
            "DATABASE_URL",
            "RESULTS_SECRET_KEY",
            "RESULTS_ALLOWED_HOSTS",
            "RESULTS_ADMIN_BASE_URL",
        ],
    )
    def test_each_missing_variable_stops_the_start_by_name(self, name):
        result = start(**{name: None})

        assert result.returncode != 0
        assert f"- {name}: is missing" in result.stderr

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("RESULTS_SECRET_KEY", "django-insecure-" + "x" * 50),
            ("RESULTS_SECRET_KEY", "short"),
            ("RESULTS_DEBUG", "1"),
            ("RESULTS_ALLOWED_HOSTS", "*"),
            ("RESULTS_ADMIN_BASE_URL", "http://results.example.org"),
            ("DATABASE_URL", "mysql://localhost/results"),
            ("RESULTS_HSTS_SECONDS", "a year"),
        ],
    )
    def test_each_weak_variable_stops_the_start_by_name(self, name, value):
        result = start(**{name: value})

        assert result.returncode != 0
        assert f"- {name}: " in result.stderr

    def test_no_value_is_repeated_that_may_be_secret(self):
        result = start(RESULTS_SECRET_KEY="hunter2", DATABASE_URL="my://a:hunter3@b/c")

        assert "hunter" not in result.stderr


class SearchServerTests:
    def test_is_none_by_default(self):
        assert loaded()["OPENSEARCH_URL"] == ""

    def test_is_where_its_address_says(self):
        url = "https://user:p%40ss@search.example.org:9200"

        settings = loaded(OPENSEARCH_URL=f"{url}/", RESULTS_OPENSEARCH_INDEX="mep")

        assert settings["OPENSEARCH_URL"] == url
        assert settings["OPENSEARCH_INDEX"] == "mep"

    @pytest.mark.parametrize(
        "url", ["search.example.org", "ftp://a", "http://", "http://user:s3cret@:x"]
    )
    def test_is_refused_where_it_is_no_address_and_not_repeated(self, url):
        result = start(OPENSEARCH_URL=url)

        assert result.returncode != 0
        assert "OPENSEARCH_URL: must be the address of an OpenSearch" in result.stderr
        assert "s3cret" not in result.stderr

    def test_its_index_has_a_name_that_can_be_one(self):
        url = {"OPENSEARCH_URL": "http://127.0.0.1:9200"}
        for name in ("Results", "-a", "a b", "a" * 101):
            result = start(**url, RESULTS_OPENSEARCH_INDEX=name)
            assert "RESULTS_OPENSEARCH_INDEX: must be up to 100" in result.stderr

    def test_an_index_without_a_server_is_a_mistake(self):
        result = start(RESULTS_OPENSEARCH_INDEX="mep")

        assert "RESULTS_OPENSEARCH_INDEX: is set, but OPENSEARCH_URL" in result.stderr
