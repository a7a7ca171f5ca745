"""What the strings of the demonstration are in Spanish: `spanish.po`."""

from functools import cache
from pathlib import Path

import polib

FILE = Path(__file__).with_name("spanish.po")


@cache
def spanish_words() -> dict[str, str]:
    """Return the Spanish by the English, both as HTML in one line."""
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(FILE))}
