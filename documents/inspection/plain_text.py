"""Text and tables as text (TXT, CSV), in UTF-8."""

from contextlib import suppress
from pathlib import Path

from .facts import Facts
from .limits import Limits
from .texts import Enough, Parts, Texts


def read(path: Path, texts: Texts, limits: Limits) -> Facts:
    # Lines of any length are read in pieces of a length that fits into memory.
    with path.open(encoding="utf-8-sig") as file, suppress(Enough):
        parts = Parts(texts)
        while line := file.readline(limits.page_characters):
            parts.add(line.rstrip("\n"))
        parts.end()
    return Facts()
