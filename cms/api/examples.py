"""Examples of answers, for OpenAPI: what the demonstration once was answered with.

`make snapshots` asks for them anew (tests/cms/api/test_examples.py).
"""

import json
from pathlib import Path
from typing import Any

DIRECTORY = Path(__file__).parent / "examples"


def file_of(operation_id: str) -> Path:
    return DIRECTORY / f"{operation_id}.json"


def example_of(operation_id: str) -> dict[str, Any]:
    """Return an answer to an operation; each has one."""
    example: dict[str, Any] = json.loads(file_of(operation_id).read_text())
    return example
