"""Redirects: an old address, and where it leads if that is public."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect as StoredRedirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from .addresses import (
    Thing,
    is_public_path,
    local_path,
    thing_at,
    thing_named,
    with_slash,
)
from .known import known
from .models import Publication, Reason, Resource
from .tags import numbers_in, paths_in
from .visibility import why_page_is_not_public

# A page, the path at which it was, and the number of the site.
FormerAddress = tuple[Any, str, int | None]

MAX_OLD_PATH = StoredRedirect._meta.get_field("old_path").max_length or 0


class Redirect:
    """One of Wagtail's redirects, as the log sees it.

    It is public while its target is, and while no page stands in its place: a page
    goes before a redirect from its path.
    """

    is_listed = True

    def __init__(self, stored: StoredRedirect) -> None:
        self.stored = stored
        self.pk = self.id = stored.pk
        self.title = self.old_path = stored.old_path
        self.site: Site | None = stored.site

    @classmethod
    def load_many(cls, numbers: Sequence[int]) -> Iterator["Redirect"]:
        stored = StoredRedirect.objects.select_related(
            *("site", "redirect_page__locale")
        )
        redirects = [cls(one) for one in stored.filter(pk__in=numbers)]
        known().fetch_places(path for one in redirects for path in one.paths())
        targets = (one.target for one in redirects if not one.stored.redirect_page_id)
        pages = [pk for kind, pk in filter(None, targets) if kind == Resource.PAGES]
        known().fetch(Page, pages)
        found = (one.page for one in redirects if one.page is not None)
        prefetch_related_objects(list(found), "locale")
        yield from redirects

    @property
    def dated_at(self) -> datetime | None:
        return self.stored.created_at

    @property
    def location(self) -> str:
        return self.stored.link

    @cached_property
    def link_path(self) -> str | None:
        return local_path(self.stored.redirect_link, known().hosts)

    def paths(self) -> Iterator[str]:
        """Yield the paths for which it asks the log."""
        yield with_slash(self.old_path)
        if self.stored.redirect_link and self.link_path:
            yield from (self.link_path, with_slash(self.link_path))

    @cached_property
    def target(self) -> Thing | None:
        """Return the thing of this site to which it leads."""
        if self.stored.redirect_page_id:
            return Resource.PAGES, self.stored.redirect_page_id
        return thing_at(self.link_path) if self.link_path else None

    @cached_property
    def page(self) -> Page | None:
        if self.stored.redirect_page_id:
            return self.stored.redirect_page
        resource, number = self.target or ("", 0)
        found: Page | None = None
        if resource == Resource.PAGES:
            found = known().get(Page, number)
        return found

    @property
    def locale(self) -> Locale | None:
        """Return the language of the page to which it leads."""
        return self.page.locale if self.page else None

    def why_not_public(self) -> Reason | None:
        if self.stored.redirect_page_id:
            return why_page_is_not_public(self.page) or self.why_not_followed()
        return self.why_link_is_hidden() or self.why_not_followed()

    def why_link_is_hidden(self) -> Reason | None:
        """Return a reason that tells nothing: whose address it is may be private."""
        may_be_told = self.link_path is None or is_public_path(self.link_path)
        return None if may_be_told else Reason.RESTRICTED

    def why_not_followed(self) -> Reason | None:
        """Return a reason where a page stands at the old path."""
        sites = {
            site
            for resource, _number, site in known().places(with_slash(self.old_path))
            if resource == Resource.PAGES
        }
        is_taken = self.site.pk in sites if self.site else bool(sites)
        return Reason.UNUSED if is_taken else None

    def next_change(self) -> datetime | None:
        return self.page.expire_at if self.page else None

    def list_tags(self) -> set[str]:
        return set()

    def public_facets(self) -> Iterable[tuple[str, str]]:
        return ()


def redirects_by(tags: Collection[str]) -> list[Thing]:
    """Return the redirects that a change of things may bring or take away.

    They lead to one of these things, or have the path that a page has or had: one that
    is not public yet has no tags by which it would be found.
    """
    things = things_in(tags)
    if not things or not StoredRedirect.objects.exists():
        return []
    pages = {number for resource, number in things if resource == Resource.PAGES}
    paths = paths_of(pages) | {path.rstrip("/") for path in paths_in(tags)}
    old_paths = {uri_to_iri(path) for path in paths}
    by_page, by_path = Q(redirect_page__in=pages), Q(old_path__in=old_paths)
    found = StoredRedirect.objects.filter(by_page | by_path)
    keys = {*found.values_list("pk", flat=True), *linked_to(things, paths)}
    return [(Resource.REDIRECTS, key) for key in sorted(keys)]


def things_in(tags: Collection[str]) -> set[Thing]:
    """Return what a redirect may lead to, of the things that have these names."""
    kinds = {
        Resource.PAGES: "page",
        Resource.DOCUMENTS: get_document_model()._meta.label_lower,
        Resource.IMAGES: get_image_model()._meta.label_lower,
    }
    return {
        (str(resource), number)
        for resource, kind in kinds.items()
        for number in numbers_in(tags, kind)
    }


def paths_of(pages: Iterable[int]) -> set[str]:
    """Return where pages are and were, without a slash at the end."""
    rows = Publication.objects.of(Resource.PAGES).filter(object_id__in=pages)
    both = rows.values_list("path", "old_path")
    return {path.rstrip("/") for pair in both for path in pair if path}


def linked_to(things: set[Thing], paths: set[str]) -> Iterator[int]:
    """Yield the redirects with the address of one of these things, or of these paths.

    A file is found by the number in its address, also while it is not in the log.
    """
    stored = StoredRedirect.objects.exclude(redirect_link="")
    links = list(stored.values_list("pk", "redirect_link"))
    hosts = known().hosts if links else ()
    numbers = {str(number) for _resource, number in things}
    for key, link in links:
        path = local_path(link, hosts)
        if not path:
            continue
        may_be_one = not numbers.isdisjoint(re.findall("[0-9]+", path))
        if path.rstrip("/") in paths or (may_be_one and thing_named(path) in things):
            yield key


def keep_addresses(moved: Iterable[FormerAddress]) -> None:
    """Let paths at which pages were public lead to where these are from now on.

    What an editor has entered for a path stays.
    """
    made = {}
    for thing, path, site_id in moved:
        old_path = StoredRedirect.normalise_path(path)
        if has_left(thing, path) and len(old_path) <= MAX_OLD_PATH:
            made[old_path, site_id] = StoredRedirect(
                old_path=old_path,
                site_id=site_id,
                redirect_page_id=thing.pk,
                automatically_created=True,
            )
    # By SQL, without signals: the log follows once the pages themselves are written.
    save_redirects(made)


def has_left(thing: Any, path: str) -> bool:
    """Tell whether a thing is a page that has another address than this."""
    parts = known().url_parts(thing) if path and isinstance(thing, Page) else None
    return parts is not None and parts[2] != path


def save_redirects(made: dict[tuple[str, int | None], StoredRedirect]) -> None:
    """Write redirects, over those alone that were made by a move as well.

    An editor's redirect for all sites is one for the site of the page, too.
    """
    if not made:
        return
    old_paths = {old_path for old_path, _site in made}
    there = list(StoredRedirect.objects.filter(old_path__in=old_paths))
    entered = [one for one in there if not one.automatically_created]
    taken = {one.old_path for one in entered if one.site_id is None}
    made = {key: one for key, one in made.items() if key[0] not in taken}
    for one in there:
        wanted = made.pop((one.old_path, one.site_id), None)
        if wanted is not None and one.automatically_created:
            target = wanted.redirect_page_id
            StoredRedirect.objects.filter(pk=one.pk).update(redirect_page=target)
    StoredRedirect.objects.bulk_create(made.values(), ignore_conflicts=True)
