"""A server of the site in a process of its own, which may be killed at any moment."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import requests
from django.db import connection

from settings.environment import BASE_DIR
from tests.postgres import free_port

START_SECONDS = 60


def database_url() -> str:
    """Return the URL of the database that this test has."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    login = ":".join(quote(given[name], safe="") for name in ("USER", "PASSWORD"))
    place = f"{given['HOST']}:{given['PORT'] or 5432}"
    return f"postgres://{login.rstrip(':')}@{place}/{given['NAME']}"


class Server:
    """Gunicorn with one worker; its master starts another one where that is killed."""

    def __init__(self, directory: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.pid_file = directory / "worker"
        self.config = directory / "gunicorn.conf.py"
        self.config.write_text(
            "from pathlib import Path\n"
            "preload_app = True\n"
            "control_socket_disable = True\n"
            f"def post_fork(server, worker):\n"
            f"    Path({str(self.pid_file)!r}).write_text(str(worker.pid))\n"
        )
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "settings.development",
            "DATABASE_URL": database_url(),
            "RESULTS_VAR_DIR": str(directory),
            "RESULTS_LOG_LEVEL": "CRITICAL",
        }

    def start(self) -> None:
        self.master = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "cms.wsgi"),
                *("--bind", f"127.0.0.1:{self.port}", "--config", str(self.config)),
                *("--log-level", "critical"),
            ],
            cwd=BASE_DIR,
            env=self.environment,
        )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(requests.ConnectionError):
                requests.get(f"{self.url}/admin/login/", timeout=10)
                return
            time.sleep(0.05)
        raise RuntimeError("The server does not answer.")

    def kill_worker(self) -> None:
        """Kill the process that answers, as a power cut would."""
        with suppress(ProcessLookupError):
            os.kill(int(self.pid_file.read_text()), signal.SIGKILL)

    def stop(self) -> None:
        self.master.terminate()
        self.master.wait(timeout=30)


@contextmanager
def running_server(directory: Path) -> Iterator[Server]:
    server = Server(directory)
    server.start()
    try:
        yield server
    finally:
        server.stop()
