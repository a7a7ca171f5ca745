"""Queries in the language of PostgreSQL's text search, and what fits them."""

from collections.abc import Sequence

from search.language import Query, Term

from .where import Sql

CONFIGS = ("search_en", "search_es")
# Of files whose entries do not know the places of all words, so many are looked at
# passage by passage.
LOOKED_INTO = 100


def phrase(config: str, term: Term) -> Sql:
    return f"phraseto_tsquery('{config}', %s)", [str(term)]


def joined(parts: Sequence[Sql], operator: str) -> Sql:
    """Return parts of a query as one."""
    texts = [text for text, _values in parts]
    values = [value for _text, values in parts for value in values]
    return f"({operator.join(texts)})", values


def wanted(query: Query, config: str) -> Sql:
    """Return SQL for what must be there, in the words of one language."""
    clauses = (
        joined([phrase(config, term) for term in clause], " || ")
        for clause in query.clauses
    )
    return joined(list(clauses), " && ")


def whole(query: Query) -> Sql:
    """Return SQL for the query, in the words of any language."""
    found, values = joined([wanted(query, config) for config in CONFIGS], " || ")
    if not query.excluded:
        return found, values
    # By each language's words: one of them is not there in texts of another.
    without, more = any_term(query.excluded)
    return f"({found} && (!! {without}))", [*values, *more]


def any_term(terms: Sequence[Term]) -> Sql:
    """Return SQL for any of the terms, in the words of any language."""
    return joined([phrase(config, t) for config in CONFIGS for t in terms], " || ")


def any_of(query: Query) -> Sql:
    """Return SQL for any of the words, to rank by."""
    return any_term(query.terms)


def fits(query: Query) -> Sql:
    """Return the condition that one of the entries `near` has a query's phrases."""
    text, values = whole(query)
    clauses = [
        joined([has(term) for term in clause], " OR ") for clause in query.clauses
    ]
    deep, deep_values = joined(clauses, " AND ")
    if query.excluded:
        without, more = joined([has(term) for term in query.excluded], " OR ")
        deep, deep_values = f"{deep} AND NOT {without}", [*deep_values, *more]
    return (
        f"CASE WHEN is_long AND long <= {LOOKED_INTO} "
        f"THEN {deep} ELSE vector @@ {text} END"
    ), [*deep_values, *values]


def has(term: Term) -> Sql:
    """Return the condition that an entry has a term; of a phrase, some passage."""
    text, values = any_term([term])
    if len(term.words) == 1:
        return f"vector @@ {text}", values
    return (
        f"(vector @@ {text} OR EXISTS(SELECT 1 FROM search_passage passage "
        f"WHERE passage.publication_id = near.publication_id "
        # With an offset, the planner does not look through the passages of all files.
        f"AND passage.vector @@ {text} OFFSET 0))"
    ), [*values, *values]
