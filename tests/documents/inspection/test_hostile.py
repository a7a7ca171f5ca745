"""A hostile file costs nothing but its own refusal."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from documents.inspection import Limits
from documents.media_types import MEDIA_TYPES
from documents.models.stored_document import uploaded_name

from . import hostile, samples

MEGABYTE = 2**20
READ, REFUSED = "read", "RefusedError"
PARENT_MAY_GROW = 50 * MEGABYTE

# What makes the file, its extension, what becomes of it, and words of the reason.
CASES = [
    (hostile.zip_bomb, "xlsx", REFUSED, "Unpacked, the file takes 400 MB"),
    (hostile.bomb_that_lies, "docx", REFUSED, "damaged"),
    (hostile.overlapping_parts, "docx", REFUSED, "Unpacked, the file takes 9,001 MB"),
    (hostile.endless_list, "docx", REFUSED, "more parts than can be counted"),
    (hostile.archive_of_many_parts, "docx", REFUSED, "20,017 parts"),
    (hostile.bomb_inside, "docx", READ, ""),
    (hostile.word_macros, "docx", REFUSED, "macros"),
    (hostile.sheet_macros, "xlsx", REFUSED, "macros"),
    (hostile.writer_macros, "odt", REFUSED, "macros"),
    (hostile.entity_bomb, "docx", REFUSED, "entities"),
    (hostile.external_entity, "docx", REFUSED, "entities"),
    (hostile.deep_xml, "docx", READ, ""),
    (hostile.one_endless_word, "docx", READ, "The first 10 MB of its words"),
    (hostile.endless_spaces, "odt", READ, ""),
    (hostile.huge_sheet, "xlsx", READ, ""),
    (hostile.compound_file, "docx", REFUSED, "protected with a password"),
    (hostile.encrypted, "pdf", REFUSED, "protected with a password"),
    (hostile.many_pages, "pdf", READ, "the first 5,000 of 10,000 pages"),
    (hostile.pages_that_are_not_there, "pdf", READ, ""),
    (hostile.circular_pages, "pdf", READ, ""),
    (hostile.nested_objects, "pdf", READ, ""),
    (hostile.nested_tags, "pdf", READ, ""),
    (hostile.forms_within_forms, "pdf", REFUSED, "breaks off"),
    (hostile.stream_bomb, "pdf", REFUSED, "breaks off"),
    (hostile.picture_bomb, "pdf", READ, ""),
    (hostile.endless_title, "pdf", READ, ""),
    (hostile.polyglot, "pdf", REFUSED, "an archive at the same time"),
    (hostile.wide_text, "txt", READ, "The first 10 MB of its words"),
    (hostile.marks_without_end, "txt", REFUSED, "more time than is allowed"),
]
# Beyond these a test would take longer than it tells.
LIMITS = {
    hostile.marks_without_end: {"processor_seconds": 2},
    hostile.stream_bomb: {"memory_bytes": 400 * MEGABYTE},
    hostile.forms_within_forms: {"memory_bytes": 400 * MEGABYTE},
}


def measured(path: Path, **limits: Any) -> dict[str, Any]:
    media_type = MEDIA_TYPES[path.suffix[1:]]
    program = [sys.executable, "-m", "tests.documents.inspection.measure"]
    done = subprocess.run(
        [*program, str(path), media_type, json.dumps(limits)],
        capture_output=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def assert_harmless(cost: dict[str, Any], limits: Limits) -> None:
    assert cost["seconds"] < 30
    assert cost["growth"] < PARENT_MAY_GROW
    assert cost["child"] < limits.memory_bytes


class HostileFileTests:
    @pytest.mark.parametrize(
        ("make", "extension", "outcome", "words"),
        CASES,
        ids=lambda value: getattr(value, "__name__", ""),
    )
    def test_is_read_or_refused_within_limits(
        self, make, extension, outcome, words, tmp_path
    ):
        path = tmp_path / f"file.{extension}"
        path.write_bytes(make())
        limits = LIMITS.get(make, {})

        cost = measured(path, **limits)

        assert cost["outcome"] == outcome, cost["reason"]
        assert words in cost["reason"]
        assert_harmless(cost, Limits(**limits))

    @pytest.mark.parametrize(
        "box",
        [
            b"0 0 1000000000 1000000000",
            b"0 0 1 100000000",
            b"0 0 100000000 1",
            b"0 0 0 0",
            b"612 792 0 0",
            b"0 0 nan inf",
            b"",
        ],
    )
    def test_a_page_of_any_size_is_drawn_small(self, box, tmp_path):
        read = samples.inspected(tmp_path, hostile.page_of_size(box), "pdf")

        assert read.texts == ["Words"]
        assert 0 < len(read.cover.data) < 5000

    @pytest.mark.parametrize("extension", ["pdf", "docx", "pptx", "xlsx", "odt"])
    def test_half_a_file_is_refused(self, extension, tmp_path):
        whole = {
            "pdf": samples.pdf("Words", "More"),
            "docx": samples.docx("Words"),
            "pptx": samples.pptx("Words"),
            "xlsx": samples.xlsx(Sheet=[["Words"]]),
            "odt": samples.odt("<t:p>Words</t:p>"),
        }[extension]
        path = tmp_path / f"half.{extension}"
        path.write_bytes(whole[: len(whole) // 2])

        cost = measured(path)

        assert cost["outcome"] == REFUSED
        assert "damaged" in cost["reason"]

    @pytest.mark.parametrize("extension", sorted({*MEDIA_TYPES} - {"csv", "txt"}))
    @pytest.mark.parametrize("data", [b"", b"words", samples.zipped({"a.txt": "word"})])
    def test_another_kind_than_its_extension_says_is_refused(
        self, extension, data, tmp_path
    ):
        path = tmp_path / f"wrong.{extension}"
        path.write_bytes(data)

        assert measured(path)["outcome"] == REFUSED

    @pytest.mark.parametrize("name", hostile.names())
    def test_a_name_is_kept_clean(self, name):
        kept = uploaded_name(name)

        assert kept.endswith(".pdf")
        assert len(kept) <= 255
        assert kept.isprintable()
        assert not {"/", "\\", "\0", "\u202e"} & set(kept)
