"""Answers as comma-separated values (RFC 4180), safe to open in a spreadsheet.

UTF-8 with a byte order mark: without it Excel reads “Educación” as “EducaciÃ³n”, and
nobody sees that it did. Programs read the JSON, or say `utf-8-sig`.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, Literal, get_origin

from pydantic import BaseModel

from .fields import Plan, parts_of, schemas_in

CSV = "text/csv; charset=utf-8"
BYTE_ORDER_MARK = "\ufeff"
# With one of these first, a spreadsheet takes a text for a formula, or goes on to the
# next cell. The wide ones count as well where Japanese or Chinese is set. Where numbers
# have a decimal comma, a semicolon begins a cell, whatever quotation marks say.
FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠])|^(?=[\t\r\n])")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?", re.ASCII)
# What stands for an object in a list of them.
NAMES = ("title", "name", "label", "text", "url")


def columns_of(*shapes: tuple[type[BaseModel], Plan | None]) -> list[str]:
    """Return the columns for what schemas describe, in their order.

    A nested object has a column for each of its parts, such as `measure.name`; a list
    has one. Of a plan there is what it leaves.
    """
    found = (name for schema, plan in shapes for name in columns_in(schema, plan))
    return list(dict.fromkeys(found))


def columns_in(
    schema: type[BaseModel], plan: Plan | None, above: str = ""
) -> Iterator[str]:
    for name, field in schema.model_fields.items():
        if plan is not None and name not in plan:
            continue
        nested = [] if is_list(field.annotation) else schemas_in(field.annotation)
        if not nested:
            yield above + name
        for part in nested:
            yield from columns_in(part, plan and plan[name], f"{above}{name}.")


def is_list(annotation: Any) -> bool:
    return get_origin(annotation) is list or list in parts_of(annotation)


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return a header and a line for each row, which may be nested as JSON is."""
    return "".join(csv_lines(columns, rows))


def csv_lines(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """Yield the same piece by piece, for a table that is sent while it is read."""
    yield BYTE_ORDER_MARK + line(columns, csv.QUOTE_MINIMAL)
    # LibreOffice separates at semicolons, too, where there are no quotation marks.
    for row in rows:
        yield line([cell(part_at(row, column)) for column in columns], csv.QUOTE_ALL)


def line(cells: Sequence[str], quoting: Literal[0, 1]) -> str:
    text = StringIO()
    csv.writer(text, quoting=quoting).writerow(cells)
    return text.getvalue()


def part_at(row: Any, column: str) -> Any:
    """Return what stands under a dotted name; None where there is nothing."""
    for name in column.split("."):
        row = row.get(name) if isinstance(row, Mapping) else None
    return row


def cell(value: Any) -> str:
    """Return what a spreadsheet shows of a value, and takes for no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list):
        return "; ".join(cell(name_of(item)) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def harmless(text: str) -> str:
    """Put an apostrophe before what would be a formula; a number stays one."""
    return text if NUMBER.fullmatch(text) else FORMULA.sub(r"\1'", text)


def name_of(item: Any) -> Any:
    """Return what stands for an item of a list."""
    if not isinstance(item, Mapping):
        return item
    return next((item[name] for name in NAMES if item.get(name)), item)


def file_headers(name: str) -> dict[str, str]:
    """Return the header that has an answer saved as a file of a name."""
    return {"Content-Disposition": f'attachment; filename="{name}.csv"'}
