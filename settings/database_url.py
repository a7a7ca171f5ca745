"""A database URL as a Django connection, for the two databases in use."""

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

EXAMPLES = (
    "use postgres://user:password@host:5432/name"
    " or sqlite:////absolute/path/to/file.sqlite3"
)

# Writers queue for the lock when their transaction begins: a transaction that
# reads first and writes later would otherwise fail at once with "database is
# locked", whatever the timeout.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
}


def parse_database_url(url: str) -> dict[str, Any]:
    """Return the value of DATABASES["default"]; raise ValueError that says why not.

    The message never repeats the URL, which may hold a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"is not a URL ({error}); {EXAMPLES}") from None
    if parts.scheme in {"postgres", "postgresql"}:
        return postgresql_connection(parts, port)
    if parts.scheme == "sqlite":
        return sqlite_connection(parts)
    raise ValueError(f"has the unknown scheme {parts.scheme!r}; {EXAMPLES}")


def postgresql_connection(parts: SplitResult, port: int | None) -> dict[str, Any]:
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ValueError(f"names no database; {EXAMPLES}")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    # A Unix socket is a directory: postgres:///name?host=/run/postgresql
    host = options.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def sqlite_connection(parts: SplitResult) -> dict[str, Any]:
    if parts.netloc or not parts.path.startswith("/") or parts.path == "/":
        raise ValueError(f"needs three slashes and a path; {EXAMPLES}")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        # sqlite:///site.sqlite3 is relative, sqlite:////srv/site.sqlite3 absolute.
        "NAME": unquote(parts.path[1:]),
        "OPTIONS": dict(SQLITE_OPTIONS),
    }
