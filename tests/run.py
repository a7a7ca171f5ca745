"""The whole test suite: `python -m tests.run [arguments of pytest]`.

Eight runs: everything on SQLite, the same on PostgreSQL, what has to do with files
once more on an S3 bucket, then the browser tests, the validator of HTML, the generated
clients, files that other projects have made, and the search on the OpenSearch server of
OPENSEARCH_URL, if any.
The closing lines count what ran. What could not run for want of a program is
named with the command that provides it, and fails the run where CI=true; the search
server alone may be missing, for the other runs have a stand-in.
"""

import os
import signal
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from settings.environment import VAR_DIR
from tests.browser.chromium import ChromiumNotFoundError, find_chromium
from tests.clients.node import NodeNotFoundError, find_node
from tests.postgres import PostgresNotFoundError, server_url
from tests.real_files.collection import RealFilesNotFoundError, find_real_files
from tests.real_files.table import TABLE, summary
from tests.s3.server import server as s3_server
from tests.validator.nu import JavaNotFoundError, find_java

RESULTS_DIR = VAR_DIR / "test"
PYTEST = [sys.executable, "-m", "pytest", "-q", "--no-header"]
# pytest's exit codes that the closing lines explain: all passed, some failed, none.
OK, FAILED, NONE_COLLECTED = 0, 1, 5
ALONE = (
    *("tests/browser", "tests/clients", "tests/real_files", "tests/s3"),
    "tests/validator",
)
SPREAD = ["-n", "2", "tests", *(f"--ignore={path}" for path in ALONE)]
# What reads or writes files; of the leak matrix, the cells that name a document.
ON_FILES = [
    *("tests/s3", "tests/documents", "tests/leaks", "tests/cms/storages"),
    *("tests/cms/test_forms.py", "tests/cms/test_views.py"),
    "tests/cms/test_renditions.py",
    # Is given its files, wherever they were stored.
    "--ignore=tests/documents/inspection",
    *(
        "-k",
        "s3 or document or storages or test_forms or test_views or test_renditions",
    ),
]


class OpenSearchNotGivenError(Exception):
    """OPENSEARCH_URL names no server."""


@dataclass
class Outcome:
    """What one run of pytest did."""

    name: str
    code: int
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def ok(self) -> bool:
        return self.code == OK and self.passed > 0

    def __str__(self) -> str:
        line = f"{self.name}: {self.passed} passed, {self.failed} failed"
        return f"{line}, {self.skipped} skipped" if self.skipped else line


def run_pytest(
    name: str, arguments: list[str], variables: dict[str, str | None]
) -> Outcome:
    """Run pytest in a process of its own; a variable of None is removed."""
    print(f"\n\033[1m==>\033[0m {name}", flush=True)
    # The run that is about it names it, and no other asks it.
    variables = {"OPENSEARCH_URL": None, **variables}
    report = RESULTS_DIR / f"report-{name.lower()}-{os.getpid()}.xml"
    environment = {k: v for k, v in os.environ.items() if k not in variables}
    environment |= {k: v for k, v in variables.items() if v is not None}
    report.parent.mkdir(parents=True, exist_ok=True)
    command = [*PYTEST, f"--junit-xml={report}", *arguments]
    code = subprocess.run(command, env=environment).returncode
    return read_report(name, code, report)


def read_report(name: str, code: int, report: Path) -> Outcome:
    if not report.exists():
        return Outcome(name, code)
    suite = ElementTree.parse(report).getroot().find("testsuite")  # noqa: S314
    report.unlink()
    if suite is None:
        return Outcome(name, code)
    total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return Outcome(name, code, total - failed - skipped, failed, skipped)


def on_sqlite(arguments: list[str]) -> Outcome:
    return run_pytest("SQLite", [*SPREAD, *arguments], {"DATABASE_URL": None})


def on_postgresql(arguments: list[str]) -> Outcome:
    with server_url() as url:
        return run_pytest("PostgreSQL", [*SPREAD, *arguments], {"DATABASE_URL": url})


def on_s3(arguments: list[str]) -> Outcome:
    with s3_server() as variables:
        return run_pytest(
            "S3",
            ["-n", "2", *ON_FILES, *arguments],
            {"DATABASE_URL": None, **variables},
        )


def in_browser(arguments: list[str]) -> Outcome:
    variables = {"DATABASE_URL": None, "CHROMIUM": find_chromium()}
    return run_pytest("Browser", ["tests/browser", *arguments], variables)


def as_html(arguments: list[str]) -> Outcome:
    find_java()
    return run_pytest("HTML", ["tests/validator", *arguments], {"DATABASE_URL": None})


def with_clients(arguments: list[str]) -> Outcome:
    find_node()
    return run_pytest("Clients", ["tests/clients", *arguments], {"DATABASE_URL": None})


def on_real_files(arguments: list[str]) -> Outcome:
    find_real_files()
    TABLE.unlink(missing_ok=True)
    outcome = run_pytest(
        "Files", ["tests/real_files", *arguments], {"DATABASE_URL": None}
    )
    if TABLE.exists():
        print(summary())
    return outcome


def on_opensearch(arguments: list[str]) -> Outcome:
    url = os.environ.get("OPENSEARCH_URL")
    if not url:
        raise OpenSearchNotGivenError
    return run_pytest(
        "OpenSearch",
        ["tests/search/opensearch", *arguments],
        {"DATABASE_URL": None, "OPENSEARCH_URL": url},
    )


RUNS: dict[str, Callable[[list[str]], Outcome]] = {
    "SQLite": on_sqlite,
    "PostgreSQL": on_postgresql,
    "S3": on_s3,
    "Browser": in_browser,
    "HTML": as_html,
    "Clients": with_clients,
    "Files": on_real_files,
    "OpenSearch": on_opensearch,
}
# Where no server is given, a stand-in is all that the other runs have.
OPTIONAL = {"OpenSearch"}


@contextmanager
def termination_as_exit() -> Iterator[None]:
    """Let `finally` stop the database server when the run itself is told to stop."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    yield
    signal.signal(signal.SIGTERM, before)


def main(arguments: list[str]) -> int:
    outcomes, missing = [], []
    with termination_as_exit():
        for name, run in RUNS.items():
            try:
                outcomes.append(run(arguments))
            except PostgresNotFoundError:
                missing.append((name, "apt-get install postgresql"))
            except ChromiumNotFoundError:
                missing.append((name, "apt-get install chromium"))
            except JavaNotFoundError:
                missing.append((name, "apt-get install default-jre-headless"))
            except OpenSearchNotGivenError:
                command = "OPENSEARCH_URL=http://127.0.0.1:9200 make test"
                missing.append((name, command))
            except NodeNotFoundError:
                missing.append((name, "apt-get install nodejs"))
            except RealFilesNotFoundError as error:
                missing.append((name, str(error)))
    return report_all(outcomes, missing, selected=bool(arguments))


def report_all(
    outcomes: list[Outcome], missing: list[tuple[str, str]], selected: bool
) -> int:
    """Print the closing lines and return the exit code."""
    print()
    for outcome in outcomes:
        print(outcome)
    for name, command in missing:
        print(f"Not run: {name}. To run it: {command}")
    if selected:
        # A selection may leave one of the runs without a test, but not all.
        fine = any(outcome.ok for outcome in outcomes) and all(
            outcome.ok or outcome.code == NONE_COLLECTED for outcome in outcomes
        )
    else:
        fine = bool(outcomes) and all(outcome.ok for outcome in outcomes)
    needed = [name for name, _command in missing if name not in OPTIONAL]
    if needed and os.environ.get("CI", "").lower() == "true":
        fine = False
    return 0 if fine else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
