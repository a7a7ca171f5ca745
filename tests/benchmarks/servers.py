"""Servers: the production one, and those to compare it with."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from settings.environment import BASE_DIR
from tests.postgres import free_port

from .answers import Answer, Client
from .processes import LOG_DIR, FailedError, production

START_SECONDS, STOP_SECONDS = 60, 3

SITE = "cms.wsgi:application"
YARDSTICK = "tests.benchmarks.yardstick:application"
GUNICORN = ("gunicorn", "--config", "deploy/gunicorn.conf.py")
ON_A_PORT = ("--bind", "127.0.0.1:{port}", "{app}")
GRANIAN = (
    *("granian", "--interface", "wsgi", "--workers", "2", "--no-ws"),
    *("--log-level", "warning", "--host", "127.0.0.1", "--port", "{port}"),
)


@dataclass(frozen=True)
class Server:
    """A command that serves an application on a port, with two workers."""

    name: str
    command: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=dict)

    def words(self, app: str, port: int) -> list[str]:
        program, *rest = (word.format(app=app, port=port) for word in self.command)
        return [str(Path(sys.executable).with_name(program)), *rest]


@dataclass(frozen=True)
class Serving:
    """A server that answers: where, and how busy each of its processes was."""

    url: str
    process: int

    def work(self) -> dict[int, int]:
        """Return the ticks of processor that each worker has had, where Linux tells."""
        had = {}
        for file in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                # After the name, which may hold anything: state, parent, group.
                facts = file.read_text().rpartition(")")[2].split()
                if int(facts[1]) == self.process == int(facts[2]):
                    had[int(file.parent.name)] = int(facts[11]) + int(facts[12])
        return had


PRODUCTION = Server("production", (*GUNICORN, *ON_A_PORT))


@contextmanager
def running(
    server: Server, app: str, name: str, variables: dict[str, str]
) -> Iterator[Serving]:
    """Serve an application until it is no longer needed."""
    port, log = free_port(), LOG_DIR / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            server.words(app, port),
            cwd=BASE_DIR,
            env=variables | server.variables,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C ends the measuring first, and the servers after it.
            start_new_session=True,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_ready(url, process, log)
        yield Serving(url, process.pid)
    finally:
        stop(process)


def wait_until_ready(
    url: str, process: "subprocess.Popen[bytes]", log: Path, path: str = "/"
) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with Client(url) as client:
                client.get(path)
        except OSError:
            time.sleep(0.05)
        else:
            return
    stop(process)
    raise FailedError(f"The server did not start:\n{log.read_text()[-2000:]}")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End a server with its workers, at once: nobody is waiting for an answer."""
    for ending in (signal.SIGINT, signal.SIGKILL):
        with suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(process.pid, ending)
            process.wait(timeout=STOP_SECONDS)


@contextmanager
def site(server: Server, database_url: str, name: str) -> Iterator[Serving]:
    """Serve the site from a database."""
    with running(server, SITE, name, production(database_url)) as serving:
        yield serving


@contextmanager
def yardstick(server: Server, answer: Answer) -> Iterator[Serving]:
    """Serve one answer from memory, on the same server."""
    variables = {**os.environ, **written(answer)}
    with running(server, YARDSTICK, "yardstick", variables) as serving:
        yield serving


def written(answer: Answer) -> dict[str, str]:
    """Write what a yardstick sends, and return the variable that says where."""
    file = LOG_DIR / "yardstick-answer"
    LOG_DIR.mkdir(parents=True, exist_ok=True)
    answer.write(file)
    return {"BENCH_ANSWER": str(file)}
