"""The same page in another language: what differs in its address, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from cms.publishing.schemas.site import SiteInfo


@dataclass(frozen=True)
class Alternate:
    """A page in a language that is not the reader's; `url` is absolute."""

    locale: str
    path: str
    url: str


def path_in(language: str, path: str) -> str:
    """Return a path of the site's own language as it is in another one.

    For what Django's `i18n_patterns` has in each language; pages of Wagtail have
    addresses of their own in each.
    """
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


def active_language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def alternates_of(path: str, site: SiteInfo | None) -> list[Alternate]:
    """Return where a path of the site's own language is in the reader's other ones."""
    return list(_alternates_of(path, site)) if site else []


def _alternates_of(path: str, site: SiteInfo) -> Iterator[Alternate]:
    for locale in site.locales:
        if locale.code != active_language():
            found = path_in(locale.code, path)
            yield Alternate(locale.code, found, f"{site.root_url}{found}")
