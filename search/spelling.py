"""Mending what is mistyped: one or two letters too many, too few, other or swapped."""

from collections.abc import Iterator, Mapping

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
# So many words that are as near as each other are tried, of one language or another.
TRIED = 3


def mended(query: Query, index: Index) -> list[Query]:
    """Return the query with words that were published, in each way that is as likely.

    None where no word is mended. Words that are too short or too long to be mended do
    not count among the unknown.
    """
    words = {word: plain(word) for word in query.words}
    known = index.known(list(words.values()))
    unknown = {w: p for w, p in words.items() if p not in known and may_be_mended(p)}
    if len(unknown) > MOST:
        return []
    found = {word: corrections(simple, index) for word, simple in unknown.items()}
    better = {word: others for word, others in found.items() if others}
    ways = max(map(len, better.values()), default=0)
    return [
        with_words(
            query, {w: others[min(n, len(others) - 1)] for w, others in better.items()}
        )
        for n in range(ways)
    ]


def with_words(query: Query, better: Mapping[str, str]) -> Query:
    """Return the query with other words in the place of some."""
    clauses = tuple(
        tuple(Term(tuple(better.get(w.lower(), w) for w in t.words)) for t in clause)
        for clause in query.clauses
    )
    return Query(clauses, query.excluded)


def may_be_mended(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and not any(map(str.isdigit, word))


def corrections(word: str, index: Index) -> list[str]:
    """Return the published words that are nearest to this one, all as near."""
    near = index.known(sorted(set(with_one_error(word))))
    candidates = near or (
        set() if len(word) <= ONE_ERROR else set(index.alike(word, CANDIDATES))
    )
    ranked = sorted((distance(word, other), other) for other in candidates)
    if not ranked or ranked[0][0] > 2:
        return []
    return [other for far, other in ranked if far == ranked[0][0]][:TRIED]


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
