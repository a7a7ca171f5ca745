"""Addresses of this site: what is at them, and whether everybody may know it."""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.encoding import iri_to_uri

from .known import Place, known
from .models import Publication, Resource
from .rich_text import is_permitted

# A thing of the log: its resource and its number.
Thing = tuple[str, int]

# Without one, browsers take the first part of the path for it.
WITH_A_HOST = frozenset({"http", "https"})


def local_path(address: str, hosts: Collection[str]) -> str | None:
    """Return the path of an address on one of our hosts, and None for any other.

    Empty where the address cannot be followed at all.
    """
    if not is_permitted(address):
        return ""
    parts = urlsplit(address)
    if parts.scheme and not parts.netloc:
        return "" if parts.scheme in WITH_A_HOST else None
    if parts.netloc and not validate_host((parts.hostname or "").rstrip("."), hosts):
        return None
    return iri_to_uri(parts.path)


def with_slash(path: str) -> str:
    """Return a path as the log has those of pages."""
    return iri_to_uri(path.rstrip("/") + "/")


def is_public_path(path: str) -> bool:
    """Tell whether there is something public at a path, or nothing that has a name.

    The search, for example, is at an address that tells of no thing.
    """
    if not path:
        return False
    if places_at(path):
        return True
    match = match_of(path)
    thing = numbered(match) if match else None
    if thing is not None:
        resource, number = thing
        rows = Publication.objects.of(resource).live()
        return rows.filter(object_id=number).exists()
    return match is not None and not match.args and not match.kwargs


def thing_at(path: str) -> Thing | None:
    """Return what has this path in the log, or whose number the path has."""
    for resource, number, _site in places_at(path):
        return resource, number
    return thing_named(path)


def thing_named(path: str) -> Thing | None:
    """Return the thing whose number the path has, public or not."""
    match = match_of(path)
    return numbered(match) if match else None


def places_at(path: str) -> list[Place]:
    """Return what the log has at a path, with or without a slash at its end."""
    facts, spellings = known(), [path, with_slash(path)]
    facts.fetch_places(spellings)
    return [place for spelling in spellings for place in facts.places(spelling)]


def numbered(match: ResolverMatch) -> Thing | None:
    """Return the thing that the arguments of a route name."""
    if "document_id" in match.kwargs:
        return Resource.DOCUMENTS, match.kwargs["document_id"]
    if "pk" in match.kwargs:
        is_image = (match.url_name or "").startswith("image")
        return Resource.IMAGES if is_image else Resource.PAGES, match.kwargs["pk"]
    return None


def match_of(path: str) -> ResolverMatch | None:
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            return resolve(path)
        except Resolver404:
            return None
