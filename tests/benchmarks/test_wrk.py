"""What is read from wrk's output, and which runs count."""

from dataclasses import replace

import pytest

from tests.benchmarks.measure import RUNS, balanced_load, share_of_busiest
from tests.benchmarks.processes import FailedError
from tests.benchmarks.wrk import Load, Question, mean_of

OUTPUT = """\
Running 2s test @ http://127.0.0.1:9/
  1000 requests in 2.00s, 5.00MB read
result: {"requests": 1000, "microseconds": 2000000, "p50": 1500, "p99": 9250, \
"refused": 0, "broken": 0}
"""


class ParsingTests:
    def test_reads_rates_a_second_and_milliseconds(self):
        assert Load.parse(OUTPUT) == Load(500, 1.5, 9.25, refused=0, broken=0)

    def test_says_what_wrk_said_where_nothing_was_measured(self):
        with pytest.raises(FailedError, match="unable to connect"):
            Load.parse("unable to connect to 127.0.0.1:9 Connection refused")

    @pytest.mark.parametrize(
        ("changes", "problem"),
        [
            ({}, ""),
            ({"refused": 3}, "3 answers of 400 or above"),
            ({"broken": 2}, "2 connections broke"),
            ({"rps": 0}, "no answer at all"),
            ({"busiest": 0.6}, ""),
            ({"busiest": 1.0, "runs": 6}, "a worker was idle, 6 times"),
        ],
    )
    def test_a_run_with_a_fault_has_a_problem(self, changes, problem):
        assert replace(Load.parse(OUTPUT), **changes).problem == problem

    def test_a_question_carries_its_etag(self):
        assert str(Question("/a/", '"x"')) == '/a/\t"x"'
        assert str(Question("/a/")) == "/a/"


class MeanTests:
    def test_runs_count_alike_and_the_worst_is_not_hidden(self):
        one = Load(500, 2, p99=9, refused=1, broken=0, busiest=0.5)
        other = Load(700, 4, p99=90, refused=2, broken=3, busiest=1.0, runs=6)

        assert mean_of([one, other]) == Load(600, 3, 90, 3, 3, busiest=1.0, runs=6)

    def test_where_nobody_tells_how_busy_workers_were(self):
        assert mean_of([Load(500, 2, 9, 0, 0)] * 2).busiest is None


class ServingOf:
    """A server whose workers have had so many ticks, one more pair at each look."""

    url = "http://127.0.0.1:9"

    def __init__(self, *runs: tuple[int, int]) -> None:
        self.looks = [look for run in runs for look in ((0, 0), run)]

    def work(self) -> dict[int, int]:
        return dict(enumerate(self.looks.pop(0)))


class BalanceTests:
    @pytest.fixture(autouse=True)
    def measured(self, monkeypatch):
        load = Load.parse(OUTPUT)
        monkeypatch.setattr("tests.benchmarks.measure.load", lambda *_: load)

    def test_a_run_in_which_a_worker_was_idle_is_made_again(self):
        load = balanced_load(ServingOf((100, 0), (0, 100), (60, 40)), [], {}, 1)

        assert (load.runs, load.busiest, load.problem) == (3, 0.6, "")

    def test_it_ends_and_says_so_where_one_is_always_idle(self):
        load = balanced_load(ServingOf(*[(100, 0)] * RUNS), [], {}, 1)

        assert load.problem == f"a worker was idle, {RUNS} times"

    def test_a_system_that_does_not_tell_is_believed(self):
        assert share_of_busiest({}, {}) is None
