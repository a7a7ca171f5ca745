"""The same rows on other servers and other ways to the database, to decide by."""

import importlib.util
from collections.abc import Iterator

from . import report, rows
from .databases import Database
from .measure import Pace, measure, prepare, served
from .results import Measured
from .servers import GRANIAN, GUNICORN, ON_A_PORT, Server

ROWS = "detail,detail-anew,list-whole-anew"
POOL = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.pool"}
PURE_PYTHON = {"PSYCOPG_IMPL": "python"}
COMPILED = {"PSYCOPG_IMPL": "binary"}


def gunicorn(*options: str) -> tuple[str, ...]:
    return (*GUNICORN, *options, *ON_A_PORT)


def granian(threads: int) -> tuple[str, ...]:
    return (*GRANIAN, "--blocking-threads", str(threads), "{app}")


THREADS = gunicorn("--worker-class", "gthread", "--threads", "4")
SERVERS = [
    Server("gunicorn sync", gunicorn("--worker-class", "sync"), COMPILED),
    Server(
        "gunicorn, 1 thread",
        gunicorn("--worker-class", "gthread", "--threads", "1"),
        COMPILED,
    ),
    Server(
        "gunicorn, 2 threads",
        gunicorn("--worker-class", "gthread", "--threads", "2"),
        COMPILED,
    ),
    Server("gunicorn, 4 threads", THREADS, COMPILED),
    Server("the same, with a pool", THREADS, COMPILED | POOL),
    Server("the same, psycopg in Python", THREADS, PURE_PYTHON),
    Server("granian, 1 thread", granian(1), COMPILED),
    Server("granian, 4 threads", granian(4), COMPILED),
    Server("the same, with a pool", granian(4), COMPILED | POOL),
]
HEAD = f"{'server':<30}{'row':<18}{'req/s':>8}{'p50 ms':>8}{'p99 ms':>8}{'to bare':>9}"


def compare(database: Database, pace: Pace) -> int:
    """Measure the servers, and print and write what they did."""
    print(f"\n{database.total:,} pages\n{HEAD}", flush=True)
    facts = []
    for server in SERVERS:
        for row, measured in measured_on(server, database, pace):
            print(line_of(server, row, measured), flush=True)
            about = {"server": server.name, "command": server.command, "row": row}
            facts.append(about | server.variables | report.size_facts(measured))
    found = {"commit": report.commit(), "machine": report.machine(), "servers": facts}
    print(f"\nWritten to {report.write('servers', found)}")
    return 0


def measured_on(
    server: Server, database: Database, pace: Pace
) -> Iterator[tuple[str, Measured]]:
    """Yield the rows as a server has them, on the yardstick of the same server."""
    if server.variables.items() >= POOL.items() and not has_pool():
        print(f"{server.name:<30}not measured: psycopg-pool is not installed")
        return
    with served(server, [database]) as (running,):
        for row in rows.named(ROWS):
            prepared = prepare(row, running)
            yield row.name, measure(prepared, running, server, pace)


def has_pool() -> bool:
    return importlib.util.find_spec("psycopg_pool") is not None


def line_of(server: Server, row: str, measured: Measured) -> str:
    load = measured.load
    return (
        f"{server.name:<30}{row:<18}{load.rps:>8,.0f}{load.p50:>8.1f}{load.p99:>8.1f}"
        f"{measured.ratio:>9.2f} {measured.problem}".rstrip()
    )
