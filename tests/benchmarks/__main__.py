"""How long an answer takes, beside the plainest one: `python -m tests.benchmarks`.

Measures the demonstration in a database of its own, in this process and without a
network. Milliseconds differ between machines; the ratio to `detail`, one page by its
number, hardly does.
"""

import os
import statistics
import sys
import time

import django

WARM_UP, REPEATS = 5, 60
BASE = "detail"

# Name of the row and the path that it asks for; {page} is a news item.
ROWS = {
    BASE: "/api/v2/pages/{page}/",
    "find": "/api/v2/pages/find/?html_path=/",
    "list of pages": "/api/v2/pages/?limit=20",
    "list of documents": "/api/v2/documents/?limit=20",
    "list of images": "/api/v2/images/?limit=20",
    "home page": "/",
    "search page": "/search/?q=migrant",
}


def median_milliseconds(path: str) -> float:
    """The median of many answers; stops at one that is not an answer."""
    from django.test import Client

    client, times = Client(), []
    for _ in range(WARM_UP + REPEATS):
        started = time.perf_counter()
        response = client.get(path)
        times.append(time.perf_counter() - started)
        if response.status_code >= 400:
            sys.exit(f"{path} answers {response.status_code}: nothing to measure")
    return statistics.median(times[WARM_UP:]) * 1000


def number_of_a_news_page() -> int:
    from django.test import Client

    answer = Client().get("/api/v2/pages/?type=news.NewsPage&limit=1").json()
    number: int = answer["items"][0]["id"]
    return number


def measure() -> dict[str, float]:
    page = number_of_a_news_page()
    return {
        name: median_milliseconds(path.format(page=page)) for name, path in ROWS.items()
    }


def table(medians: dict[str, float]) -> str:
    lines = [f"{'answer':<20} {'p50 ms':>8} {'/ detail':>9}"]
    for name, median in medians.items():
        lines.append(f"{name:<20} {median:>8.2f} {median / medians[BASE]:>9.2f}")
    return "\n".join(lines)


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings.test"
    django.setup()

    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from tests.databases import database_of

    setup_test_environment()
    database = database_of("bench")
    database.create()
    try:
        call_command("demo")
        print(table(measure()))
    finally:
        database.destroy()


if __name__ == "__main__":
    main()
