"""What the index on the server is made of, and what it holds of a publication."""

from collections import defaultdict
from typing import Any

from cms.publishing.models import PageText, Publication
from search.facets import KEPT
from search.language import WORDS, plain

# Words without accents and endings, by the language of what has them.
LANGUAGES = {"en": "english", "es": "spanish"}
# Without endings taken away: any other language.
PLAIN = "plain"
ANALYZERS = (*LANGUAGES, PLAIN)
# Its field `read_through` tells up to which sequence of the log the index was written.
CURSOR = "cursor"

ANALYSIS = {
    # As `search.language.WORDS` finds them.
    "tokenizer": {"words": {"type": "pattern", "pattern": r"[^\p{L}\p{N}]+"}},
    "filter": {
        f"stems_{name}": {"type": "stemmer", "language": language}
        for name, language in LANGUAGES.items()
    },
    "analyzer": {
        name: {
            "type": "custom",
            "tokenizer": "words",
            "filter": ["lowercase", "asciifolding"]
            + ([f"stems_{name}"] if name in LANGUAGES else []),
        }
        for name in ANALYZERS
    },
}
TEXTS: dict[str, Any] = {
    name: {
        "properties": {
            field: {"type": "text", "analyzer": name}
            for field in ("title", "summary", "text")
        }
    }
    for name in ANALYZERS
}
# A page of a file is an entry by itself, and its words are those of the whole, too.
PAGES = {
    "type": "nested",
    "include_in_root": True,
    "properties": {
        "number": {"type": "integer"},
        **{name: {"type": "text", "analyzer": name} for name in ANALYZERS},
    },
}
INDEX: dict[str, Any] = {
    "settings": {
        "analysis": ANALYSIS,
        # Of texts that are longer than a file's may be.
        "index": {"highlight": {"max_analyzed_offset": 10_000_000}},
    },
    "mappings": {
        "dynamic": "strict",
        "properties": {
            **{name: {"type": "keyword"} for name in ("resource", "type", "locale")},
            "number": {"type": "long"},
            "read_through": {"type": "long"},
            "dated_at": {"type": "date"},
            "plain_title": {"type": "keyword"},
            "facets": {"properties": {name: {"type": "keyword"} for name in KEPT}},
            "pages": PAGES,
            **TEXTS,
        },
    },
}


def analyzer_of(locale: str) -> str:
    return next((name for name in LANGUAGES if locale.startswith(name)), PLAIN)


def entry_of(row: Publication) -> dict[str, Any]:
    """Return what the index holds of a row: a query for its facets, one for texts."""
    analyzer = analyzer_of(row.locale)
    facets: dict[str, list[str]] = defaultdict(list)
    for facet in row.facets.all():
        if facet.name in KEPT:
            facets[facet.name].append(facet.value)
    return {
        **{name: getattr(row, name) for name in ("resource", "type", "locale")},
        "number": row.pk,
        "dated_at": row.dated_at.isoformat(),
        "plain_title": plain_title(row.title),
        "facets": facets,
        analyzer: {"title": row.title, "summary": row.summary, "text": row.search_text},
        "pages": [
            {"number": page.number, analyzer: page.text} for page in pages_of(row)
        ],
    }


def pages_of(row: Publication) -> list[PageText]:
    return list(row.texts.order_by("number")) if row.text_etag else []


def plain_title(text: str) -> str:
    """Return a title as it is compared with the words of a query."""
    return " ".join(WORDS.findall(plain(text)))
