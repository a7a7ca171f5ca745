"""Measuring one row on one site: seeing that it answers, then asking under load."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from . import servers
from .answers import Answer, Client, median_answer
from .databases import Database
from .processes import PROXY_HEADERS, output_of
from .results import Measured
from .rows import Row
from .servers import Server, Serving
from .supplies import NotAvailableError, Site
from .wrk import Load, Question, load, mean_of

# Of so many addresses the answers are looked at again after the load.
SAMPLE = 20
# So often is a run made again in which a worker was idle.
RUNS = 6


@dataclass(frozen=True)
class Pace:
    """How many seconds a warm-up and a run take, and how many runs are measured.

    How sixteen connections fall to two workers is chance, and decides on a tenth of the
    answers: so there are several runs, each with connections of its own.
    """

    warm_up: int
    run: int
    row: int
    # Before the row, and as many again after it.
    yardstick: int

    @property
    def seconds(self) -> int:
        """Return how long a row is measured."""
        return self.row * self.run


FULL = Pace(warm_up=2, run=2, row=5, yardstick=3)
QUICK = Pace(warm_up=1, run=1, row=3, yardstick=2)


@dataclass(frozen=True)
class Running:
    """A database, and the server that serves the site from it."""

    database: Database
    serving: Serving
    site: Site


@contextmanager
def served(server: Server, databases: list[Database]) -> Iterator[list[Running]]:
    """Serve the site from each of the databases, all at the same time.

    So the sizes of a row are measured one right after the other, and what else the
    machine does has little chance to look like growth.
    """
    with ExitStack() as stack:
        yield [stack.enter_context(served_from(server, one)) for one in databases]


@contextmanager
def served_from(server: Server, database: Database) -> Iterator[Running]:
    name = f"site-{database.total}"
    with (
        servers.site(server, database.url, name) as serving,
        Client(serving.url) as client,
    ):
        yield Running(database, serving, Site(client, database.url))


@dataclass(frozen=True)
class Prepared:
    """A row that was seen to answer, and what its answers look like."""

    row: Row
    questions: list[Question]
    median: Answer


def prepare(row: Row, running: Running) -> Prepared:
    """Ask a row at all of its addresses once.

    Raises NotAvailableError where one of them is not answered as it should be.
    """
    if row.signed_in:
        row = replace(row, headers=row.headers | running.site.session)
    paths = [row.address.format(**blanks) for blanks in row.supply(running.site)]
    client = running.site.client
    questions = [question(row, path, client) for path in dict.fromkeys(paths)]
    if not questions:
        raise NotAvailableError("the site has nothing to ask for")
    answers = [checked(row, asked, client) for asked in questions]
    return Prepared(row, questions, median_answer(answers))


def question(row: Row, path: str, client: Client) -> Question:
    if not row.known:
        return Question(path)
    answer = client.get(path, row.headers)
    if not answer.etag:
        raise NotAvailableError(f"{path} is answered with {answer.status} and no ETag")
    return Question(path, answer.etag)


def checked(row: Row, question: Question, client: Client) -> Answer:
    """Return the answer to a question; raise NotAvailableError where it is another."""
    answer = client.get(question.path, headers_of(row, question))
    if answer.status != row.status:
        raise NotAvailableError(f"{question.path} is answered with {answer.status}")
    if row.shows and row.shows not in answer.headers:
        raise NotAvailableError(f"answers have no {row.shows}")
    return answer


def headers_of(row: Row, question: Question) -> dict[str, str]:
    known = {"If-None-Match": question.etag} if question.etag else {}
    return row.headers | known


def measure(
    prepared: Prepared,
    running: Running,
    server: Server,
    pace: Pace,
    queries: int = 0,
) -> Measured:
    """Measure a row between two measurements of the yardstick."""
    headers = PROXY_HEADERS | prepared.row.headers

    def ask(serving: Serving, seconds: float) -> Load:
        return balanced_load(serving, prepared.questions, headers, seconds)

    def asked(serving: Serving, runs: int) -> Load:
        return mean_of([ask(serving, pace.run) for _ in range(runs)])

    with servers.yardstick(server, prepared.median) as bare:
        ask(bare, pace.warm_up)
        before = asked(bare, pace.yardstick)
        ask(running.serving, pace.warm_up + prepared.row.fills)
        row = asked(running.serving, pace.row)
        after = asked(bare, pace.yardstick)
    for known in prepared.questions[:SAMPLE]:
        checked(prepared.row, known, running.site.client)
    return Measured(row, before, after, queries, len(prepared.median.body))


def balanced_load(
    serving: Serving, questions: list[Question], headers: dict[str, str], seconds: float
) -> Load:
    """Ask until no worker was idle, the site and the yardstick by the same rule.

    How many runs it took is told; the last one is returned whatever it was.
    """
    for run in range(1, RUNS + 1):
        before = serving.work()
        measured = load(serving.url, questions, headers, seconds)
        share = share_of_busiest(before, serving.work())
        measured = replace(measured, busiest=share, runs=run)
        if not measured.is_lopsided:
            break
    return measured


def share_of_busiest(before: dict[int, int], after: dict[int, int]) -> float | None:
    """Return the busiest process's share of what all did in between."""
    done = [ticks - before.get(process, 0) for process, ticks in after.items()]
    return max(done) / sum(done) if sum(done) else None


def count_queries(prepared: list[Prepared], database: Database) -> dict[str, int]:
    """Return how many queries the answers of each row take, by its name."""
    asked = {
        one.row.name: [
            {"path": q.path, "headers": headers_of(one.row, q)} for q in one.questions
        ]
        for one in prepared
    }
    done = output_of(
        ["-m", "tests.benchmarks.queries"], database.url, json.dumps(asked)
    )
    counted: dict[str, int] = json.loads(done)
    return counted
