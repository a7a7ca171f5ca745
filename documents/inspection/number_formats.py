"""Numbers of a workbook, among them dates: only a cell's format tells them apart."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .archives import Archive
from .markup import Elements, Silent, listen, value

# Formats that have a number and no definition.
BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
# Text in a format, and its conditions and colors: no part of the pattern.
NO_PATTERN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
# Excel takes 1900 for a leap year; from March 1 on, day 1 is December 31, 1899.
EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no zones
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
LAST_DAY = 2_958_465  # December 31, 9999.


@dataclass
class Dates:
    """Which styles of cells show a number as a date, and what day 0 is."""

    styles: set[str] = field(default_factory=set)
    epoch: datetime = EPOCH_1900

    def shown_by(self, style: str) -> datetime | None:
        """Return the day 0 of the dates that a style shows; None where it does not."""
        return self.epoch if style in self.styles else None


class CellStyles(Silent):
    """Learns which styles of cells show dates. Cells name them by their place."""

    def __init__(self) -> None:
        self.date_formats = {str(number) for number in BUILT_IN}
        self.inside = False
        self.count = 0
        self.dates: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt" and shows_date(value(attributes, "formatCode")):
            self.date_formats.add(value(attributes, "numFmtId"))
        elif name == "cellXfs":
            self.inside = True
        elif name == "xf" and self.inside:
            if value(attributes, "numFmtId") in self.date_formats:
                self.dates.add(str(self.count))
            self.count += 1

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self.inside = False


def shows_date(code: str) -> bool:
    """Tell whether a format, such as `d. mmmm yyyy`, makes a date of a number."""
    pattern = NO_PATTERN.sub("", code.partition(";")[0]).lower()
    return "general" not in pattern and bool(set(pattern) & set("ymdhs"))


def dates_of(archive: Archive, workbook: str, styles: str) -> Dates:
    cell_styles, properties = CellStyles(), Elements("workbookPr", most=1)
    with archive.open(styles) as stream:
        listen(stream, cell_styles)
    with archive.open(workbook) as stream:
        listen(stream, properties)
    since_1904 = any(
        value(found, "date1904") in {"1", "true"} for found in properties.found
    )
    return Dates(cell_styles.dates, EPOCH_1904 if since_1904 else EPOCH_1900)


def in_words(stored: str, epoch: datetime | None) -> str:
    """Return a number, or the date that it stands for: "31903", "2017-07-14"."""
    try:
        number = float(stored)
    except ValueError:
        return ""
    if epoch is None or not 0 <= number <= LAST_DAY:
        return format(number, ".15g")
    moment = epoch + timedelta(seconds=round(number * 86400))
    if number < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%d}" if number.is_integer() else f"{moment:%Y-%m-%d %H:%M}"
