"""A PostgreSQL server for one test run: `python -m tests.postgres COMMAND...`

Uses the server of DATABASE_URL if it names one. Otherwise starts a cluster in a
temporary directory, with whatever PostgreSQL is installed, and removes it at the
end. PostgreSQL refuses to run as root; root starts it as another user.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

START_SECONDS = 30
USER = "results"

# Whatever is here can be made anew, so nothing has to survive a power cut.
SPEED_OVER_SAFETY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresNotFoundError(Exception):
    """No server in DATABASE_URL and none installed."""


def binaries() -> Path:
    """The directory of initdb and postgres: on the PATH, or Debian's newest."""
    found = shutil.which("initdb")
    candidates = [Path(found).resolve().parent] if found else []
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    candidates += sorted(versions, key=lambda path: path.parts[-2].zfill(3))[::-1]
    for directory in candidates:
        if all((directory / name).exists() for name in ("initdb", "postgres")):
            return directory
    raise PostgresNotFoundError


def owner() -> dict[str, object]:
    """Arguments of subprocess that make the cluster's processes not root's."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise PostgresNotFoundError


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def cluster() -> Iterator[str]:
    """Start a server of our own, which leaves nothing behind, and yield its URL."""
    directory = Path(tempfile.mkdtemp(prefix="results-postgres-"))
    try:
        with server_in(directory) as url:
            yield url
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@contextmanager
def server_in(directory: Path, options: Iterable[str] = ()) -> Iterator[str]:
    """Run the cluster of a directory, made where there is none, and yield its URL."""
    programs, as_user = binaries(), owner()
    if as_user:
        os.chown(directory, as_user["user"], as_user["group"])
    data = directory / "data"
    if not data.exists():
        initialise(programs / "initdb", data, as_user)
    port = free_port()
    server = start(programs / "postgres", data, port, as_user, options)
    try:
        url = f"postgres://{USER}@127.0.0.1:{port}/postgres"
        wait_until_ready(url, server, directory / "log")
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=START_SECONDS)


def initialise(initdb: Path, data: Path, as_user: dict[str, object]) -> None:
    """Make a cluster; what was begun and not finished is not in its place."""
    draft = data.with_suffix(".draft")
    shutil.rmtree(draft, ignore_errors=True)
    subprocess.run(
        [
            *(initdb, "-D", draft, "-U", USER, "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        ],
        cwd=data.parent,
        stdout=subprocess.DEVNULL,
        check=True,
        **as_user,
    )
    draft.rename(data)


def start(
    postgres: Path,
    data: Path,
    port: int,
    as_user: dict[str, object],
    options: Iterable[str],
) -> "subprocess.Popen[bytes]":
    options = [
        *SPEED_OVER_SAFETY,
        *options,
        "listen_addresses=127.0.0.1",
        f"unix_socket_directories={data.parent}",
    ]
    with (data.parent / "log").open("wb") as log:
        return subprocess.Popen(
            [
                *(postgres, "-D", data, "-p", str(port)),
                *(word for option in options for word in ("-c", option)),
            ],
            cwd=data.parent,
            stdout=log,
            stderr=subprocess.STDOUT,
            # Ctrl-C ends the tests first, and the server after them.
            start_new_session=True,
            **as_user,
        )


def wait_until_ready(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")


@contextmanager
def server_url() -> Iterator[str]:
    """The server of DATABASE_URL, or else one of our own."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
        return
    with cluster() as url:
        yield url


def main(command: list[str]) -> int:
    if not command:
        print(__doc__)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with server_url() as url:
            environment = os.environ | {"DATABASE_URL": url}
            return subprocess.run(command, env=environment).returncode
    except PostgresNotFoundError:
        print("PostgreSQL is not installed: apt-get install postgresql")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
