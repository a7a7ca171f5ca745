"""What the processes of a measurement are started with."""

import os
import subprocess
import sys
from dataclasses import dataclass

from settings.environment import BASE_DIR, VAR_DIR
from tests.production import ENVIRONMENT

BENCH_DIR = VAR_DIR / "bench"
# The demonstration's pictures and documents, and the collected static files.
FILES_DIR = BENCH_DIR / "files"
LOG_DIR = BENCH_DIR / "log"

HOST = ENVIRONMENT["RESULTS_ALLOWED_HOSTS"]
# What the proxy before a public server sends along.
PROXY_HEADERS = {"Host": HOST, "X-Forwarded-Proto": "https"}


class FailedError(Exception):
    """Something that a measurement needs did not work, in words."""


def production(database_url: str) -> dict[str, str]:
    """Return the variables of a public server that stands behind a proxy."""
    return {
        **os.environ,
        **ENVIRONMENT,
        "DATABASE_URL": database_url,
        "RESULTS_BEHIND_PROXY": "1",
        "RESULTS_VAR_DIR": str(FILES_DIR),
        "RESULTS_LOG_LEVEL": "WARNING",
    }


@dataclass(frozen=True)
class Effort:
    """What a process took."""

    seconds: float
    megabytes: float


def run(arguments: list[str], database_url: str) -> None:
    """Run Python in the project, with the settings of production."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=BASE_DIR, env=production(database_url)
    )
    if done.returncode:
        raise FailedError(f"python {' '.join(arguments)} failed")


def output_of(arguments: list[str], database_url: str, asked: str = "") -> str:
    """Run Python in the project, and return what it writes."""
    done = subprocess.run(
        [sys.executable, *arguments],
        input=asked,
        stdout=subprocess.PIPE,
        text=True,
        cwd=BASE_DIR,
        env=production(database_url),
    )
    if done.returncode:
        raise FailedError(f"python {' '.join(arguments)} failed")
    return done.stdout


def manage(*arguments: str) -> list[str]:
    return ["manage.py", *arguments]
