"""Where the browser tests go: an example of each page type, in each language.

They are found in what the demonstration publishes, so that a page type that is added
is among them by itself. Beside them the pages that are no page of the tree, and what
an address can make of one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from wagtail.models import get_page_models

from cms.publishing.models import Publication

# Leads to the page of the document; ask for a password of Wagtail.
ELSEWHERE = ("documents/<int:document_id>/", "_util/")
MISSING, TOO_LONG = "/no-such-page/", f"/search/?q={'x' * 201}"
# What is answered where it is not 200.
STATUSES = {MISSING: 404, f"/es{MISSING}": 404, TOO_LONG: 400}
# What is not in the tree, and what filters and words make of a page; the demonstration
# has it in English, and the frames of all of it in Spanish.
BESIDE = (
    *("/impact/?compare=nothing", "/impact/2014-15/?view=table"),
    *("/es/impacto/?view=table", "/news/?topic=policy&year=2017"),
    *("/news/?category=event&topic=policy", "/webinars/?kind=forum"),
    "/webinars/sample-webinar-finding-your-way/",
    *("/documents/?type=policy_qa&type=form&q=idr&status=all", "/documents/?q=nothing"),
    *("/documents/series/mep-policy-qas/", "/es/documents/series/mep-policy-qas/"),
    *("/search/", "/search/?q=eligibility", "/search/?q=nothing-has-this-word"),
    "/search/?q=eligibility&type=documents.CustomDocument",
    *("/search/?q=eligibilty", "/es/search/?q=elegibilidad", "/contact/"),
    *STATUSES,
)


@dataclass(frozen=True)
class Example:
    """The page that shows most of its type in its language."""

    type: str
    language: str
    path: str


def examples() -> list[Example]:
    """Return one of each type and language that is published, documents included."""
    rows = Publication.objects.filter(live=True, resource__in=["pages", "documents"])
    by_kind = sorted(rows, key=attrgetter("type", "locale", "path"))
    return [
        Example(*kind, max(of_kind, key=lambda row: len(row.body)).path)
        for kind, of_kind in groupby(by_kind, key=attrgetter("type", "locale"))
    ]


def page_types() -> set[str]:
    """Return the name of each type that an editor can make a page of."""
    return {model._meta.label for model in get_page_models() if model.is_creatable}


def routes() -> set[str]:
    """Return the routes that Django has in each language and that end in a page."""
    resolvers = get_resolver().url_patterns
    localized = [r for r in resolvers if isinstance(r.pattern, LocalePrefixPattern)]
    return {
        route
        for resolver in localized
        for route in routes_in(resolver)
        if not (route == ELSEWHERE[0] or route.startswith(ELSEWHERE[1]))
        # Feeds and calendars have the name of a file.
        and route.rstrip("$").endswith(("/", ")"))
    }


def routes_in(pattern: Any, above: str = "") -> Iterator[str]:
    for child in pattern.url_patterns:
        route = above + str(child.pattern)
        if isinstance(child, URLResolver):
            yield from routes_in(child, route)
        elif isinstance(child, URLPattern):
            yield route


def paths() -> list[str]:
    """Return each address once; a document has one in every language."""
    found = [example.path for example in examples()]
    documents = [e.path for e in examples() if e.type == "documents.CustomDocument"]
    in_spanish = [f"/es{path}" for path in documents]
    return list(dict.fromkeys([*found, *in_spanish, *BESIDE]))
