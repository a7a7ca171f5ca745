"""Which page of a language stands for another, and which one is only in its place.

An alias in the tree of a language has the words of its source, until somebody
translates it: it is a page of that tree, and no translation.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from .known import known
from .tags import content_tag, translation_tag


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


def source_in_other_language(page: Page) -> Page | None:
    """Return the page whose words an alias has that nobody has translated yet."""
    if page.alias_of_id is None:
        return None
    found = (p for p in known().translations(page) if p.pk == page.alias_of_id)
    return next(found, None)


def language_of_words(page: Page) -> str:
    """Return the code of the language in which a page is written."""
    source = source_in_other_language(page)
    return language_of_words(source) if source else known().languages[page.locale_id]


def translations_of(renderer: Any, page: Page) -> Iterable[Page]:
    """Yield the page in its other languages, and note the aliases among them."""
    renderer.note(translation_tag(page))
    for other in renderer.known.translations(page):
        if source_in_other_language(other) is None:
            yield other
        else:
            # Translating it may leave its title and address as they are.
            renderer.note(content_tag(other))
