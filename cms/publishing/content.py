"""The public form of things for templates: the same that the API sends."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from .models import Publication, Resource
from .registry import published_type, type_named
from .schemas import PageCard, PublicSchema
from .schemas.site import SiteInfo


def public_content(request: HttpRequest, obj: Any, stored: bool = True) -> PublicSchema:
    """Return the whole public form of a page or document, for a page that shows it.

    From the log where it is there; rendered now for a draft or a private page,
    whose reader may see the thing itself, but around it no more than others do.
    """
    from .render import render

    published = published_type(type(obj))
    row = None
    if stored:
        rows = Publication.objects.of(published.resource).live()
        row = rows.filter(object_id=obj.pk).only("body").first()
    if row:
        return published.detail.model_validate_json(row.body)
    request.is_rendered_now = True  # type: ignore[attr-defined]
    return render(obj).detail


def is_rendered_now(request: HttpRequest) -> bool:
    """Tell whether a page shows what the log does not have: nothing tells its end."""
    return getattr(request, "is_rendered_now", False)


def show_alone(request: HttpRequest, obj: Any) -> None:
    """Note that a page shows one thing and the site around it: nothing else of the log.

    It stays the same, then, while both do, whatever else is published.
    """
    resource = published_type(type(obj)).resource
    request.shown_alone = (str(resource), obj.pk)  # type: ignore[attr-defined]


def shown_alone(request: HttpRequest) -> tuple[str, int] | None:
    """Return resource and number of the one thing that a page was said to show."""
    return getattr(request, "shown_alone", None)


def cards(publications: Iterable[Publication]) -> list[PublicSchema]:
    """Return the short public forms of rows of the log."""
    return [type_named(p.type).card.model_validate_json(p.card) for p in publications]


def only_page(type_name: str, language: str) -> PageCard | None:
    """Return the card of the one page of a type in a language, else in any.

    None where no such page is public.
    """
    rows = Publication.objects.listed().of(Resource.PAGES).filter(type=type_name)
    found: list[PageCard] = cards(rows.order_by("object_id").lists())  # type: ignore[assignment]
    own = (card for card in found if card.meta.locale == language)
    return next(own, found[0] if found else None)


def site_info(request: HttpRequest | None) -> SiteInfo | None:
    """Return what stands around the content, in the active language.

    None where the site has no public home page yet.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    rows = Publication.objects.of(Resource.SITE).live().filter(site_id=site.pk)
    by_locale = {row.locale: row for row in rows}
    own = by_locale.get(translation.get_language() or "")
    row = own or next(iter(by_locale.values()), None)
    return SiteInfo.model_validate_json(row.body) if row else None


def site_context(request: HttpRequest) -> dict[str, Any]:
    """Give templates `site_info`, read when it is first asked for."""
    return {"site_info": SimpleLazyObject(lambda: site_info(request))}
