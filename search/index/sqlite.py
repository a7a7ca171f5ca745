"""The index on SQLite: FTS5, which reads its texts from the log (sqlite.sql).

It has no endings but English ones, and looks for all words of a query in one page of a
file, or in what is said of the document: enough for a site on one machine.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from django.db import connection

from cms.publishing.statements import places
from search.language import WORDS, Query, Term

from . import BOUND, MARKS, MOST, Matches, Passage, Question, documents_with
from .where import Sql, execute, where

SCRIPT = Path(__file__).with_name("sqlite.sql")
TABLES = ("search_index", "search_words", "search_pages")
# How much a word counts in title, summary and text; in a file, less than the least.
WEIGHTS = "10.0, 4.0, 1.0"
IN_FILE = 0.1
# BM25 makes nothing of a word that is in most rows; its place counts all the same.
IN_TITLE, IN_SUMMARY = 3.0, 1.0
IN_COLUMN = "SELECT rowid FROM search_index WHERE search_index MATCH %s"
SUPERSEDED = 0.3
WORDS_SHOWN = 32
ALIKE = 0.7
# Of a word in one more part than there are errors, one part is as it was.
ERRORS = 2


def quoted(term: Term) -> str:
    return '"{}"'.format(" ".join(term.words))


def either(terms: Sequence[Term]) -> str:
    return "({})".format(" OR ".join(map(quoted, terms)))


def wanted(query: Query) -> str:
    """Return what must be there, in the language of FTS5."""
    return " AND ".join(either(clause) for clause in query.clauses)


def conditions(question: Question) -> Sql:
    """Return SQL for where to look, and for what must not be there."""
    text, values = where(question, "row", "id")
    if not question.query.excluded:
        return f"row.listed AND {text}", values
    without, more = anywhere(either(question.query.excluded))
    return f"row.listed AND {text} AND row.id NOT IN ({without})", [*values, *more]


def anywhere(words: str) -> Sql:
    """Return SQL for what has words in its own texts, or on a page of its file."""
    return (
        "SELECT rowid FROM search_index WHERE search_index MATCH %s "
        "UNION SELECT publication_id FROM publishing_pagetext WHERE id IN ("
        "SELECT rowid FROM search_pages WHERE search_pages MATCH %s)"
    ), [words, words]


def one_part_of(word: str) -> Sql:
    """Return the condition that a term has a part of the word, about where it was."""
    size = -(-len(word) // (ERRORS + 1))
    text, values = [], []
    for start in range(0, len(word), size):
        text.append("instr(term, %s) BETWEEN %s AND %s")
        place = start + 1
        # Its place counts from 1; 0 is what is not there.
        nearest = max(1, place - ERRORS)
        values += [word[start : start + size], nearest, place + ERRORS]
    return " OR ".join(text), values


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; those that make triggers have some inside."""
    text = ""
    for line in script.splitlines(keepends=True):
        text += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(text):
            yield text
            text = ""


class SqliteIndex:
    """Reads and keeps `search_index`, `search_pages` and `search_words`."""

    def is_made(self) -> bool:
        return "search_pages" in connection.introspection.table_names()

    def install(self) -> None:
        with connection.cursor() as cursor:
            for statement in statements(SCRIPT.read_text()):
                cursor.execute(statement)

    def rebuild(self) -> None:
        with connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")
            for table in ("search_index", "search_words"):
                cursor.execute(
                    f"INSERT INTO {table}(rowid, title, summary, search_text) "
                    "SELECT id, title, summary, search_text "
                    "FROM publishing_publication "
                    "WHERE listed AND resource IN ('pages', 'documents')"
                )
            cursor.execute(
                "INSERT INTO search_pages(rowid, text) "
                "SELECT id, text FROM publishing_pagetext"
            )

    def match(self, question: Question) -> Matches:
        if not question.query:
            return Matches([], True)
        text, values = conditions(question)
        words = wanted(question.query)
        found = execute(
            "SELECT row.id, hit.score * CASE WHEN EXISTS("
            "SELECT 1 FROM publishing_facet WHERE publication_id = row.id "
            "AND name = 'status' AND value = 'superseded') "
            f"THEN {SUPERSEDED} ELSE 1 END AS score FROM ("
            "SELECT number, MAX(score) AS score FROM ("
            f"SELECT rowid AS number, -bm25(search_index, {WEIGHTS}) "
            f"+ CASE WHEN rowid IN ({IN_COLUMN}) THEN {IN_TITLE} ELSE 0 END "
            f"+ CASE WHEN rowid IN ({IN_COLUMN}) THEN {IN_SUMMARY} ELSE 0 END AS score "
            "FROM search_index WHERE search_index MATCH %s UNION ALL "
            f"SELECT page.publication_id, -bm25(search_pages) * {IN_FILE} "
            "FROM search_pages JOIN publishing_pagetext page "
            "ON page.id = search_pages.rowid WHERE search_pages MATCH %s"
            ") GROUP BY number) hit "
            "JOIN publishing_publication row ON row.id = hit.number "
            f"WHERE {text} ORDER BY score DESC, row.dated_at DESC, row.id LIMIT %s",
            [
                *(f"title : ({words})", f"summary : ({words})", words, words),
                *(*values, BOUND + 1),
            ],
        )
        numbers = [pk for pk, _score in found]
        return Matches(numbers[:BOUND], len(found) <= BOUND)

    def documents(self, query: Query) -> list[int]:
        if not query:
            return []
        text, values = conditions(documents_with(query))
        with_words, words = anywhere(wanted(query))
        found = execute(
            f"SELECT row.id FROM publishing_publication row WHERE {text} "
            f"AND row.id IN ({with_words}) "
            f"ORDER BY row.dated_at DESC, row.id LIMIT {MOST}",
            [*values, *words],
        )
        return [pk for (pk,) in found]

    def highlights(self, query: Query, publications: Sequence[int]) -> dict[int, str]:
        if not query or not publications:
            return {}
        found = execute(
            "SELECT rowid, snippet(search_index, 2, %s, %s, '…', %s) "
            "FROM search_index WHERE search_index MATCH %s "
            f"AND rowid IN ({places(publications)})",
            [*MARKS, WORDS_SHOWN, either(query.terms), *publications],
        )
        return {pk: shown for pk, shown in found if MARKS[0] in shown}

    def passages(
        self, query: Query, publications: Sequence[int], limit: int
    ) -> dict[int, list[Passage]]:
        if not query or not publications:
            return {}
        found = execute(
            "SELECT page.publication_id, page.number, "
            "snippet(search_pages, 0, %s, %s, '…', %s) FROM search_pages "
            "JOIN publishing_pagetext page ON page.id = search_pages.rowid "
            "WHERE search_pages MATCH %s "
            f"AND page.publication_id IN ({places(publications)}) "
            "ORDER BY page.publication_id, page.number",
            [*MARKS, WORDS_SHOWN, wanted(query), *publications],
        )
        passages: dict[int, list[Passage]] = {}
        for pk, number, shown in found:
            of = passages.setdefault(pk, [])
            if len(of) < limit:
                of.append(Passage(number, shown))
        return passages

    def titles(self, text: str, locale: str, limit: int) -> list[int]:
        words = WORDS.findall(text)
        if not words:
            return []
        typed = " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
        found = execute(
            "SELECT row.id FROM search_words "
            "JOIN publishing_publication row ON row.id = search_words.rowid "
            "WHERE search_words MATCH %s AND row.listed "
            "AND (row.resource = 'documents' OR row.locale = %s) "
            "ORDER BY NOT lower(row.title) LIKE lower(%s), row.dated_at DESC LIMIT %s",
            [f"title : ({typed})", locale, f"{text}%", limit],
        )
        return [pk for (pk,) in found]

    def known(self, words: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(words), 500):
            some = words[start : start + 500]
            terms = execute(
                f"SELECT term FROM search_vocabulary WHERE term IN ({places(some)})",
                some,
            )
            found |= {term for (term,) in terms}
        return found

    def alike(self, word: str, limit: int) -> list[str]:
        text, values = one_part_of(word)
        terms = execute(
            "SELECT term FROM search_vocabulary WHERE length(term) BETWEEN %s AND %s "
            f"AND term NOT GLOB '*[0-9]*' AND ({text})",
            [max(4, len(word) - ERRORS), len(word) + ERRORS, *values],
        )
        return get_close_matches(word, [term for (term,) in terms], limit, ALIKE)
