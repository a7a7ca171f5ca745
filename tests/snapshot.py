"""What is promised to others, kept as files: a change of it shows in review."""

import json
import os
from typing import Any

from settings.environment import BASE_DIR

DIRECTORY = BASE_DIR / "tests" / "snapshots"
# What `make snapshots` sets.
REWRITE = "REWRITE_SNAPSHOTS"


def assert_snapshot(name: str, value: Any) -> None:
    """Assert that a value is what the file of this name has, or write it there."""
    file = DIRECTORY / f"{name}.json"
    if os.environ.get(REWRITE):
        file.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")
    assert json.loads(file.read_text()) == value, "`make snapshots` rewrites it."
