"""What is asked of the server, in its own language of queries (JSON)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from search.index import BOUND, MARKS, MOST, Question
from search.index.where import COLUMNS, YEAR, bounds_of
from search.language import Query, Term

from .mapping import ANALYZERS, plain_title

Json = dict[str, Any]

# How much a word counts, by where it stands.
WEIGHTS = {"title": 10, "summary": 4, "text": 1}
IN_FILE = 0.1
FIELDS = [
    *(f"{name}.{field}^{w}" for name in ANALYZERS for field, w in WEIGHTS.items()),
    *(f"pages.{name}^{IN_FILE}" for name in ANALYZERS),
]
IN_TEXT = [f"{name}.text" for name in ANALYZERS]
ON_PAGE = [f"pages.{name}" for name in ANALYZERS]
# How much less a document counts that another one has replaced.
SUPERSEDED = 0.3
REPLACED = {"term": {"facets.status": "superseded"}}
# What is added where the words are the whole title.
SAME_TITLE = 50
LETTERS = 200
NEWEST = [{"dated_at": "desc"}, {"number": "asc"}]


def phrase(term: Term, fields: Sequence[str]) -> Json:
    return {"multi_match": {"query": str(term), "type": "phrase", "fields": fields}}


def any_of(terms: Sequence[Term], fields: Sequence[str]) -> Json:
    found = [phrase(term, fields) for term in terms]
    return found[0] if len(found) == 1 else {"bool": {"should": found}}


def wanted(query: Query, fields: Sequence[str]) -> Json:
    """Return what must be there, and what must not."""
    must = [any_of(clause, fields) for clause in query.clauses]
    without = [phrase(term, fields) for term in query.excluded]
    return {"bool": {"must": must, "must_not": without}}


def filters_of(question: Question) -> list[Json]:
    documents = {"term": {"resource": "documents"}}
    language = {"term": {"locale": question.locale}}
    dates = {"gte": question.since, "lte": question.until}
    limits = {name: moment.isoformat() for name, moment in dates.items() if moment}
    return [
        {"bool": {"should": [documents, language]}},
        *([{"range": {"dated_at": limits}}] if limits else []),
        *(one_of(name, values) for name, values in question.filters.items()),
    ]


def one_of(name: str, values: Sequence[str]) -> Json:
    if name == YEAR:
        bounds = [bounds_of(int(value)) for value in values]
        return {"bool": {"should": [between(*pair) for pair in bounds]}}
    return {"terms": {COLUMNS.get(name, f"facets.{name}"): list(values)}}


def between(begin: datetime, end: datetime) -> Json:
    return {"range": {"dated_at": {"gte": begin.isoformat(), "lt": end.isoformat()}}}


def matching(question: Question) -> Json:
    """Ask for what fits best, and whether that is all."""
    fit = {
        "must": [wanted(question.query, FIELDS)],
        "should": [same_title(question.query)],
        "filter": filters_of(question),
    }
    return {
        "size": BOUND + 1,
        "_source": False,
        "query": {
            "boosting": {
                "positive": {"bool": fit},
                "negative": REPLACED,
                "negative_boost": SUPERSEDED,
            }
        },
        "sort": ["_score", *NEWEST],
    }


def same_title(query: Query) -> Json:
    """Return what has the words for its title, and is not replaced."""
    title = plain_title(" ".join(map(str, query.terms)))
    fit = {"filter": [{"term": {"plain_title": title}}], "must_not": [REPLACED]}
    return {"constant_score": {"filter": {"bool": fit}, "boost": SAME_TITLE}}


def documents(query: Query) -> Json:
    """Ask for all documents that fit, the newest first."""
    fit = [{"term": {"resource": "documents"}}, wanted(query, FIELDS)]
    found = {"bool": {"filter": fit}}
    return {"size": MOST, "_source": False, "query": found, "sort": NEWEST}


def those(publications: Sequence[int]) -> Json:
    return {"ids": {"values": [str(number) for number in publications]}}


def marked(query: Query, fields: Sequence[str]) -> Json:
    """Ask for a part of each field with the words marked."""
    return {
        "pre_tags": [MARKS[0]],
        "post_tags": [MARKS[1]],
        "highlight_query": any_of(query.terms, fields),
        "number_of_fragments": 1,
        "fragment_size": LETTERS,
        "fields": {field: {} for field in fields},
    }


def highlights(query: Query, publications: Sequence[int]) -> Json:
    """Ask for parts of texts of these publications."""
    return {
        "size": len(publications),
        "_source": False,
        "query": {"bool": {"filter": [those(publications)]}},
        "highlight": marked(query, IN_TEXT),
    }


def passages(query: Query, publications: Sequence[int], limit: int) -> Json:
    """Ask for the first pages of files on which the words are."""
    pages = {
        "path": "pages",
        "query": wanted(query, ON_PAGE),
        "inner_hits": {
            "size": limit,
            "_source": False,
            "docvalue_fields": ["pages.number"],
            "sort": [{"pages.number": "asc"}],
            "highlight": marked(query, ON_PAGE),
        },
    }
    return {
        "size": len(publications),
        "_source": False,
        "query": {"bool": {"filter": [those(publications), {"nested": pages}]}},
    }
