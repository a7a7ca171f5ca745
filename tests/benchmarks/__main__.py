"""How fast the site answers, at 2,000 to 100,000 pages: `make bench`.

docs/benchmarks.md says how to read what this prints.
"""

import argparse
import os
import sys
from collections.abc import Iterator

from tests.postgres import PostgresNotFoundError
from tests.run import termination_as_exit

from . import alone, comparison, report, rows, table
from .databases import Databases, cluster, collect_static, step
from .measure import (
    FULL,
    QUICK,
    Pace,
    Prepared,
    Running,
    count_queries,
    measure,
    prepare,
    served,
)
from .processes import FailedError
from .results import Results, RowResult
from .rows import Row
from .servers import PRODUCTION
from .supplies import NotAvailableError

# Lists are asked for at offsets up to 480.
FEWEST = 500
SIZES, QUICK_SIZES = "2000,20000,100000", "2000,20000"


def main(arguments: list[str]) -> int:
    options = parsed(arguments)
    pace = QUICK if options.quick else FULL
    with termination_as_exit(), cluster() as server:
        databases = Databases(server, anew=options.anew, keep=options.keep)
        made = [databases.of(size) for size in options.sizes]
        collect_static(server)
        if options.servers:
            return comparison.compare(made[-1], pace)
        results = Results(made)
        wanted = [] if options.alone else options.rows
        for line in lines(results, wanted, pace):
            print(line, flush=True)
        print(f"\nWritten to {report.write('bench', report.report(results))}")
        return 1 if results.missed() else 0


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench")
    add = parser.add_argument
    add("--quick", action="store_true", help="two sizes, three seconds a row")
    add("--anew", action="store_true", help="make the databases again")
    add("--keep", action="store_true", help="take the databases as they are")
    add("--servers", action="store_true", help="compare servers instead")
    add("--rows", type=row_names, default="", help="names of rows, with commas")
    add("--alone", action="store_true", help="only the rows of one client")
    add("--sizes", type=sizes, help="numbers of pages, with commas")
    options = parser.parse_args(arguments)
    if not options.sizes:
        options.sizes = sizes(
            "20000" if options.servers else QUICK_SIZES if options.quick else SIZES
        )
    return options


def row_names(text: str) -> list[Row]:
    try:
        return rows.named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def sizes(text: str) -> list[int]:
    """Return numbers of pages, the smallest first."""
    found = sorted({int(word) for word in text.split(",") if word.strip()})
    if found and found[0] < FEWEST:
        raise argparse.ArgumentTypeError(f"{FEWEST} pages are the fewest")
    return found


def lines(results: Results, wanted: list[Row], pace: Pace) -> Iterator[str]:
    """Measure all that is wanted, and yield the table as it grows."""
    yield from table.opening_lines(os.getloadavg()[0], os.cpu_count() or 1)
    step("Asking each row at all of its addresses, and counting queries")
    with served(PRODUCTION, results.databases) as sites:
        asked = [ask_once(row, sites) for row in wanted]
        queries = queries_of(asked, sites)
        yield f"\n{table.HEAD}"
        for result, prepared in asked:
            for running, one in zip(sites, prepared, strict=False):
                try_to_measure(result, one, running, pace, queries)
            results.rows.append(result)
            yield from table.lines_of(result)
        if not wanted or len(wanted) == len(rows.ROWS):
            yield f"\n{alone.HEAD}"
            for one in alone.measured(sites, pace):
                results.alone.append(one)
                yield from alone.lines_of(one)
    yield ""
    yield from table.rebuild_lines(results)
    yield ""
    yield from table.closing_lines(results)


def ask_once(row: Row, sites: list[Running]) -> tuple[RowResult, list[Prepared]]:
    """Return a row as it is on each of the sites, or why it is not there."""
    try:
        return RowResult(row), [prepare(row, running) for running in sites]
    except NotAvailableError as error:
        return RowResult(row, problem=str(error)), []


def queries_of(
    asked: list[tuple[RowResult, list[Prepared]]], sites: list[Running]
) -> dict[tuple[str, int], int]:
    """Return the number of queries by the name of the row and the size of the site."""
    counted = {}
    for number, running in enumerate(sites):
        there = [prepared[number] for _, prepared in asked if prepared]
        for name, queries in count_queries(there, running.database).items():
            counted[name, running.database.total] = queries
    return counted


def try_to_measure(
    result: RowResult,
    prepared: Prepared,
    running: Running,
    pace: Pace,
    queries: dict[tuple[str, int], int],
) -> None:
    total = running.database.total
    try:
        result.measured[total] = measure(
            prepared,
            running,
            PRODUCTION,
            pace,
            queries[result.row.name, total],
        )
    except NotAvailableError as error:
        result.problem = f"{error}, after it was measured with {total:,} pages"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except PostgresNotFoundError:
        sys.exit("PostgreSQL is not installed: apt-get install postgresql")
    except FailedError as error:
        sys.exit(str(error))
