"""How each type is described: `@describes(NewsDetail)` above a `Described`."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from django.utils.module_loading import autodiscover_modules

from cms.publishing.schemas.site import SiteInfo

from .described import Described, DescribedPage

D = TypeVar("D", bound=type[Described])

_descriptions: dict[type, type[Described]] = {}


def describes(content: type) -> Callable[[D], D]:
    """Declare how the public form of a type is described."""

    def register(description: D) -> D:
        _descriptions[content] = description
        return description

    return register


@cache
def _discover() -> None:
    """Import the `sharing` module of every application."""
    autodiscover_modules("sharing")


def described(content: Any, site: SiteInfo | None) -> Described:
    """Return what is said of a page's content; of an unknown type, what of any page."""
    _discover()
    known = (_descriptions.get(each) for each in type(content).__mro__)
    description = next(filter(None, known), DescribedPage)
    return description(content, site)
