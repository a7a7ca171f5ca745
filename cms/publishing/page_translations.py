"""Which page of a reader's language stands for one that an editor chose."""

from typing import Any

from wagtail.models import Page

from .tags import translation_tag


def in_language_of(renderer: Any, page: Page) -> Page:
    """Return the public page in the language that is rendered, else the page itself.

    Only for pages of the site's own language in another one: a translation is kept in
    step with its source, and leads to where that does. What an editor chose in any
    other language was meant.
    """
    known = renderer.known
    own = known.default_language
    if renderer.locale == own or known.languages[page.locale_id] != own:
        return page
    renderer.note(translation_tag(page))
    for other in known.translations(page):
        is_readers = known.languages[other.locale_id] == renderer.locale
        if is_readers and renderer.may_show(other):
            return other
    return page
