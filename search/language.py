"""The language of queries: words, "phrases", -without, and OR between two of them.

Whatever a person types means something: a quotation mark that is not closed ends with
the query, and an operator without anything to work on is passed over.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cms.legible import legible
from cms.word_search import WordsTooLongError

MAX_LENGTH = 200

TOKEN = re.compile(r'(-?)"([^"]*)(?:"|$)|(\S+)')
WORDS = re.compile(r"[^\W_]+")
# As keyboards and word processors write them.
QUOTATION_MARKS = str.maketrans("“”„«»", '"""""')
# "the director's" is of a director; between quotation marks it stays what it is.
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s\b", re.IGNORECASE)
DASHES = str.maketrans("−–—", "---")
OR = "OR"


class QueryTooLongError(WordsTooLongError):
    """The query has more than `MAX_LENGTH` characters."""


@dataclass(frozen=True)
class Term:
    """Words that stand beside each other; most often one."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.words)

    @property
    def plain(self) -> str:
        """Return its words as they are compared."""
        return plain(str(self))


# Of these terms, one must be there.
Clause = tuple[Term, ...]


@dataclass(frozen=True)
class Query:
    """What must be there, in each clause one of its terms, and what must not."""

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self.clauses)

    @property
    def terms(self) -> list[Term]:
        """Return all terms that may be found."""
        return [term for clause in self.clauses for term in clause]

    @property
    def has_phrases(self) -> bool:
        """Tell whether words must stand beside each other, or must not."""
        return any(len(term.words) > 1 for term in (*self.terms, *self.excluded))

    @property
    def without_phrases(self) -> "Query":
        """Return what fits at least wherever this query does: words, anywhere."""
        clauses: list[Clause] = []
        for clause in self.clauses:
            if len(clause) == 1:
                clauses += [(Term((word,)),) for word in clause[0].words]
            else:
                # Of each phrase one word: the longest is likely the rarest.
                clauses.append(tuple(Term((max(t.words, key=len),)) for t in clause))
        single = tuple(term for term in self.excluded if len(term.words) == 1)
        return Query(tuple(clauses), single)

    @property
    def words(self) -> list[str]:
        """Return each word that may be found, once, in small letters."""
        words = (word.lower() for term in self.terms for word in term.words)
        return list(dict.fromkeys(words))


def parse(text: str) -> Query:
    """Return what a query asks for; raises QueryTooLongError."""
    if len(text) > MAX_LENGTH:
        raise QueryTooLongError(len(text))
    clauses: list[Clause] = []
    excluded: list[Term] = []
    joins = False
    for term, is_excluded in tokens(text):
        if term is None:
            joins = bool(clauses)
        elif is_excluded:
            excluded.append(term)
            joins = False
        elif joins:
            clauses[-1] = (*clauses[-1], term)
            joins = False
        else:
            clauses.append((term,))
    return Query(without_repetitions(clauses), different(excluded))


def without_repetitions(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Return each clause once: a database looks again for what is asked again."""
    several = [different(clause) for clause in clauses]
    return tuple({frozenset(t.plain for t in c): c for c in several}.values())


def different(terms: Iterable[Term]) -> tuple[Term, ...]:
    by_words: dict[str, Term] = {}
    for term in terms:
        by_words.setdefault(term.plain, term)
    return tuple(by_words.values())


def plain(text: str) -> str:
    """Return a text in small letters without accents."""
    parted = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


def tokens(text: str) -> Iterator[tuple[Term | None, bool]]:
    """Yield terms, and whether they are excluded; None stands for OR."""
    read = legible(text).translate(QUOTATION_MARKS)
    for minus, quoted, word in TOKEN.findall(read):
        if word == OR:
            yield None, False
            continue
        plain = word.translate(DASHES)
        is_excluded = bool(minus) or plain.startswith("-")
        words = tuple(WORDS.findall(quoted or POSSESSIVE.sub("", plain)))
        if words:
            yield Term(words), is_excluded
