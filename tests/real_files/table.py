"""What became of each real file, written down for whoever wants to look."""

from collections import Counter
from collections.abc import Iterable

from settings.environment import VAR_DIR

from .collection import kind_of

TABLE = VAR_DIR / "test" / "real-files.txt"


def write_table(outcomes: Iterable[object]) -> None:
    """Write a line for each: its source, a tab, and what became of it."""
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text("".join(f"{outcome}\n" for outcome in outcomes))


def summary() -> str:
    """Say how many of each kind were read: `docx 72 of 72, pdf 13 of 19`."""
    lines = [line.split("\t") for line in TABLE.read_text().splitlines()]
    found = Counter(kind_of(source) for source, _said in lines)
    read = Counter(kind_of(source) for source, said in lines if said.startswith("read"))
    counts = ", ".join(
        f"{kind} {read[kind]} of {found[kind]}" for kind in sorted(found)
    )
    return f"Real files read: {counts}. Each with its reason: {TABLE}"
