"""What a run makes of its figures: limits, what is missed, and the table."""

import pytest

from tests.benchmarks import rows, table
from tests.benchmarks.__main__ import parsed
from tests.benchmarks.answers import Answer, median_answer
from tests.benchmarks.databases import Database
from tests.benchmarks.processes import Effort
from tests.benchmarks.results import Measured, Results, RowResult, Verdict
from tests.benchmarks.rows import Limits, Row
from tests.benchmarks.wrk import Load

ROW = Row("detail", "/", limits=Limits(ratio=0.45, queries=1, growth=1.2))


def load(rps: float, p50: float = 2) -> Load:
    return Load(rps, p50, p99=9, refused=0, broken=0)


def measured(
    rps: float = 500,
    p50: float = 2,
    queries: int = 1,
    bare: tuple[int, int] = (900, 1100),
) -> Measured:
    before, after = map(load, bare)
    return Measured(load(rps, p50), before, after, queries, 5600)


def result(**sizes: Measured) -> RowResult:
    return RowResult(ROW, {int(size[1:]): one for size, one in sizes.items()})


def database(megabytes: float = 100) -> Database:
    return Database(2000, "postgres://", Effort(20, megabytes), things=8000)


class LimitTests:
    def test_the_ratio_is_to_the_mean_of_both_yardsticks(self):
        assert measured(rps=500, bare=(900, 1100)).ratio == 0.5

    def test_the_ratio_is_judged_at_twenty_thousand_pages(self):
        slow, quick = measured(rps=300), measured(rps=500)

        assert result(_2000=slow, _20000=quick, _100000=slow).missed() == []
        assert result(_2000=quick, _20000=slow, _100000=quick).missed() == [
            "detail: to bare 0.3, at least 0.45"
        ]

    def test_queries_are_judged_at_each_size(self):
        found = result(_2000=measured(), _20000=measured(queries=2)).missed()

        assert found == ["detail: queries 2, at most 1"]

    def test_growth_is_from_the_smallest_to_the_largest(self):
        slow = measured(p50=3, rps=300, bare=(600, 600))

        found = result(_2000=measured(p50=2), _20000=slow).missed()

        assert found == ["detail: growth 1.5, at most 1.2"]

    def test_what_gives_as_many_answers_has_not_grown(self):
        """Its connections fell to the workers in another way."""
        found = result(_2000=measured(p50=2), _20000=measured(p50=3))

        assert found.missed() == []
        assert "1.50/1.00 ≤ 1.2 ✓" in "\n".join(table.lines_of(found))

    def test_one_size_alone_has_no_growth(self):
        assert result(_2000=measured()).growth is None

    def test_a_limit_is_not_rounded(self):
        assert Verdict("to bare", 0.45, 0.45).fine
        assert not Verdict("to bare", 0.4499, 0.45).fine
        assert not Verdict("growth", 1.201, 1.2).fine

    def test_yardsticks_that_disagree_are_a_problem(self):
        found = result(_20000=measured(rps=900, bare=(1000, 2000))).missed()

        assert found == [
            "detail: yardstick: 2.0 times apart, measure again (20,000 pages)"
        ]


class MissedTests:
    def test_a_required_row_that_is_not_there_is_missed(self):
        gone = RowResult(ROW, problem="lists have no cursor to follow")

        assert gone.missed() == ["detail: lists have no cursor to follow"]

    def test_one_that_is_there_to_be_looked_at_is_not(self):
        assert RowResult(Row("extra", "/"), problem="no CSV").missed() == []

    def test_the_memory_of_a_rebuild_is_judged(self):
        assert Results([database(megabytes=299)]).missed() == []
        assert Results([database(megabytes=301)]).missed() == [
            "rebuild of 2,000: memory 301, at most 300"
        ]


class TableTests:
    def test_a_limit_stands_beside_the_figure_that_it_judges(self):
        found = list(
            table.lines_of(result(_2000=measured(rps=900), _20000=measured(p50=3)))
        )

        assert [" ".join(line.split()) for line in found] == [
            "detail 2,000 900 2.0 9.0 5.6 1 ≤ 1 ✓ 0.900",
            "20,000 500 3.0 9.0 5.6 1 ≤ 1 ✓ 0.500 ≥ 0.45 ✓ 1.500 ≤ 1.2 ✗",
        ]

    def test_a_row_that_is_not_there_says_why(self):
        gone = RowResult(ROW, problem="lists have no cursor to follow")

        (line,) = table.lines_of(gone)

        assert line.split(maxsplit=1)[1] == (
            "not available: lists have no cursor to follow ✗"
        )

    def test_the_end_says_whether_all_is_shown(self):
        fine, missed = Results([database()]), Results([database(megabytes=400)])

        assert list(table.closing_lines(fine)) == ["✓ All that is required is shown."]
        assert next(table.closing_lines(missed)) == "✗ 1 not as required:"

    def test_a_rebuild_is_told_by_the_thing(self):
        (line,) = table.rebuild_lines(Results([database()]))

        assert "20 s, 2.5 ms a thing, 100 ≤ 300 ✓ MB" in line


class RowTests:
    def test_each_row_of_the_requirements_has_limits(self):
        assert sum(row.limits is not None for row in rows.ROWS) == 13

    def test_names_are_those_of_one_row_each(self):
        assert len({row.name for row in rows.ROWS}) == len(rows.ROWS)

    def test_rows_are_chosen_by_name(self):
        chosen = parsed(["--rows", "detail, list", "--sizes", "20000,2000"])

        assert [row.name for row in chosen.rows] == ["detail", "list"]
        assert chosen.sizes == [2000, 20_000]

    @pytest.mark.parametrize("words", [["--rows", "detial"], ["--sizes", "20"]])
    def test_what_there_is_not_is_refused(self, words, capsys):
        with pytest.raises(SystemExit):
            parsed(words)

        assert "detail-304" in (said := capsys.readouterr().err) or "500" in said


class AnswerTests:
    def test_the_yardstick_sends_the_answer_in_the_middle(self):
        answers = [Answer(200, {}, b"x" * size) for size in (9, 1, 5)]

        assert len(median_answer(answers).body) == 5

    def test_the_next_page_is_read_from_the_link(self):
        link = (
            '<https://a.example/l/?cursor=b>; rel="prev", '
            '<https://a.example/l/?cursor=c&limit=2>; rel="next"'
        )

        assert Answer(200, {"link": link}, b"").next_link == "/l/?cursor=c&limit=2"
        assert Answer(200, {}, b"").next_link == ""
