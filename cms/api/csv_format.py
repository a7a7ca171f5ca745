"""Items as a table: CSV as RFC 4180 says, which a spreadsheet cannot run."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

CSV = "text/csv; charset=utf-8"
# Spreadsheets take these for the beginning of a formula, or go on to the next cell.
FORMULA = re.compile(r"\s*[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SEPARATOR = "; "
# What a list of objects shows of each, the first that is there.
NAMES = ("title", "name", "label", "text", "url", "id")


def csv_of(items: Iterable[dict[str, Any]], columns: Iterable[str] = ()) -> str:
    """Return a table with a line for each item, below one with the columns' names.

    What is nested has a column for each part (`image.url`), a list stands in one cell.
    Columns that are named come first, and are there even where nothing is.
    """
    lines = [dict(cells(item)) for item in items]
    names = dict.fromkeys([*columns, *(name for line in lines for name in line)])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([safe(line.get(name, "")) for name in names] for line in lines)
    return text.getvalue()


def cells(value: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield name and text of each cell."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield from cells(part, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", text_of(part)


def text_of(value: Any) -> str:
    """Return a value as one cell: lists are joined, nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return SEPARATOR.join(text_of(part) for part in value)
    if isinstance(value, dict):
        return next((text_of(value[name]) for name in NAMES if name in value), "")
    return str(value)


def safe(text: str) -> str:
    """Return a cell that is shown and never run; a negative number stays one."""
    if FORMULA.match(text) and not NUMBER.fullmatch(text):
        return f"'{text}"
    return text
