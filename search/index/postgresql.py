"""The index on PostgreSQL: vectors of words by weight, beside the log (postgresql.sql).

Ranking all that has a word takes as long as there are such rows. Here a bounded number
is ranked: what has the words in title or summary, and the newest of all that has them.
The planner is told the words, not shown places for them: for a rare word it takes the
index of words, for one that is everywhere the index of dates.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from django.db import connection

from cms.publishing.statements import fetch
from search.language import WORDS, Query

from . import BOUND, MARKS, MOST, Matches, Passage, Question
from .tsquery import LOOKED_INTO, any_of, fits, whole
from .where import Sql, execute, where

SCRIPT = Path(__file__).with_name("postgresql.sql")
# As the script calls it; an index of another form is made anew.
FORM = "Form 3"
IN_LANGUAGE = "(entry.resource = 'documents' OR entry.locale = %s)"
# Of file text, text, summary and title: D, C, B, A.
WEIGHTS = "{0, 0.05, 0.4, 1}"
# What has the words in its text, or in the text of its file.
IN_TEXT, IN_FILE = 0.02, 0.01
# How much less a document counts that another one has replaced.
SUPERSEDED = 0.3
# And how much more what has the words for its title.
SAME_TITLE = 3
HEADLINE = (
    f"StartSel={MARKS[0]}, StopSel={MARKS[1]}, MaxFragments=1, MaxWords=32, MinWords=12"
)
# Of what has the words of a phrase, so many are looked at for the phrase itself.
LOOKED_AT = 1000
SHOWN_COLUMNS = "publication_id, resource, dated_at, title, head_vector"
# What is looked at once more also needs these, which take long to copy.
ALL_COLUMNS = f"{SHOWN_COLUMNS}, vector, is_long"
COUNTED_LONG = (
    "count(*) FILTER (WHERE is_long) OVER (ORDER BY dated_at DESC, publication_id)"
)
# Titles that begin with what was typed, in the order of the index of titles. Behind
# them stands what goes on with the last character that there is.
TITLES = (
    "SELECT publication_id FROM search_entry entry WHERE title ~>=~ search_plain(%s) "
    f"AND title ~<~ (search_plain(%s) || chr({sys.maxunicode})) AND {IN_LANGUAGE} "
    "ORDER BY title USING ~<~, dated_at DESC LIMIT %s"
)
# Of a text, as much as is searched for a part to show.
SHOWN = 20_000


def near(entries: Sql) -> Sql:
    """Return SQL for entries with how many of them, down to each, are `long`."""
    text, values = entries
    return f"SELECT *, {COUNTED_LONG} AS long FROM ({text}) entries", values


def newest(
    column: str, query: Sql, question: Question, limit: int, columns: str
) -> Sql:
    """Return SQL for the newest entries that fit."""
    text, values = query
    places, place_values = where(question, "entry", "publication_id")
    return (
        f"SELECT {columns} FROM search_entry entry "
        f"WHERE {column} @@ {text} AND {places} "
        f"ORDER BY dated_at DESC, publication_id LIMIT {limit}"
    ), [*values, *place_values]


def newest_documents(query: Sql, limit: int) -> Sql:
    text, values = query
    return (
        "SELECT * FROM search_entry WHERE resource = 'documents' "
        f"AND vector @@ {text} ORDER BY dated_at DESC, publication_id LIMIT {limit}"
    ), values


def best_heads(question: Question) -> Sql:
    """Return SQL for the newest entries that fit by title and summary."""
    query = whole(question.query)
    if not question.query.excluded:
        return newest("head_vector", query, question, BOUND, SHOWN_COLUMNS)
    # What must not be there is perhaps further down.
    heads, head_values = near(
        newest("head_vector", query, question, BOUND, ALL_COLUMNS)
    )
    condition, more = fits(question.query)
    return f"SELECT * FROM ({heads}) near WHERE {condition}", [*head_values, *more]


def newest_of_all(question: Question) -> Sql:
    """Return SQL that names as `rest` the newest entries that fit, and their `reach`.

    The index does not know which words stand beside each other. What has all words of a
    phrase is looked at one by one, and of that a bounded number.
    """
    query = whole(question.query)
    if not question.query.has_phrases:
        found, values = newest("vector", query, question, BOUND + 1, SHOWN_COLUMNS)
        reach = f"SELECT count(*) <= {BOUND} AS is_all FROM rest"
        return f"rest AS MATERIALIZED ({found}), reach AS ({reach})", values
    words = whole(question.query.without_phrases)
    found, found_values = near(
        newest("vector", words, question, LOOKED_AT, ALL_COLUMNS)
    )
    text, values = fits(question.query)
    return (
        f"near AS MATERIALIZED ({found}), "
        f"rest AS MATERIALIZED (SELECT * FROM near WHERE {text} "
        f"ORDER BY dated_at DESC LIMIT {BOUND + 1}), "
        f"reach AS (SELECT (SELECT count(*) FROM rest) <= {BOUND} "
        f"AND count(*) < {LOOKED_AT} AND coalesce(max(long), 0) <= {LOOKED_INTO} "
        "AS is_all FROM near)"
    ), [*found_values, *values]


def score(ranked: str) -> str:
    """Return SQL for how well an entry fits, with a place for the words as a title."""
    return (
        f"(ts_rank('{WEIGHTS}', head_vector, {ranked}, 1) "
        f"+ CASE WHEN resource = 'pages' THEN {IN_TEXT} ELSE {IN_FILE} END) "
        "* CASE WHEN EXISTS(SELECT 1 FROM publishing_facet facet "
        "WHERE facet.publication_id = entry.publication_id "
        "AND facet.name = 'status' AND facet.value = 'superseded') "
        f"THEN {SUPERSEDED} WHEN title = search_plain(%s) THEN {SAME_TITLE} ELSE 1 END"
    )


class PostgresqlIndex:
    """Reads and keeps `search_entry`, `search_passage` and `search_word`."""

    def is_made(self) -> bool:
        return execute("SELECT obj_description(to_regclass('search_entry'))") == [
            (FORM,)
        ]

    def install(self) -> None:
        with connection.cursor() as cursor:
            if not self.is_made():
                cursor.execute(
                    "DROP TABLE IF EXISTS search_entry, search_passage, search_word"
                )
            cursor.execute(SCRIPT.read_text())

    def rebuild(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE search_entry, search_passage, search_word")
            cursor.execute(
                "SELECT count(search_pass(page, search_config(log.locale))) "
                "FROM publishing_pagetext page "
                "JOIN publishing_publication log ON log.id = page.publication_id"
            )
            cursor.execute(
                "SELECT count(search_refresh(log)) FROM publishing_publication log "
                "WHERE listed AND resource IN ('pages', 'documents')"
            )
            cursor.execute("ANALYZE search_entry, search_passage, search_word")

    def match(self, question: Question) -> Matches:
        if not question.query:
            return Matches([], True)
        best, best_values = best_heads(question)
        rest, rest_values = newest_of_all(question)
        ranked, rank_values = any_of(question.query)
        found = execute(
            f"WITH best AS MATERIALIZED ({best}), {rest} "
            "SELECT publication_id, (SELECT is_all FROM reach) "
            f"FROM (SELECT {SHOWN_COLUMNS} FROM best "
            f"UNION SELECT {SHOWN_COLUMNS} FROM rest) entry "
            f"ORDER BY {score(ranked)} DESC, dated_at DESC, publication_id",
            [
                *(*best_values, *rest_values, *rank_values),
                " ".join(map(str, question.query.terms)),
            ],
        )
        is_all = not found or found[0][1]
        return Matches([pk for pk, _is_all in found], is_all)

    def documents(self, query: Query) -> list[int]:
        if not query:
            return []
        if query.has_phrases:
            words = whole(query.without_phrases)
            found, found_values = near(newest_documents(words, LOOKED_AT))
            text, values = fits(query)
            found, found_values = (
                f"SELECT * FROM ({found}) near WHERE {text}",
                [*found_values, *values],
            )
        else:
            found, found_values = newest_documents(whole(query), MOST)
        numbers = execute(
            f"SELECT publication_id FROM ({found}) found "
            "ORDER BY dated_at DESC, publication_id",
            found_values,
        )
        return [pk for (pk,) in numbers]

    def highlights(self, query: Query, publications: Sequence[int]) -> dict[int, str]:
        if not query or not publications:
            return {}
        ranked, values = any_of(query)
        text = f"substr(search_text, 1, {SHOWN})"
        found = execute(
            f"SELECT id, ts_headline(search_config(locale), {text}, {ranked}, %s) "
            "FROM publishing_publication log WHERE id = ANY(%s)",
            [*values, HEADLINE, list(publications)],
        )
        return {pk: shown for pk, shown in found if MARKS[0] in shown}

    def passages(
        self, query: Query, publications: Sequence[int], limit: int
    ) -> dict[int, list[Passage]]:
        if not query or not publications:
            return {}
        wanted_words, values = whole(query)
        ranked, rank_values = any_of(query)
        found = execute(
            "SELECT hit.publication_id, hit.number, ts_headline("
            f"search_config(log.locale), parts.text, {ranked}, %s) FROM ("
            "SELECT page_text_id, publication_id, number, min(part) AS part, "
            "row_number() OVER (PARTITION BY publication_id ORDER BY number) AS place "
            "FROM search_passage WHERE publication_id = ANY(%s) "
            f"AND vector @@ {wanted_words} "
            "GROUP BY page_text_id, publication_id, number) hit "
            "JOIN publishing_pagetext page ON page.id = hit.page_text_id "
            "JOIN LATERAL search_parts(page.text) parts ON parts.part = hit.part "
            "JOIN publishing_publication log ON log.id = hit.publication_id "
            "WHERE hit.place <= %s ORDER BY hit.publication_id, hit.number",
            [*rank_values, HEADLINE, list(publications), *values, limit],
        )
        passages: dict[int, list[Passage]] = {}
        for pk, number, shown in found:
            passages.setdefault(pk, []).append(Passage(number, shown))
        return passages

    def titles(self, text: str, locale: str, limit: int) -> list[int]:
        words = WORDS.findall(text)
        if not words:
            return []
        found = fetch(TITLES, [text, text, locale, limit])
        numbers = [pk for (pk,) in found]
        if len(numbers) < limit:
            typed = " & ".join([*words[:-1], f"{words[-1]}:*"])
            within = execute(
                "SELECT publication_id FROM search_entry entry WHERE title_vector @@ "
                f"to_tsquery('search_plain', %s) AND {IN_LANGUAGE} "
                "ORDER BY dated_at DESC LIMIT %s",
                [typed, locale, limit],
            )
            numbers += [pk for (pk,) in within if pk not in numbers]
        return numbers[:limit]

    def known(self, words: Sequence[str]) -> set[str]:
        found = execute(
            "SELECT word FROM search_word WHERE word = ANY(%s)", [list(words)]
        )
        return {word for (word,) in found}

    def alike(self, word: str, limit: int) -> list[str]:
        found = execute(
            "SELECT word FROM search_word WHERE word %% %s "
            "ORDER BY similarity(word, %s) DESC, word LIMIT %s",
            [word, word, limit],
        )
        return [alike for (alike,) in found]
