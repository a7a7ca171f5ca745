"""A database URL, as Django wants it."""

import pytest

from settings.database_url import parse_database_url


class PostgreSQLTests:
    def test_every_part_of_the_url_is_taken(self):
        url = "postgres://me:p%40ss@db.example.org:6543/my%20site?sslmode=require"

        connection = parse_database_url(url)

        assert connection["ENGINE"] == "django.db.backends.postgresql"
        assert connection["USER"] == "me"
        assert connection["PASSWORD"] == "p@ss"
        assert connection["HOST"] == "db.example.org"
        assert connection["PORT"] == "6543"
        assert connection["NAME"] == "my site"
        assert connection["OPTIONS"] == {"sslmode": "require"}

    def test_a_unix_socket_is_a_host(self):
        connection = parse_database_url("postgresql:///site?host=/run/postgresql")

        assert connection["HOST"] == "/run/postgresql"
        assert connection["NAME"] == "site"

    def test_connections_are_kept_and_checked(self):
        connection = parse_database_url("postgres://localhost/site")

        assert connection["CONN_MAX_AGE"] > 0
        assert connection["CONN_HEALTH_CHECKS"] is True


class SQLiteTests:
    def test_a_path_is_relative_or_absolute(self):
        assert parse_database_url("sqlite:///a.sqlite3")["NAME"] == "a.sqlite3"
        assert parse_database_url("sqlite:////srv/a.sqlite3")["NAME"] == (
            "/srv/a.sqlite3"
        )

    def test_writers_wait_for_each_other(self):
        options = parse_database_url("sqlite:///a.sqlite3")["OPTIONS"]

        assert options["transaction_mode"] == "IMMEDIATE"
        assert options["timeout"] >= 20


class RefusalTests:
    @pytest.mark.parametrize(
        ("url", "reason"),
        [
            ("", "unknown scheme ''"),
            ("mysql://localhost/site", "unknown scheme 'mysql'"),
            ("postgres://localhost", "names no database"),
            ("postgres://localhost:port/site", "is not a URL"),
            ("sqlite://site.sqlite3", "three slashes"),
            ("sqlite:///", "three slashes"),
        ],
    )
    def test_says_what_is_wrong_and_what_is_right(self, url, reason):
        with pytest.raises(ValueError, match="postgres://user:password") as raised:
            parse_database_url(url)

        assert reason in str(raised.value)
