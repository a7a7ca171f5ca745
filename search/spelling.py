"""Mending what is mistyped: one or two letters too many, too few, other or swapped."""

from collections.abc import Iterator

from .index import Index
from .language import Query, Term, plain

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Of shorter words, most others are alike; longer ones are no words.
SHORTEST, LONGEST = 4, 24
# Up to this length one error is all that a word may have.
ONE_ERROR = 5
CANDIDATES = 8
# Who mistypes more words than these was not understood; each takes some milliseconds.
MOST = 3


def mended(query: Query, index: Index) -> Query | None:
    """Return the query with words that were published, or None where none is mended.

    Words that are too short or too long to be mended do not count among the unknown.
    """
    words = {word: plain(word) for word in query.words}
    known = index.known(list(words.values()))
    unknown = {w: p for w, p in words.items() if p not in known and may_be_mended(p)}
    if len(unknown) > MOST:
        return None
    found = {word: correction(simple, index) for word, simple in unknown.items()}
    better = {word: other for word, other in found.items() if other}
    if not better:
        return None
    clauses = tuple(
        tuple(Term(tuple(better.get(w.lower(), w) for w in t.words)) for t in clause)
        for clause in query.clauses
    )
    return Query(clauses, query.excluded)


def may_be_mended(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and not any(map(str.isdigit, word))


def correction(word: str, index: Index) -> str:
    """Return the published word that is likest to this one, or nothing."""
    near = index.known(sorted(set(with_one_error(word))))
    candidates = near or (
        set() if len(word) <= ONE_ERROR else set(index.alike(word, CANDIDATES))
    )
    ranked = sorted((distance(word, other), other) for other in candidates)
    return ranked[0][1] if ranked and ranked[0][0] <= 2 else ""


def with_one_error(word: str) -> Iterator[str]:
    """Yield what becomes of a word by one error: of ten letters, some 600 words."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def distance(one: str, other: str) -> int:
    """Return how many letters are other, missing, too many, or swapped."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, against in enumerate(other, start=1):
            same = letter == against
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (not same))
            swapped = (
                i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against
            )
            row.append(min(cost, before[j - 2] + 1) if swapped else cost)
        before, last = last, row
    return last[-1]
