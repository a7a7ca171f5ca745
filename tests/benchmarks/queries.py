"""Counts the SQL of answers in this process: `python -m tests.benchmarks.queries`.

Reads from standard input, and writes to standard output, JSON: an object of lists of
questions by the name of their row; an object of the most queries that one of them took.
"""

import json
import sys
from typing import Any

import django

from .processes import HOST

# As many questions of a row as are asked, each twice: what the first one alone takes
# is cached after it.
QUESTIONS = 5


def count(path: str, headers: dict[str, str]) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.as_in_production import CachedHandler

    client = Client(headers={"Host": HOST, "X-Forwarded-Proto": "https", **headers})
    client.handler = CachedHandler()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def most(questions: list[dict[str, Any]]) -> int:
    return max(count(q["path"], q["headers"]) for q in questions[:QUESTIONS])


if __name__ == "__main__":
    django.setup()
    asked = json.load(sys.stdin)
    json.dump({name: most(questions) for name, questions in asked.items()}, sys.stdout)
