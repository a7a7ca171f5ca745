"""The closing lines of `make test`, and what they make of the exit code."""

import pytest

from tests.real_files import collection
from tests.run import NONE_COLLECTED, Outcome, read_report, report_all

FINE = Outcome("SQLite", code=0, passed=3)
EMPTY = Outcome("Browser", code=NONE_COLLECTED)
MISSING = [("PostgreSQL", "apt-get install postgresql")]


class ClosingLinesTests:
    @pytest.fixture(autouse=True)
    def outside_of_ci(self, monkeypatch):
        monkeypatch.delenv("CI", raising=False)

    def test_count_what_ran(self, capsys):
        outcome = Outcome("SQLite", code=1, passed=3, failed=2, skipped=1)

        report_all([outcome], [], selected=False)

        assert capsys.readouterr().out == "\nSQLite: 3 passed, 2 failed, 1 skipped\n"

    def test_the_last_one_names_what_is_missing(self, capsys):
        assert report_all([FINE], MISSING, selected=False) == 0

        last = capsys.readouterr().out.splitlines()[-1]
        assert last == "Not run: PostgreSQL. To run it: apt-get install postgresql"

    def test_what_is_missing_fails_in_ci(self, monkeypatch):
        monkeypatch.setenv("CI", "true")

        assert report_all([FINE], MISSING, selected=False) == 1

    def test_a_search_server_may_be_missing_in_ci(self, monkeypatch, capsys):
        monkeypatch.setenv("CI", "true")
        missing = [("OpenSearch", "OPENSEARCH_URL=http://127.0.0.1:9200 make test")]

        assert report_all([FINE], missing, selected=False) == 0
        assert "Not run: OpenSearch." in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("outcomes", "code"),
        [
            ([FINE], 0),
            ([], 1),
            ([FINE, EMPTY], 1),
            ([FINE, Outcome("PostgreSQL", code=1, passed=2, failed=1)], 1),
            # Passed, but pytest itself ended badly, or ran nothing.
            ([Outcome("SQLite", code=3, passed=3)], 1),
            ([Outcome("SQLite", code=0, passed=0, skipped=3)], 1),
        ],
    )
    def test_the_exit_code_of_the_whole_suite(self, outcomes, code):
        assert report_all(outcomes, [], selected=False) == code

    @pytest.mark.parametrize(("outcomes", "code"), [([FINE, EMPTY], 0), ([EMPTY], 1)])
    def test_a_selection_may_leave_a_run_empty_but_not_all(self, outcomes, code):
        assert report_all(outcomes, [], selected=True) == code


class ReportTests:
    def test_counts_come_from_pytest(self, tmp_path):
        report = tmp_path / "report.xml"
        report.write_text(
            '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="1"/>'
            "</testsuites>"
        )

        assert read_report("SQLite", 1, report) == Outcome("SQLite", 1, 5, 3, 1)

    def test_a_run_that_left_no_report_passed_nothing(self, tmp_path):
        assert not read_report("SQLite", 0, tmp_path / "missing.xml").ok


class RealFilesTests:
    def test_what_is_not_there_is_named_with_what_brings_it(
        self, monkeypatch, tmp_path
    ):
        monkeypatch.setattr(collection, "ARCHIVES", tmp_path)
        monkeypatch.setattr(collection, "DEBIAN", ("no-such-package",))

        with pytest.raises(collection.RealFilesNotFoundError) as missing:
            collection.find_real_files()

        command = "make real-files && apt-get install no-such-package"
        assert str(missing.value) == command
