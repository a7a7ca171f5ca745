"""A migrated database for each test process, copied from one template.

Migrating takes half a minute; copying takes a moment. The template is named by a
hash of all migrations, so that a changed migration makes a new one. The same copy
puts the database back after tests that commit: Django's own flush would also
remove what the migrations wrote (locales, the root page, groups, the workflow).
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import django
import psycopg
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql
from psycopg.conninfo import make_conninfo

from settings.environment import VAR_DIR

TEST_DIR = VAR_DIR / "test"
# What makes tables: migrations, and the scripts of the search.
MADE_BY = ("migrations/*.py", "index/*.sql")


def migrations_hash() -> str:
    """Changes with each migration, and with what Django derives from the models."""
    digest = hashlib.sha256()
    digest.update(repr((django.VERSION, wagtail.VERSION)).encode())
    digest.update(repr((settings.INSTALLED_APPS, settings.LANGUAGES)).encode())
    for app in apps.get_app_configs():
        made_by = [f for glob in MADE_BY for f in Path(app.path).glob(glob)]
        for file in sorted(made_by):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
        # Permissions and content types follow the models, not the migrations.
        digest.update(repr(sorted(m._meta.label for m in app.get_models())).encode())
    return digest.hexdigest()[:16]


@contextmanager
def one_process_at_a_time() -> Iterator[None]:
    TEST_DIR.mkdir(parents=True, exist_ok=True)
    with (TEST_DIR / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        remove_abandoned()
        yield


def remove_abandoned() -> None:
    """What processes that were killed left behind: their number ends the name."""
    for path in TEST_DIR.glob("*_*"):
        process = path.name.partition(".")[0].rpartition("_")[2]
        if not process.isdecimal() or is_running(int(process)):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def migrate_into(name: str) -> None:
    """Migrate the database of this name, with Django's own connection."""
    connection.close()
    connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


class SQLiteTestDatabase:
    """A file of its own for each process."""

    def __init__(self, process: str) -> None:
        self.template = TEST_DIR / f"template-{migrations_hash()}.sqlite3"
        self.file = TEST_DIR / f"{process}.sqlite3"

    def create(self) -> None:
        with one_process_at_a_time():
            if not self.template.exists():
                self.build_template()
        connection.settings_dict["NAME"] = str(self.file)
        self.restore()

    def build_template(self) -> None:
        for old in TEST_DIR.glob("template-*.sqlite3*"):
            old.unlink()
        draft = self.template.with_suffix(".draft")
        self.remove(draft)
        migrate_into(str(draft))
        # Without a journal beside it the template is one file, read by many.
        with sqlite3.connect(draft) as database:
            database.execute("PRAGMA journal_mode=DELETE")
        database.close()
        draft.rename(self.template)

    def restore(self, kept: str = "") -> None:
        """Bring back the template, or what was kept under a name."""
        self.copy(self.kept(kept) if kept else self.template, self.file)

    def keep(self, name: str) -> None:
        """Copy it as it is now, for `restore(name)`."""
        self.copy(self.file, self.kept(name))

    def kept(self, name: str) -> Path:
        return self.file.with_name(f"{name}-{self.file.name}")

    @staticmethod
    def copy(original: Path, copy: Path) -> None:
        """Overwrite page by page, which other open connections notice."""
        connection.close()
        source = sqlite3.connect(f"file:{original}?mode=ro", uri=True)
        target = sqlite3.connect(copy, timeout=20)
        source.backup(target)
        target.close()
        source.close()

    def destroy(self) -> None:
        connection.close()
        for file in (self.file, *TEST_DIR.glob(f"*-{self.file.name}")):
            self.remove(file)

    @staticmethod
    def remove(file: Path) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{file}{suffix}").unlink(missing_ok=True)


class PostgresTestDatabase:
    """A database of its own for each process, on the server of DATABASE_URL."""

    def __init__(self, process: str) -> None:
        version = migrations_hash()
        self.template = f"results_template_{version}"
        self.dump = TEST_DIR / f"template-{version}.sql"
        self.name = f"results_test_{process}"
        self.names_kept: set[str] = set()
        given = connection.settings_dict
        place = {"dbname": given["NAME"], "host": given["HOST"], "port": given["PORT"]}
        login = {"user": given["USER"], "password": given["PASSWORD"]}
        self.server = {k: v for k, v in (place | login).items() if v}
        self.server |= given["OPTIONS"]

    def create(self) -> None:
        # Else the server would cut connections that Django believes in.
        connection.settings_dict["CONN_MAX_AGE"] = 0
        with one_process_at_a_time():
            if not self.exists(self.template):
                self.build_template()
        connection.settings_dict["NAME"] = self.name
        self.restore()

    def build_template(self) -> None:
        draft = f"{self.template}_draft"
        self.create_empty(draft)
        if not self.load_dump(draft):
            self.create_empty(draft)
            migrate_into(draft)
            self.write_dump(draft)
        self.run("ALTER DATABASE {} RENAME TO {}", draft, self.template)

    def create_empty(self, name: str) -> None:
        self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        self.run("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name)

    def load_dump(self, name: str) -> bool:
        """A server that was thrown away gets its template from the last run's."""
        if not (self.dump.exists() and shutil.which("psql")):
            return False
        target = make_conninfo(**self.server | {"dbname": name})
        return succeeds("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", self.dump, target)

    def write_dump(self, name: str) -> None:
        """Without pg_dump, or with one too old for the server, do without."""
        for old in TEST_DIR.glob("template-*.sql"):
            old.unlink()
        draft = self.dump.with_suffix(".draft")
        source = make_conninfo(**self.server | {"dbname": name})
        if succeeds("pg_dump", "--no-owner", "-f", draft, source):
            draft.rename(self.dump)

    def restore(self, kept: str = "") -> None:
        """Bring back the template, or what was kept under a name."""
        self.copy(self.kept(kept) if kept else self.template, self.name)

    def keep(self, name: str) -> None:
        """Copy it as it is now, for `restore(name)`."""
        self.names_kept.add(self.kept(name))
        self.copy(self.name, self.kept(name))

    def kept(self, name: str) -> str:
        return f"{self.name}_{name}"

    def copy(self, original: str, copy: str) -> None:
        self.drop(copy)
        self.run("CREATE DATABASE {} TEMPLATE {}", copy, original)

    def destroy(self) -> None:
        for name in (self.name, *self.names_kept):
            self.drop(name)

    def drop(self, name: str) -> None:
        connection.close()
        self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def exists(self, name: str) -> bool:
        with psycopg.connect(**self.server) as server:
            query = "SELECT 1 FROM pg_database WHERE datname = %s"
            return server.execute(query, [name]).fetchone() is not None

    def run(self, statement: str, *names: str) -> None:
        query = sql.SQL(statement).format(*map(sql.Identifier, names))
        with psycopg.connect(**self.server, autocommit=True) as server:
            server.execute(query)


def succeeds(program: str, *arguments: str | Path) -> bool:
    if not shutil.which(program):
        return False
    return subprocess.run([program, *arguments], capture_output=True).returncode == 0


def database_of(worker: str) -> SQLiteTestDatabase | PostgresTestDatabase:
    """The database of one test process, of the kind that the settings name."""
    process = f"{worker}_{os.getpid()}"
    if connection.vendor == "postgresql":
        return PostgresTestDatabase(process)
    return SQLiteTestDatabase(process)


def lose(lost: BaseDatabaseWrapper) -> None:
    """End a connection from the other side; SQLite has none."""
    if lost.vendor != "postgresql":
        return
    with lost.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    other = lost.copy()
    with closing(other), other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [process])
