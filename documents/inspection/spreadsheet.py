"""Workbooks of Excel (XLSX)."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from .archives import Archive, open_archive
from .facts import Facts
from .limits import Limits
from .markup import Elements, Silent, listen, relation, value
from .number_formats import Dates, dates_of, in_words
from .office import Relation, described, relations
from .texts import Enough, Passage, Texts

MAIN = "xl/workbook.xml"
PHONETIC = "rPh"


@dataclass(frozen=True)
class Sheet:
    name: str
    part: str


@dataclass
class Workbook:
    """What the cells of all sheets have in common."""

    strings: list[str] = field(default_factory=list)
    dates: Dates = field(default_factory=Dates)


def read(path: Path, texts: Texts, limits: Limits) -> Facts:
    with open_archive(path, limits) as archive:
        known = relations(archive, MAIN)
        sheets = sheets_in_order(archive, known)
        with suppress(Enough):
            workbook = shared_by_sheets(archive, known)
            for sheet in sheets:
                read_sheet(archive, sheet, workbook, texts)
        facts = Facts(unit="sheet", count=len(sheets))
        return described(archive, facts, "docProps/core.xml")


def sheets_in_order(archive: Archive, known: dict[str, Relation]) -> list[Sheet]:
    """Return the sheets that have cells; one that is all chart has none."""
    found = Elements("sheet")
    with archive.main(MAIN) as stream:
        listen(stream, found)
    leading = [(value(e, "name"), known.get(relation(e))) for e in found.found]
    return [
        Sheet(name, to.target) for name, to in leading if to and to.kind == "worksheet"
    ]


def shared_by_sheets(archive: Archive, known: dict[str, Relation]) -> Workbook:
    parts = {r.kind: r.target for r in known.values()}
    strings = SharedStrings()
    with archive.open(parts.get("sharedStrings", "")) as stream:
        listen(stream, strings)
    return Workbook(strings.found, dates_of(archive, MAIN, parts.get("styles", "")))


def read_sheet(
    archive: Archive, sheet: Sheet, workbook: Workbook, texts: Texts
) -> None:
    passage = Passage(texts)
    passage.add(sheet.name)
    with archive.open(sheet.part) as stream:
        listen(stream, Cells(workbook, passage))
    passage.end()


class SharedStrings(Silent):
    """Keeps the strings that cells name by their number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.pieces: list[str] = []
        self.inside = False
        self.phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.inside = name == "t" and not self.phonetic
        self.phonetic = self.phonetic or name == PHONETIC

    def text(self, data: str) -> None:
        if self.inside:
            self.pieces.append(data)

    def end(self, name: str) -> None:
        self.inside = False
        if name == PHONETIC:
            self.phonetic = False
        elif name == "si":
            self.found.append("".join(self.pieces))
            self.pieces.clear()


class Cells(Silent):
    """Hands each row to a passage: its cells with a value, parted by tabs.

    Where a cell stands is not looked at: a sheet may claim millions of columns.
    """

    def __init__(self, workbook: Workbook, passage: Passage) -> None:
        self.workbook = workbook
        self.passage = passage
        self.row: list[str] = []
        self.pieces: list[str] = []
        self.kind = self.style = ""
        self.inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.kind = attributes.get("t", "n")
            self.style = attributes.get("s", "")
            self.pieces.clear()
        self.inside = name in {"v", "t"}

    def text(self, data: str) -> None:
        if self.inside:
            self.pieces.append(data)

    def end(self, name: str) -> None:
        self.inside = False
        if name == "c" and self.pieces:
            self.row.append(self.shown("".join(self.pieces)))
        elif name == "row":
            cells = "\t".join(cell for cell in self.row if cell)
            self.row.clear()
            if cells:
                self.passage.add(cells)

    def shown(self, stored: str) -> str:
        """Return the value of a cell about as a reader sees it."""
        if self.kind == "s":
            return self.shared(stored)
        if self.kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        if self.kind == "n":
            return in_words(stored, self.workbook.dates.shown_by(self.style))
        # An error tells a reader nothing.
        return "" if self.kind == "e" else " ".join(stored.split())

    def shared(self, number: str) -> str:
        strings = self.workbook.strings
        if not number.isdecimal() or int(number) >= len(strings):
            return ""
        return " ".join(strings[int(number)].split())
