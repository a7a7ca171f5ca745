"""The yardstick: a WSGI application that sends the same bytes each time.

What it sends stands in the files that BENCH_ANSWER names: NAME.json with status and
headers, NAME.body with the content.
"""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ANSWER = Path(os.environ["BENCH_ANSWER"])
FACTS = json.loads(ANSWER.with_suffix(".json").read_text())
STATUS, HEADERS = FACTS["status"], [tuple(pair) for pair in FACTS["headers"]]
BODY = ANSWER.with_suffix(".body").read_bytes()


def application(
    environ: dict[str, Any], start_response: Callable[..., Any]
) -> Iterable[bytes]:
    start_response(STATUS, HEADERS)
    return [BODY]
