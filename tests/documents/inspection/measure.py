"""What inspecting a file costs: `python -m tests.documents.inspection.measure`.

Takes a path, a media type and limits as JSON; prints JSON. In a process of its own,
since the memory of one that runs tests tells nothing.
"""

import json
import re
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from documents.inspection import InspectionError, Limits, inspect


def peak_bytes() -> int:
    """Return the most memory that this process has had; Linux tells."""
    status = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s*(\d+) kB", status)[0]) * 1024


def measure(path: str, media_type: str, limits: str) -> dict[str, object]:
    before, started = peak_bytes(), time.monotonic()
    try:
        read = inspect(Path(path), media_type, Limits(**json.loads(limits)))
    except InspectionError as error:
        outcome, reason = type(error).__name__, error.reason
        texts: list[str] = []
    else:
        outcome, reason, texts = "read", " ".join(read.notes), read.texts
    return {
        "outcome": outcome,
        "reason": reason,
        "texts": len(texts),
        "characters": sum(map(len, texts)),
        "seconds": time.monotonic() - started,
        "growth": peak_bytes() - before,
        "child": getrusage(RUSAGE_CHILDREN).ru_maxrss * 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:])))
