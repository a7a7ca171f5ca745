"""Where a reader may go on: what is public and has the same topics."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from cms.publishing.models import Publication, Resource
from cms.publishing.registry import type_named
from cms.publishing.schemas import PageDetail

AT_MOST = 4


@dataclass(frozen=True)
class Related:
    """A page or document, and of what kind it is."""

    title: str
    path: str
    locale: str
    kind: str


def related_to(content: PageDetail) -> list[Related]:
    """Return what shares most topics, the newest first, in one query.

    What the page names itself is left out: it is there already.
    """
    rows = (
        Publication.objects.listed()
        .filter(resource__in=[Resource.PAGES, Resource.DOCUMENTS])
        .filter(locale=content.meta.locale, facets__name="topic")
        .filter(facets__value__in=[topic.slug for topic in content.topics])
        .exclude(path__in=named_by(content))
        .annotate(shared=Count("facets"))
        .order_by("-shared", "-dated_at", "-object_id")
    )
    found = rows.values_list("title", "path", "locale", "type")[:AT_MOST]
    return [
        Related(title, path, locale, str(type_named(kind).label))
        for title, path, locale, kind in found
    ]


def named_by(content: Any) -> list[str]:
    """Return the paths of a page itself, and of what it leads to beside its text."""
    links = [
        *getattr(content, "related_pages", []),
        *getattr(content, "attachments", []),
        *getattr(content, "slides", []),
    ]
    return [content.meta.path, *(link.path for link in links)]
