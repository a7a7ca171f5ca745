"""Databases of 2,000 to 100,000 pages, kept between runs in a cluster of their own.

The comment of each database says of which code its content and its log are. Where
the code is another one by now, they are made anew: the log alone, if that is enough.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql

from settings.environment import BASE_DIR
from tests.postgres import owner, server_in

from .processes import (
    BENCH_DIR,
    FILES_DIR,
    Effort,
    FailedError,
    manage,
    production,
    run,
)

BASE = "bench_base"
CLUSTER = BENCH_DIR / "postgres"

# As a server of some gigabytes has it; the rest is as PostgreSQL comes.
OPTIONS = ("shared_buffers=1GB", "effective_cache_size=3GB")

CONTENT_FILES = (
    *("tests/benchmarks/content/*.py", "home/demo/**/*"),
    *("cms/migrations/*.py", "home/migrations/*.py"),
    *("news/migrations/*.py", "documents/migrations/*.py"),
)
LOG_FILES = ("cms/**/*.py", "home/**/*.py", "news/**/*.py", "documents/**/*.py")
# They read the log, and say nothing of what is in it.
READERS = ("cms/api/", "cms/templatetags/", "/views.py", "/urls.py", "/tests/")

Marks = dict[str, Any]


def step(text: str) -> None:
    print(f"\033[1m==>\033[0m {text}", flush=True)


@contextmanager
def cluster() -> Iterator[str]:
    """Run the kept cluster and yield the address of its server."""
    CLUSTER.mkdir(parents=True, exist_ok=True)
    refuse_closed_directory()
    with server_in(CLUSTER, OPTIONS) as url:
        yield url.rpartition("/")[0]


def refuse_closed_directory() -> None:
    """PostgreSQL does not run as root, and its user must get at the directory."""
    as_user = owner()
    if as_user and subprocess.run(["test", "-x", CLUSTER], **as_user).returncode:
        raise FailedError(
            f"PostgreSQL cannot run as root, and another user cannot enter {CLUSTER}:"
            " set RESULTS_VAR_DIR to a directory that everybody may enter"
        )


def files_of(patterns: tuple[str, ...]) -> list[Path]:
    found = {file for pattern in patterns for file in BASE_DIR.glob(pattern)}
    return sorted(file for file in found if file.is_file() and file.suffix != ".pyc")


def hash_of(files: list[Path]) -> str:
    digest = sha256(f"{version('django')} {version('wagtail')}".encode())
    for file in files:
        digest.update(str(file.relative_to(BASE_DIR)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def content_hash() -> str:
    """Return what changes with the code that makes content, and with its tables."""
    return hash_of(files_of(CONTENT_FILES))


def log_hash() -> str:
    """Return what changes with the code by which content is published."""
    files = files_of(LOG_FILES)
    named = ((f"/{file.relative_to(BASE_DIR)}", file) for file in files)
    return hash_of([f for name, f in named if not any(r in name for r in READERS)])


@dataclass(frozen=True)
class Database:
    """A database with so many made-up pages, and what its rebuild took."""

    total: int
    url: str
    rebuild: Effort
    # All that is in the log: pages, documents, images.
    things: int


class Databases:
    """The databases of a cluster.

    `anew` makes them again whatever they are; `keep` takes them as they are.
    """

    def __init__(self, server: str, anew: bool = False, keep: bool = False) -> None:
        self.server, self.anew, self.keep = server, anew, keep
        self.content, self.log = content_hash(), log_hash()

    def url(self, name: str) -> str:
        """Return the address of a database, by the socket of its server.

        So two programs on one machine talk; by TCP each answer takes a tenth longer.
        """
        server = urlsplit(self.server)
        socket = quote(str(CLUSTER))
        return f"postgres://{server.username}@:{server.port}/{name}?host={socket}"

    def of(self, total: int) -> Database:
        """Return the database of so many pages, made or mended where it has to be."""
        name = f"bench_{total}"
        marks = {} if self.anew else self.marks(name)
        if self.keep and marks:
            run(manage("migrate", "--verbosity=0"), self.url(name))
        else:
            if marks.get("content") != self.content:
                self.make(name, total)
                marks = {}
            if marks.get("log") != self.log:
                self.publish(name, total)
        marks = self.marks(name)
        effort = Effort(**marks["rebuild"])
        return Database(total, self.url(name), effort, marks["things"])

    def make(self, name: str, total: int) -> None:
        self.prepare_base()
        step(f"Making {total:,} pages")
        self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        self.run("CREATE DATABASE {} TEMPLATE {}", name, BASE)
        run(["-m", "tests.benchmarks.content", "pages", str(total)], self.url(name))

    def prepare_base(self) -> None:
        """Make what all have: tables, demonstration, pictures and documents."""
        if self.marks(BASE).get("content") == self.content and not self.anew:
            return
        step("Demonstration, pictures and documents (half a minute)")
        self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", BASE)
        self.run("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", BASE)
        shutil.rmtree(FILES_DIR, ignore_errors=True)
        run(["-m", "tests.benchmarks.content", "base"], self.url(BASE))
        self.mark(BASE, {"content": self.content})
        # Once is enough for one run.
        self.anew = False

    def publish(self, name: str, total: int) -> None:
        step(f"Publishing {total:,} pages: publications --rebuild")
        run(["-m", "tests.benchmarks.content", "forget"], self.url(name))
        effort = effort_of(manage("publications", "--rebuild"), self.url(name))
        with self.connect(name) as database:
            database.execute("VACUUM (ANALYZE)")
            query = "SELECT count(*) FROM publishing_publication"
            (things,) = database.execute(query).fetchone() or (0,)
        marks = {"content": self.content, "log": self.log, "things": things}
        self.mark(name, marks | {"rebuild": asdict(effort)})

    def marks(self, name: str) -> Marks:
        """Return what the comment of a database says; nothing where there is none."""
        query = (
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
            " WHERE datname = %s"
        )
        with self.connect() as server:
            found = server.execute(query, [name]).fetchone()
        marks: Marks = json.loads(found[0]) if found and found[0] else {}
        return marks

    def mark(self, name: str, marks: Marks) -> None:
        text = sql.Literal(json.dumps(marks))
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        with self.connect() as server:
            server.execute(comment.format(sql.Identifier(name), text))

    def run(self, statement: str, *names: str) -> None:
        with self.connect() as server:
            server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def connect(self, name: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(self.url(name), autocommit=True)


def effort_of(arguments: list[str], database_url: str) -> Effort:
    """Run Python in the project, and return what it took: time and largest memory."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=BASE_DIR, env=production(database_url)
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"python {' '.join(arguments)} failed")
    # Linux counts kilobytes, macOS bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Effort(time.monotonic() - started, usage.ru_maxrss / unit)


def collect_static(server: str) -> None:
    """Put style sheets and pictures where production serves them from."""
    words = ("collectstatic", "--noinput", "--verbosity=0")
    run(manage(*words, "--ignore=ninja"), f"{server}/{BASE}")
