"""Finding by words, for apps that do not know the search: which one it is stands here.

The apps beside each other do not import each other. The search says how it finds when
it is ready, and whoever lists things asks `word_search()`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class WordsTooLongError(ValueError):
    """There are more characters than `WordSearch.longest`."""


@dataclass(frozen=True)
class FoundByWords:
    """All that fits, as numbers of rows of the log, and the best of it, best first.

    `instead` is what was looked for in place of words that nothing has.
    """

    numbers: Sequence[int]
    best: Sequence[int]
    instead: str = ""


class WordSearch(Protocol):
    """Knows the language of queries; `longest` is how many characters one can have."""

    longest: int

    def documents(self, text: str, mend: bool = True) -> FoundByWords | None:
        """Return those that fit; None where the text has no word to look for.

        Where none does, those that fit when mistyped words are mended, if they may be.
        Raises WordsTooLongError.
        """


_found_by: list[WordSearch] = []


def find_by(search: WordSearch) -> None:
    """Take this search from now on."""
    _found_by[:] = [search]


def word_search() -> WordSearch:
    if not _found_by:
        raise LookupError("No app finds by words: INSTALLED_APPS has no search.")
    return _found_by[0]
