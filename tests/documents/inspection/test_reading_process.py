"""Whatever the reading process does, the one that asked goes on, and knows why."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from documents.inspection import FailedError, Limits, RefusedError, inspect
from documents.inspection.readers import READERS
from documents.inspection.reading_process import ROOT, ReadingProcess
from documents.media_types import MEDIA_TYPES

from . import samples

FACTS = {
    "unit": "page",
    "count": 1,
    "title": "",
    "language": "",
    "is_tagged": False,
    "has_title": False,
    "has_language": False,
    "has_text_layer": True,
    "notes": [],
}
BOUND = (
    "import sys, json, time, os, signal\n"
    "from documents.inspection.limits import Limits, bind_this_process\n"
    "bind_this_process(Limits(**json.loads(sys.argv[3])))\n"
)


@pytest.fixture
def child(monkeypatch, tmp_path):
    """Return what inspects with a program in place of the one that reads."""

    def run(code, **limits):
        monkeypatch.setattr(ReadingProcess, "program", ("-c", BOUND + code))
        path = tmp_path / "file.pdf"
        path.write_bytes(b"")
        return inspect(path, MEDIA_TYPES["pdf"], Limits(**limits))

    return run


def told(**message):
    return f"print({json.dumps(json.dumps(message))}, flush=True)\n"


class MisbehaviorTests:
    def test_one_that_hangs_is_ended(self, child):
        started = time.monotonic()

        with pytest.raises(FailedError, match="within 1 seconds"):
            child("time.sleep(60)", seconds=1)

        assert time.monotonic() - started < 5

    def test_one_that_hangs_after_closing_its_output_is_ended(self, child):
        with pytest.raises(FailedError, match="within 1 seconds"):
            child("os.close(1)\ntime.sleep(60)", seconds=1)

    def test_one_that_only_calculates_is_ended(self, child):
        with pytest.raises(RefusedError, match="more time than is allowed"):
            child("while True: pass", processor_seconds=1)

    def test_one_that_takes_all_memory_does_not_get_it(self, child):
        code = (
            "try:\n    bytearray(600 * 2**20)\n"
            "except MemoryError:\n    os.kill(os.getpid(), signal.SIGABRT)"
        )

        with pytest.raises(RefusedError, match="breaks off"):
            child(code, memory_bytes=500 * 2**20)

    def test_one_that_writes_without_end_is_ended(self, child):
        line = told(text="x" * 1000)

        with pytest.raises(RefusedError, match="more text than can be kept"):
            child(f"while True: {line}", text_bytes=100_000)

    def test_one_that_writes_a_line_without_end_is_ended(self, child):
        with pytest.raises(RefusedError, match="more text than can be kept"):
            child("while True: sys.stdout.write('x' * 10000)")

    @pytest.mark.parametrize("signal", ["SIGSEGV", "SIGABRT", "SIGILL", "SIGBUS"])
    def test_one_that_crashes_refuses_the_file(self, child, signal):
        with pytest.raises(RefusedError, match="breaks off"):
            child(f"os.kill(os.getpid(), signal.{signal})")

    def test_one_that_is_killed_may_be_tried_again(self, child):
        with pytest.raises(FailedError, match="Try again"):
            child("os.kill(os.getpid(), signal.SIGKILL)")

    @pytest.mark.parametrize("code", ["sys.exit(1)", "", "import no_such_module"])
    def test_one_that_does_not_work_says_so(self, child, code):
        with pytest.raises(FailedError, match="does not work on this server"):
            child(code)

    @pytest.mark.parametrize(
        "line",
        [
            "nonsense",
            "[" * 100_000,
            json.dumps([1]),
            json.dumps({"text": 7}),
            json.dumps({"facts": {}}),
            json.dumps({"facts": FACTS | {"count": "many"}}),
            json.dumps({"facts": FACTS | {"unit": "chapter"}}),
            "\udcff",
        ],
    )
    def test_one_that_writes_nonsense_refuses_the_file(self, child, line):
        code = f"sys.stdout.buffer.write({line.encode('utf-8', 'surrogateescape')!r})"

        with pytest.raises(RefusedError, match="breaks off"):
            child(f"{code}\nprint()")

    def test_what_was_told_before_the_picture_stays(self, child):
        crash = "os.kill(os.getpid(), signal.SIGSEGV)"

        read = child(told(text="Words") + told(facts=FACTS) + crash)

        assert (read.texts, read.count, read.cover) == (["Words"], 1, None)
        assert read.notes == ["No picture of its first page could be made."]

    def test_it_writes_no_file(self, child, tmp_path):
        path = tmp_path / "written"
        code = (
            f"try:\n    open({str(path)!r}, 'w').write('x')\n"
            "except OSError:\n    sys.exit(1)"
        )

        with pytest.raises(FailedError):
            child(code)

        assert path.read_bytes() == b""

    def test_it_knows_nothing_of_the_environment(self, child, monkeypatch):
        monkeypatch.setenv("RESULTS_SECRET_KEY", "secret")
        names = "sorted({*os.environ} - {'LC_CTYPE'})"

        facts = {**FACTS, "title": "@"}
        code = (
            told(facts=facts)
            .replace("'@'", "x")
            .replace('\\"@\\"', '" + json.dumps(repr(' + names + ')) + "')
        )

        assert child(code).title == "[]"

    def test_nothing_is_left_of_it(self, child, tmp_path):
        path = tmp_path / "pid"
        os.mkfifo(path)
        before = len(os.listdir("/proc/self/fd"))

        with pytest.raises(FailedError):
            child("time.sleep(60)", seconds=1)

        assert len(os.listdir("/proc/self/fd")) == before
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)


class StartTests:
    def test_it_starts_without_django(self):
        code = (
            "import sys, documents.inspection.child\n"
            "print([n for n in sys.modules if n.partition('.')[0] == 'django'])"
        )

        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
        )

        assert done.stdout == b"[]\n"

    def test_there_is_a_reader_for_each_kind_that_is_taken(self):
        assert set(READERS) == set(MEDIA_TYPES.values())

    def test_another_kind_is_named_with_those_that_can_be_read(self, tmp_path):
        with pytest.raises(ValueError, match=r"image/png cannot .* application/pdf"):
            inspect(tmp_path / "a.png", "image/png")

    def test_a_name_is_no_argument_of_the_program(self, tmp_path):
        path = tmp_path / "-c import os; $(id) `id` ;'.pdf"
        path.write_bytes(samples.pdf("Words"))

        assert inspect(path, MEDIA_TYPES["pdf"]).texts == ["Words"]

    def test_a_file_that_is_not_there_fails(self):
        with pytest.raises(RefusedError, match="damaged"):
            inspect(Path("/nowhere/a.docx"), MEDIA_TYPES["docx"])
