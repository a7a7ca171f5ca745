"""The demonstration as production serves it, for a browser on this machine."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from settings.environment import BASE_DIR
from tests.benchmarks.processes import production
from tests.benchmarks.servers import PRODUCTION, stop, wait_until_ready
from tests.postgres import free_port, server_url

HOST = "localhost"
SITE = "tests.lighthouse.application:application"
PREPARED_BY = (
    *(("migrate", "--verbosity=0"), ("set_site_address", "--port={port}"), ("demo",)),
    *(("read_documents",), ("publications", "--rebuild")),
    ("collectstatic", "--noinput", "--verbosity=0", "--ignore=wagtail*"),
)


@contextmanager
def demonstration() -> Iterator[str]:
    """Yield the address of a server with a database and files of its own.

    Raises PostgresNotFoundError.
    """
    with server_url() as database, TemporaryDirectory() as directory:
        port = free_port()
        variables = production(database) | {
            "RESULTS_VAR_DIR": directory,
            "RESULTS_ALLOWED_HOSTS": f"{HOST},127.0.0.1",
            "RESULTS_ADMIN_BASE_URL": f"https://{HOST}",
        }
        for words in PREPARED_BY:
            command = [word.format(port=port) for word in words]
            subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=BASE_DIR,
                env=variables,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        yield from served(port, variables, Path(directory) / "server.log")


def served(port: int, variables: dict[str, str], log: Path) -> Iterator[str]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            PRODUCTION.words(SITE, port),
            cwd=BASE_DIR,
            env=variables,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}", process, log)
        yield f"http://{HOST}:{port}"
    finally:
        stop(process)
