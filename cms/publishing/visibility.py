"""Whether an anonymous visitor may see a thing, asked of the database each time.

While the log is written, restrictions and sites are asked for once a batch (known.py).
"""

from django.utils import timezone
from django.utils.translation import get_language_from_path
from wagtail.models import Page

from .known import Known, known
from .models import Reason


def is_page_restricted(page: Page) -> bool:
    """Tell whether this page or a page above it is behind a view restriction.

    An alias is where its source is, as Wagtail has it.
    """
    facts = known()
    # Most sites have no restriction at all: then there is no need to walk up.
    if not facts.restricted_pages:
        return False
    places = [page, *facts.ancestors(page)]
    return any(source_of(place, facts) in facts.restricted_pages for place in places)


def source_of(page: Page, facts: Known) -> int:
    """Return the number of the page itself, or of the one of which it is an alias."""
    while page.alias_of_id is not None:
        page = facts.get(Page, page.alias_of_id)
    return page.pk


def has_page_expired(page: Page) -> bool:
    """Tell whether the expiry has passed, even if nobody has unpublished it yet."""
    return page.expired or (
        page.expire_at is not None and page.expire_at <= timezone.now()
    )


def has_no_way(page: Page) -> bool:
    """Tell whether a page cannot be reached, nor has an address.

    In another language than the site's own, pages are found below the home page of
    that language alone, and only while that is public.
    """
    facts = known()
    parts = facts.url_parts(page)
    if parts is None:
        return True
    if not get_language_from_path(parts[2]):
        return False
    places = [page, *facts.ancestors(page)]
    return any(not p.live and p.translation_key in facts.homes for p in places)


def why_page_is_not_public(page: Page) -> Reason | None:
    """Return the reason, or None where everybody may see the page."""
    if has_page_expired(page):
        return Reason.EXPIRED
    if not page.live or has_no_way(page):
        return Reason.UNPUBLISHED
    return Reason.RESTRICTED if is_page_restricted(page) else None


def is_collection_public(collection_id: int) -> bool:
    """Tell whether neither this collection nor one above it is restricted."""
    return collection_id not in known().private_collections
