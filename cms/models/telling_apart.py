"""By what search engines tell a page from others: no two may say the same."""

from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet


def errors_of_likeness(page: Page) -> dict[str, str]:
    """Return which words of a page another public page has, as messages by field.

    An alias says what its source does, and is not asked.
    """
    if page.alias_of_id is not None:
        return {}
    errors = {}
    if other := same_title(page):
        errors["title"] = (
            f"“{other.title}” has the same title, and search engines could not tell "
            "the two apart. Change it, or give this page a title tag of its own under "
            "“Promote”."
        )
    if other := same_description(page):
        errors["search_description"] = (
            f"“{other.title}” has the same description. Say what is found on this page "
            "alone."
        )
    return errors


def same_title(page: Page) -> Page | None:
    """Return a public page of the same kind under the same title, if there is one."""
    title = page.seo_title or page.title
    same = Q(seo_title=title) | Q(seo_title="", title=title)
    return others(page).filter(same, content_type=page.cached_content_type).first()


def same_description(page: Page) -> Page | None:
    described = page.search_description.strip()
    same = others(page).filter(search_description=described)
    return same.first() if described else None


def others(page: Page) -> PageQuerySet:
    found = Page.objects.live().filter(locale=page.locale_id, alias_of=None)
    return found.exclude(pk=page.pk)
