"""Results as JSON below var/bench/, with the machine and the code that had them."""

import json
import os
import platform
import subprocess
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from settings.environment import BASE_DIR

from .processes import BENCH_DIR
from .results import Measured, Results, RowResult

PACKAGES = ("django", "wagtail", "gunicorn", "granian", "psycopg", "pydantic")


def machine() -> dict[str, Any]:
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "load_average": os.getloadavg(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def processor() -> str:
    facts = Path("/proc/cpuinfo")
    if not facts.exists():
        return platform.processor()
    names = (line.partition(":") for line in facts.read_text().splitlines())
    return next((value.strip() for key, _, value in names if "model name" in key), "")


def commit() -> str:
    """Return the commit that was measured, with a plus where it was changed since."""
    words = ("git", "describe", "--always", "--dirty=+", "--abbrev=10")
    done = subprocess.run(words, cwd=BASE_DIR, capture_output=True, text=True)
    return done.stdout.strip()


def row_facts(result: RowResult) -> dict[str, Any]:
    return {
        "row": result.row.name,
        "address": result.row.address,
        "problem": result.problem,
        "limits": asdict(result.row.limits) if result.row.limits else None,
        "growth": result.growth,
        "slowing": result.slowing if result.measured else None,
        "sizes": {size: size_facts(m) for size, m in result.measured.items()},
    }


def size_facts(measured: Measured) -> dict[str, Any]:
    return {
        **asdict(measured.load),
        "queries": measured.queries,
        "bytes": measured.bytes,
        "ratio": measured.ratio,
        "problem": measured.problem,
        "yardstick": [asdict(measured.before), asdict(measured.after)],
    }


def report(results: Results) -> dict[str, Any]:
    return {
        "commit": commit(),
        "machine": machine(),
        "missed": results.missed(),
        "rebuild": {d.total: asdict(d.rebuild) for d in results.databases},
        "rows": [row_facts(result) for result in results.rows],
        "one_client": [result.facts() for result in results.alone],
    }


def write(kind: str, facts: Any) -> Path:
    """Write facts to a file that bears the moment in its name."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S")
    path = BENCH_DIR / f"{moment}-{kind}.json"
    path.write_text(json.dumps(facts, indent=1) + "\n")
    return path
