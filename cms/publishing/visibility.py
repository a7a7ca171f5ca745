"""Whether an anonymous visitor may see a thing, asked of the database each time."""

from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from .models import Reason


def is_page_restricted(page: Page) -> bool:
    """Tell whether this page or a page above it is behind a view restriction."""
    # Most sites have none at all, and asking that is quicker than walking up.
    if not PageViewRestriction.objects.exists():
        return False
    return page.get_view_restrictions().exists()


def has_page_expired(page: Page) -> bool:
    """Tell whether the expiry has passed, even if nobody has unpublished it yet."""
    return page.expired or (
        page.expire_at is not None and page.expire_at <= timezone.now()
    )


def why_page_is_not_public(page: Page) -> Reason | None:
    """Return the reason, or None where everybody may see the page."""
    if has_page_expired(page):
        return Reason.EXPIRED
    if not page.live or page.get_url_parts() is None:
        return Reason.UNPUBLISHED
    return Reason.RESTRICTED if is_page_restricted(page) else None


def is_collection_public(collection_id: int) -> bool:
    """Tell whether neither this collection nor one above it is restricted."""
    restricted = list(
        CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    )
    if not restricted:
        return True
    path = Collection.objects.values_list("path", flat=True).get(pk=collection_id)
    return not any(path.startswith(above) for above in restricted)
