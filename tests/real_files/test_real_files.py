"""Real files are read, or refused for a reason: no fixture of ours among them."""

import re
import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from documents.inspection import Inspection, InspectionError, RefusedError, inspect
from documents.media_types import MEDIA_TYPES

from .collection import KINDS, RealFile, real_files
from .table import write_table

AT_LEAST = 40

# Those that are refused, and words of the reason.
REFUSED = {
    r"/encryption/(aes|rc4)-.*\.pdf$": "protected with a password",
    # Its XML asks for a file of the machine on which it is read.
    r"/nasty\.odt$": "entities of its own",
}


@dataclass(frozen=True)
class Outcome:
    """What became of a file."""

    file: RealFile
    read: Inspection | None
    error: InspectionError | None

    def __str__(self) -> str:
        if self.read is None:
            said = f"{type(self.error).__name__}: {self.error}"
        else:
            length = f"{self.read.count} {self.read.unit}s" if self.read.unit else ""
            words = sum(len(text.split()) for text in self.read.texts)
            said = f"read: {length or 'no pages'}, {words} words"
        return f"{self.file.source}\t{said}"


def outcome_of(file: RealFile, directory: Path) -> Outcome:
    path = directory / f"file.{file.kind}"
    path.write_bytes(file.data)
    try:
        return Outcome(file, inspect(path, MEDIA_TYPES[file.kind]), None)
    except InspectionError as error:
        return Outcome(file, None, error)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> list[Outcome]:
    directory = tmp_path_factory.mktemp("real-files")
    found = [outcome_of(file, directory) for file in real_files()]
    write_table(found)
    return found


def words_in_docx(file: BytesIO) -> Iterator[str]:
    for paragraph in Document(file).paragraphs:
        yield paragraph.text


def words_in_pptx(file: BytesIO) -> Iterator[str]:
    for slide in Presentation(file).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text


def words_in_xlsx(file: BytesIO) -> Iterator[str]:
    for sheet in load_workbook(file, data_only=True):
        for row in sheet.iter_rows(values_only=True):
            yield from (cell for cell in row if isinstance(cell, str))


# What other programs find in a file.
OTHERS = {"docx": words_in_docx, "pptx": words_in_pptx, "xlsx": words_in_xlsx}


def words_by_another_program(file: RealFile) -> "Counter[str]":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        texts = list(OTHERS[file.kind](BytesIO(file.data)))
    whole = unicodedata.normalize("NFC", " ".join(texts))
    return Counter(whole.split())


class RealFileTests:
    def test_there_are_enough_of_each_kind(self, outcomes):
        kinds = Counter(outcome.file.kind for outcome in outcomes)

        assert set(kinds) == KINDS
        assert kinds.total() >= AT_LEAST

    def test_each_is_read_but_for_those_that_are_not_to_be(self, outcomes):
        for outcome in outcomes:
            reasons = [
                r for p, r in REFUSED.items() if re.search(p, outcome.file.source)
            ]
            if reasons:
                assert isinstance(outcome.error, RefusedError), outcome
                assert reasons[0] in outcome.error.reason
            else:
                assert outcome.read is not None, outcome

    def test_each_pdf_has_pages_and_a_picture(self, outcomes):
        pdfs = [o.read for o in outcomes if o.file.kind == "pdf" and o.read]

        assert len(pdfs) >= 10
        for read in pdfs:
            assert read.count == len(read.texts) > 0
            assert read.cover is not None

    @pytest.mark.parametrize("kind", OTHERS)
    def test_no_word_is_lost_that_another_program_finds(self, outcomes, kind):
        compared = 0
        for outcome in outcomes:
            if outcome.file.kind != kind or outcome.read is None:
                continue
            wanted = words_by_another_program(outcome.file)
            found = Counter(" ".join(outcome.read.texts).split())

            assert wanted - found == Counter(), outcome.file.source
            compared += bool(wanted)

        assert compared >= 4

    def test_long_ones_are_read_whole(self, outcomes):
        longest = max(outcomes, key=lambda o: len(o.read.texts) if o.read else 0)

        assert "reportlab" in longest.file.source
        assert longest.read is not None
        assert longest.read.count == len(longest.read.texts) >= 100
        assert longest.read.title == "ReportLab PDF Generation User Guide"
