"""What Lighthouse says of the demonstration on a phone: `make lighthouse`.

Of each page the median of several runs, beside what it must reach; ends with 1 where
it does not. The pages are asked for once before, as others have by then.
"""

import argparse
import json
import sys
from datetime import datetime
from urllib.request import urlopen

from settings.environment import VAR_DIR
from tests.postgres import PostgresNotFoundError
from tests.run import termination_as_exit

from .audit import Audit, audit, median_of, missed
from .server import demonstration

# Five types of page, and one of the other language.
PAGES = {
    "home": "/",
    "story": "/stories/the-dennis-luna-story/",
    "news": "/news/2017-national-idr-forum-ome-presentations/",
    "library": "/documents/",
    "impact": "/impact/2014-15/",
    "home, Spanish": "/es/",
}
HEAD = (
    f"{'page':<15}{'perf.':>7}{'access.':>9}{'pract.':>8}{'SEO':>5}"
    f"{'LCP ms':>9}{'CLS':>8}"
)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make lighthouse")
    parser.add_argument(
        "--runs", type=int, default=5, help="of which the median counts"
    )
    runs = max(1, parser.parse_args(arguments).runs)
    found, failures = {}, []
    with termination_as_exit(), demonstration() as url:
        print(HEAD, flush=True)
        for name, path in PAGES.items():
            ask_once(f"{url}{path}")
            found[name] = median_of([audit(f"{url}{path}") for _ in range(runs)])
            failures += [f"{name}: {text}" for text in missed(found[name])]
            print(line_of(name, found[name]), flush=True)
    print(f"\nMedians of {runs}. Written to {write(found)}")
    print(
        "\n".join(f"✗ {text}" for text in failures)
        or "✓ All that is required is shown."
    )
    return 1 if failures else 0


def ask_once(url: str) -> None:
    with urlopen(url) as answer:  # noqa: S310
        answer.read()


def line_of(name: str, one: Audit) -> str:
    marks, (paint, shift) = one.marks.values(), one.figures.values()
    performance, accessibility, practices, seo = marks
    return (
        f"{name:<15}{performance:>7.0f}{accessibility:>9.0f}{practices:>8.0f}{seo:>5.0f}"
        f"{paint:>9.0f}{shift:>8.3f}"
    )


def write(found: dict[str, Audit]) -> str:
    file = VAR_DIR / "lighthouse" / f"{datetime.now():%Y-%m-%dT%H-%M-%S}.json"  # noqa: DTZ005
    file.parent.mkdir(parents=True, exist_ok=True)
    facts = {name: one.__dict__ for name, one in found.items()}
    file.write_text(json.dumps(facts, indent=2))
    return str(file)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PostgresNotFoundError:
        sys.exit("PostgreSQL is needed: apt-get install postgresql")
    except KeyboardInterrupt:
        sys.exit(130)
