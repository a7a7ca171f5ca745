"""What a query finds, as the stand-in has it: a small part of OpenSearch's language.

A query that it does not know is an error, so that whatever we ask for is known to be
understood here. Scores are counts of words by weight: BM25 is not to be had in a page.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Any

Json = dict[str, Any]

# Of the texts of entries, a field that stands in several pages has several.
Texts = list[str]


def tokens(text: str, analyzer: str) -> list[str]:
    """Return words without accents; of a language, without the plural's ending."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", plain)
    return words if analyzer == "plain" else [word.removesuffix("s") for word in words]


def analyzer_of(field: str) -> str:
    return next(part for part in field.split(".") if part in ("en", "es", "plain"))


def values_in(entry: Any, field: str) -> list[Any]:
    """Return all values under a dotted name; of a list, those of each of its parts."""
    if isinstance(entry, list):
        return [value for part in entry for value in values_in(part, field)]
    if not field:
        return [entry]
    name, _dot, rest = field.partition(".")
    return values_in(entry[name], rest) if name in (entry or {}) else []


def times_of_phrase(words: list[str], text: list[str]) -> int:
    places = range(len(text) - len(words) + 1)
    return sum(text[n : n + len(words)] == words for n in places) if words else 0


def phrase_score(query: Json, entry: Json) -> float:
    """Return the score of the best field, 0 where no field has the phrase."""
    assert query.pop("type") == "phrase"
    best = 0.0
    for weighted in query["fields"]:
        field, _sign, weight = weighted.partition("^")
        words = tokens(query["query"], analyzer_of(field))
        for text in values_in(entry, field):
            found = times_of_phrase(words, tokens(text, analyzer_of(field)))
            best = max(best, found * float(weight or 1))
    return best


def bool_score(query: Json, entry: Json) -> float:
    must = [score(part, entry) for part in query.get("must", [])]
    should = [score(part, entry) for part in query.get("should", [])]
    required = [*must, *(score(part, entry) for part in query.get("filter", []))]
    if not all(required) or any(score(p, entry) for p in query.get("must_not", [])):
        return 0
    # Without anything that must be there, one of what should be there has to.
    if should and not required and not any(should):
        return 0
    return sum([*must, *should]) or 1


def range_score(query: Json, entry: Json) -> float:
    ((field, limits),) = query.items()
    signs = {
        "gte": lambda a, b: a >= b,
        "lte": lambda a, b: a <= b,
        "lt": lambda a, b: a < b,
    }
    (value,) = values_in(entry, field) or [None]
    if value is None:
        return 0
    return all(
        signs[name](datetime.fromisoformat(value), datetime.fromisoformat(limit))
        for name, limit in limits.items()
    )


def term_score(query: Json, entry: Json) -> float:
    ((field, value),) = query.items()
    return float(value in flat(values_in(entry, field)))


def terms_score(query: Json, entry: Json) -> float:
    ((field, wanted),) = query.items()
    return float(bool(set(wanted) & set(flat(values_in(entry, field)))))


def flat(values: list[Any]) -> Iterator[Any]:
    for value in values:
        yield from value if isinstance(value, list) else [value]


def boosting_score(query: Json, entry: Json) -> float:
    found = score(query["positive"], entry)
    return found * (query["negative_boost"] if score(query["negative"], entry) else 1)


def nested_score(query: Json, entry: Json) -> float:
    return float(any(True for _page in pages_that_fit(query, entry)))


def pages_that_fit(query: Json, entry: Json) -> Iterator[Json]:
    """Yield the pages of an entry that fit a nested query, each by itself."""
    for page in entry.get(query["path"], []):
        if score(query["query"], {query["path"]: page}):
            yield page


KINDS = {
    "bool": bool_score,
    "boosting": boosting_score,
    "constant_score": lambda query, entry: (
        query["boost"] if score(query["filter"], entry) else 0
    ),
    "multi_match": lambda query, entry: phrase_score(dict(query), entry),
    "nested": nested_score,
    "range": range_score,
    "term": term_score,
    "terms": terms_score,
    "ids": lambda query, entry: float(entry["_id"] in query["values"]),
}


def score(query: Json, entry: Json) -> float:
    """Return how well an entry fits; 0 where it does not."""
    ((kind, of),) = query.items()
    return float(KINDS[kind](of, entry))


def marked(asked: Json, entry: Json) -> dict[str, Texts]:
    """Return the texts of fields in which one of the words is, with marks around it."""
    query, found = asked["highlight_query"], {}
    begin, end = asked["pre_tags"][0], asked["post_tags"][0]
    wanted = {word for p in phrases_in(query) for word in tokens(p, "en")}

    def with_marks(word: re.Match[str]) -> str:
        is_wanted = wanted.intersection(tokens(word[0], "en"))
        return f"{begin}{word[0]}{end}" if is_wanted else word[0]

    for field in asked["fields"]:
        for text in values_in(entry, field):
            shown = re.sub(r"[^\W_]+", with_marks, text)
            if shown != text:
                found[field] = [shown]
    return found


def phrases_in(query: Json) -> Iterator[str]:
    if "multi_match" in query:
        yield query["multi_match"]["query"]
    for part in query.get("bool", {}).get("should", []):
        yield from phrases_in(part)
