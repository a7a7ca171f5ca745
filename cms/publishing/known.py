"""What every rendering asks for again, asked once: sites, restrictions, ancestors.

Nothing here may be known for longer than it holds. Whoever writes the log holds the
counter, and begins anew for each batch; what a batch itself changes (it releases
documents) makes it begin anew, too. Elsewhere each question is asked of the database.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.models.sites import SiteRootPath

from .models import Facet, Publication, Resource

# Resource, number and site of what is at a path.
Place = tuple[str, int, int | None]
# All that has an address of its own; a redirect has that of something else.
PLACED = [resource for resource in Resource if resource != Resource.REDIRECTS]


class Known:
    """Answers of the database, kept for as long as this object is."""

    def __init__(self) -> None:
        # Public forms of what is shown in many places, by number.
        self.links: dict[int, dict[str, Any]] = {}
        self.images: dict[int, dict[str, Any]] = {}
        self.documents: dict[tuple[int, str], dict[str, Any]] = {}
        self._found: dict[Any, dict[int, Any]] = defaultdict(dict)
        self._url_parts: dict[tuple[str, str | None], tuple[int, str, str] | None] = {}
        self._by_path: dict[str, Page] = {}
        self._translations: dict[Any, list[Page]] = {}
        self._places: dict[str, list[Place]] = {}
        self._uses: dict[int, list[int]] = {}
        self._glossaries: dict[str, list[Page]] | None = None

    # --- The site -----------------------------------------------------------------

    @cached_property
    def default_site(self) -> Site | None:
        """Return the default site, or None in an installation that is still empty."""
        sites = Site.objects.select_related("root_page__locale")
        return sites.filter(is_default_site=True).first()

    @cached_property
    def default_language(self) -> str:
        """Return the code of the language in which the site is written first."""
        site = self.default_site
        return site.root_page.locale.language_code if site else settings.LANGUAGE_CODE

    @cached_property
    def _wagtail_cached_site_root_paths(self) -> list[SiteRootPath]:
        """Return where sites begin, under the name by which Wagtail asks for it."""
        return Site.get_site_root_paths()

    def url_parts(self, page: Page) -> tuple[int, str, str] | None:
        """Return what `Page.get_url_parts` does, asked for once an address."""
        key = (page.url_path, get_language())
        if key not in self._url_parts:
            self._url_parts[key] = page.get_url_parts(self)
        return self._url_parts[key]

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Return the names under which this installation is known, or answers."""
        hosts = Site.objects.values_list("hostname", flat=True)
        return frozenset({*hosts, *settings.ALLOWED_HOSTS})

    @cached_property
    def homes(self) -> frozenset[Any]:
        """Return the translation keys of the sites' home pages."""
        keys = Site.objects.values_list("root_page__translation_key", flat=True)
        return frozenset(keys)

    @cached_property
    def languages(self) -> dict[int, str]:
        """Return the codes of the locales, by number."""
        return dict(Locale.all_objects.values_list("pk", "language_code"))

    # --- Privacy ------------------------------------------------------------------

    @cached_property
    def restricted_pages(self) -> frozenset[int]:
        """Return the pages that have a view restriction of their own."""
        return frozenset(PageViewRestriction.objects.values_list("page_id", flat=True))

    @cached_property
    def private_collections(self) -> frozenset[int]:
        """Return the collections that are restricted, with all that are below them."""
        restrictions = CollectionViewRestriction.objects
        above = tuple(restrictions.values_list("collection__path", flat=True))
        if not above:
            return frozenset()
        found = Collection.objects.values_list("pk", "path")
        return frozenset(pk for pk, path in found if path.startswith(above))

    # --- The tree -----------------------------------------------------------------

    def ancestors(self, page: Page) -> list[Page]:
        """Return the pages above this one, the root first."""
        paths = paths_above(page)
        self.fetch_paths(paths)
        return [self._by_path[path] for path in paths if path in self._by_path]

    def fetch_paths(self, paths: Iterable[str]) -> None:
        missing = {path for path in paths if path not in self._by_path}
        if missing:
            found = Page.objects.filter(path__in=missing)
            self._by_path.update({page.path: page for page in found})

    def translations(self, page: Page) -> list[Page]:
        """Return the page in its other languages."""
        self.fetch_translations([page])
        found = self._translations[page.translation_key]
        return [other for other in found if other.pk != page.pk]

    def fetch_translations(self, pages: Iterable[Page]) -> None:
        keys = {page.translation_key for page in pages}
        missing = {key for key in keys if key not in self._translations}
        if missing:
            self._translations |= {key: [] for key in missing}
            found = Page.objects.filter(translation_key__in=missing)
            for page in found.order_by("pk"):
                self._translations[page.translation_key].append(page)

    # --- The log --------------------------------------------------------------------

    def places(self, path: str) -> list[Place]:
        """Return what the log has at a path now."""
        self.fetch_places([path])
        return self._places[path]

    def fetch_places(self, paths: Iterable[str]) -> None:
        missing = {path for path in paths if path not in self._places}
        if missing:
            self._places |= {path: [] for path in missing}
            rows = Publication.objects.live().filter(
                resource__in=PLACED, path__in=missing
            )
            for path, *place in rows.order_by("pk").values_list(
                *("path", "resource", "object_id", "site_id")
            ):
                self._places[path].append(tuple(place))

    def uses(self, document: int) -> list[Page]:
        """Return the pages that link to a document, as the log has it now."""
        self.fetch_uses([document])
        pages = (self.get(Page, pk) for pk in self._uses[document])
        return [page for page in pages if page is not None]

    def fetch_uses(self, documents: Iterable[int]) -> None:
        missing = {pk for pk in documents if pk not in self._uses}
        if missing:
            self._uses |= {pk: [] for pk in missing}
            links = Facet.objects.filter(
                name="document",
                value__in=map(str, missing),
                publication__resource=Resource.PAGES,
                publication__live=True,
            )
            for value, pk in links.values_list("value", "publication__object_id"):
                self._uses[int(value)].append(pk)
            self.fetch(Page, {pk for pks in self._uses.values() for pk in pks})

    def glossaries(self, model: type[Page]) -> dict[str, list[Page]]:
        """Return the pages that explain terms, public or not, by their language."""
        if self._glossaries is None:
            self._glossaries = defaultdict(list)
            for page in Page.objects.type(model).order_by("pk"):
                self._glossaries[self.languages[page.locale_id]].append(page)
        return self._glossaries

    # --- Things by number ---------------------------------------------------------

    def get(self, model: type[models.Model], pk: int) -> Any:
        """Return a thing, or None where there is none."""
        if pk not in self._found[model]:
            self.fetch(model, [pk])
        return self._found[model][pk]

    def fetch(self, model: type[models.Model], pks: Iterable[int]) -> None:
        found = self._found[model]
        missing = {pk for pk in pks if pk not in found}
        if missing:
            new = model._default_manager.in_bulk(missing)
            found.update({pk: new.get(pk) for pk in missing})


def paths_above(page: Page) -> list[str]:
    """Return the paths in the tree of the pages above one; none for a new page."""
    return [
        page.path[:end]
        for end in range(Page.steplen, len(page.path or ""), Page.steplen)
    ]


_known: ContextVar[Known | None] = ContextVar("known", default=None)


def known() -> Known:
    """Return what is known here; outside of `knowing`, nothing yet."""
    return _known.get() or Known()


@contextmanager
def knowing(anew: bool = False) -> Iterator[Known]:
    """Keep answers until the end of the block; `anew`, forget those from outside it."""
    current = (None if anew else _known.get()) or Known()
    token = _known.set(current)
    try:
        yield current
    finally:
        _known.reset(token)
