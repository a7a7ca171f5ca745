"""One run of wrk: sixteen connections that ask for many addresses in turn."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from tempfile import NamedTemporaryFile
from typing import Self

from .processes import FailedError

SCRIPT = Path(__file__).with_name("requests.lua")
THREADS, CONNECTIONS = 2, 16
# A connection stays with the worker that took it, and it happens that one of two takes
# all sixteen. Such a run shows half of the server.
LOPSIDED = 0.9


@dataclass(frozen=True)
class Load:
    """What one run measured: answers a second, and how long one took, in ms."""

    rps: float
    p50: float
    p99: float
    # Answers with a status of 400 or above, and connections that broke.
    refused: int
    broken: int
    # The share of the busiest worker, None where the system does not tell; and how
    # many runs there were until no worker was idle.
    busiest: float | None = None
    runs: int = 1

    @classmethod
    def parse(cls, output: str) -> Self:
        """Read the line of `requests.lua` in what wrk has printed."""
        found = re.search(r"(?m)^result: (\{.*\})$", output)
        if not found:
            raise FailedError(f"wrk measured nothing:\n{output.strip()}")
        result = json.loads(found[1])
        seconds = result["microseconds"] / 1e6
        return cls(
            rps=result["requests"] / seconds if seconds else 0,
            p50=result["p50"] / 1000,
            p99=result["p99"] / 1000,
            refused=result["refused"],
            broken=result["broken"],
        )

    @property
    def problem(self) -> str:
        """Return in words why the figures mean nothing; empty where they do."""
        if self.refused:
            return f"{self.refused} answers of 400 or above"
        if self.broken:
            return f"{self.broken} connections broke"
        if self.is_lopsided:
            return f"a worker was idle, {self.runs} times"
        return "" if self.rps else "no answer at all"

    @property
    def is_lopsided(self) -> bool:
        """Tell whether one worker had (nearly) all of the connections."""
        return self.busiest is not None and self.busiest > LOPSIDED


def mean_of(parts: Sequence[Load]) -> Load:
    """Return what several runs measured together."""
    shares = [part.busiest for part in parts if part.busiest is not None]
    return Load(
        rps=mean(part.rps for part in parts),
        p50=mean(part.p50 for part in parts),
        p99=max(part.p99 for part in parts),
        refused=sum(part.refused for part in parts),
        broken=sum(part.broken for part in parts),
        busiest=max(shares, default=None),
        runs=max(part.runs for part in parts),
    )


@dataclass(frozen=True)
class Question:
    """An address, and the ETag of what the client has of it already."""

    path: str
    etag: str = ""

    def __str__(self) -> str:
        return f"{self.path}\t{self.etag}" if self.etag else self.path


def load(
    url: str,
    questions: Iterable[Question],
    headers: dict[str, str],
    seconds: float,
    connections: int = CONNECTIONS,
) -> Load:
    """Ask a server for so many seconds, as fast as it answers."""
    if not shutil.which("wrk"):
        raise FailedError("wrk is not installed: apt-get install wrk")
    with NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(map(str, questions)))
        file.flush()
        command = [
            *("wrk", f"-t{min(THREADS, connections)}", f"-c{connections}"),
            f"-d{seconds:g}s",
            *("--latency", "--timeout", "10s", "-s", SCRIPT, url, "--", file.name),
            *(f"{name}: {value}" for name, value in headers.items()),
        ]
        done = subprocess.run(command, capture_output=True, text=True)
    return Load.parse(done.stdout + done.stderr)
