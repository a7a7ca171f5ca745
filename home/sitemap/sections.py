"""The kinds of things in the sitemap: pages, documents, series."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override

from cms.alternates import path_in
from cms.models import IndexPage
from cms.publishing.models import (
    NEVER,
    Facet,
    Publication,
    PublicationQuerySet,
    Resource,
)
from cms.publishing.registry import published_types
from cms.publishing.schemas.site import SiteInfo
from documents.library.filters import STATUSES
from documents.library.question import listed_documents

from .addresses import Address, in_languages

DOCUMENTS = "documents.CustomDocument"

# Rows in an order that stays, and what makes addresses of some of them.
Rows = list[Publication]
Write = Callable[[Rows, SiteInfo], Iterator[Address]]


@dataclass(frozen=True)
class Section:
    name: str
    rows: PublicationQuerySet
    write: Write

    def addresses(self, site: SiteInfo, first: int, last: int) -> list[Address]:
        """Return those of a part of the rows; a series has one in each language."""
        return list(self.write(list(self.rows[first:last]), site))


def sections(site_id: int) -> list[Section]:
    """Return what is public of a site, by kind."""
    pages = Publication.objects.listed().of(Resource.PAGES).filter(site_id=site_id)
    # The address of their source counts.
    untranslated = Facet.objects.filter(name="untranslated")
    pages = pages.exclude(pk__in=untranslated.values("publication_id"))
    documents = listed_documents().with_facet("status", list(STATUSES[""]))
    series = Publication.objects.listed().of(Resource.SERIES)
    return [
        Section("pages", bare(pages), page_addresses),
        Section("documents", bare(documents), document_addresses),
        Section("series", bare(series), series_addresses),
    ]


def bare(rows: PublicationQuerySet) -> PublicationQuerySet:
    """Return the rows in their order, without their texts."""
    columns = ("object_id", "type", "locale", "path", "last_published_at")
    return rows.order_by("object_id").only(*columns)


# --- Pages ----------------------------------------------------------------------------


def page_addresses(rows: Rows, site: SiteInfo) -> Iterator[Address]:
    keys, changes = translation_keys(rows), changes_of_lists(rows)
    languages = translations(set(keys.values()), site)
    for row in rows:
        listed_at = changes.get(row.object_id, NEVER)
        yield Address(
            site.root_url + row.path,
            max(row.last_published_at, listed_at),
            languages.get(keys.get(row.pk, ""), {}),
        )


def translation_keys(rows: Rows) -> dict[int, str]:
    """Return what a page has in common with its translations, by number of the row."""
    keys = Facet.objects.filter(publication__in=[row.pk for row in rows])
    keys = keys.filter(name="translation")
    return dict(keys.values_list("publication_id", "value"))


def translations(keys: set[str], site: SiteInfo) -> dict[str, dict[str, str]]:
    """Return where pages are in each language, by what they have in common.

    In two steps: a join of both tables has been seen to try each page with each key.
    """
    facets = Facet.objects.filter(name="translation", value__in=keys)
    key_of = dict(facets.values_list("publication_id", "value"))
    rows = Publication.objects.listed().of(Resource.PAGES).filter(pk__in=key_of)
    found = rows.values_list("pk", "locale", "path")
    return in_languages(
        (key_of[pk], code, site.root_url + path) for pk, code, path in found
    )


def changes_of_lists(rows: Rows) -> dict[int, datetime]:
    """Return when what a page lists changed last, by number of the page."""
    listed = {
        published.name: published.model.listed_type
        for published in published_types(Resource.PAGES)
        if issubclass(published.model, IndexPage)
    }
    lists = [row for row in rows if row.type in listed]
    below = Publication.objects.listed().filter(
        parent_id__in=[r.object_id for r in lists]
    )
    found = dict(below.values_list("parent_id").annotate(Max("last_published_at")))
    newest = listed_documents().aggregate(newest=Max("last_published_at"))["newest"]
    libraries = (row for row in lists if listed[row.type] == DOCUMENTS)
    return found | {row.object_id: newest or NEVER for row in libraries}


# --- What is beside the tree ----------------------------------------------------------


def document_addresses(rows: Rows, site: SiteInfo) -> Iterator[Address]:
    """Yield the page of each document, which is there in each language."""
    for row in rows:
        paths = {code: path_in(code, row.path) for code in codes_of(site)}
        yield from in_each(paths, row.last_published_at, site)


def series_addresses(rows: Rows, site: SiteInfo) -> Iterator[Address]:
    """Yield each series in each language; it changes with its documents."""
    slugs = dict(
        Facet.objects.filter(
            publication__in=[row.pk for row in rows], name="slug"
        ).values_list("publication_id", "value")
    )
    documents = Facet.objects.filter(
        name="series", publication__in=listed_documents().values("pk")
    )
    changes = dict(
        documents.values_list("value").annotate(Max("publication__last_published_at"))
    )
    for row in rows:
        slug = slugs[row.pk]
        paths = {code: series_path(slug, code) for code in codes_of(site)}
        yield from in_each(paths, changes.get(slug, NEVER), site)


def codes_of(site: SiteInfo) -> list[str]:
    """Return the codes of the site's languages, its own where it has no home page."""
    return [locale.code for locale in site.locales] or [settings.LANGUAGE_CODE]


def in_each(
    paths: dict[str, str], changed_at: datetime, site: SiteInfo
) -> Iterator[Address]:
    """Yield the address of a thing in each language, with the others beside it."""
    languages = {code: site.root_url + path for code, path in paths.items()}
    alternates = languages if len(languages) > 1 else {}
    for url in languages.values():
        yield Address(url, changed_at, alternates)


def series_path(slug: str, language: str) -> str:
    with override(language):
        return reverse("document_series", args=[slug])
