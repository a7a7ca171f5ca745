"""The public form of a thing, and what was touched on the way to it.

A `Renderer` is the context in which schemas are validated (schemas/base.py). It is
the filter of visibility, too: what an anonymous visitor may not see is left out,
and noted all the same, so that its becoming public is followed.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone, translation
from wagtail.models import Page

from cms import images

from .known import knowing, known
from .page_translations import in_language_of
from .parts import part_of
from .pictures import Picture, files_of
from .registry import published_type
from .rendering import Rendering
from .rich_text import public_html
from .schemas import PageDetail, PublicSchema
from .tags import SITE, content_tag, tag_of
from .visibility import why_page_is_not_public


class Renderer:
    """Renders one thing for an anonymous visitor of one locale.

    Afterwards `tags` names all that it touched, `changes_at` the next moment at
    which any of it changes by the clock, `documents` the numbers of the documents
    that the thing itself links to, and `waiting` those of them it may release. `terms`
    has the glossary terms that its texts mark, by number.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.known = known()
        self.tags: set[str] = set()
        self.changes_at: datetime | None = None
        self.documents: set[int] = set()
        self.waiting: dict[int, Any] = {}
        self.terms: dict[int, Any] = {}
        self._inside_card = 0
        self._links: dict[int, dict[str, Any] | None] = {}

    # --- What was touched ---------------------------------------------------------

    def note(self, tag: str) -> None:
        self.tags.add(tag)

    def changes(self, moment: datetime | None) -> None:
        """Note that what is shown changes by itself at a moment to come."""
        if moment is None or moment <= timezone.now():
            return
        if self.changes_at is None or moment < self.changes_at:
            self.changes_at = moment

    @cached_property
    def root_url(self) -> str:
        """Return the site's address, without a slash at its end."""
        self.note(SITE)
        site = self.known.default_site
        return site.root_url if site else settings.WAGTAILADMIN_BASE_URL

    def absolute(self, path: str) -> str:
        return path if "://" in path else f"{self.root_url}{path}"

    # --- Whole things -------------------------------------------------------------

    def detail(self, obj: Any) -> PublicSchema:
        """Return the thing, whole, with the glossary terms that its texts mark."""
        detail = self._form(obj, published_type(type(obj)).detail)
        if self.terms and isinstance(detail, PageDetail):
            detail.explain(self.terms.values())
        return detail

    def _form(self, obj: Any, schema: type[PublicSchema]) -> PublicSchema:
        self.changes(obj.next_change())
        return schema.model_validate(part_of(obj, self), context=self)

    def card(self, page: Page | None) -> PublicSchema | None:
        """Return the short form of another page, or None where lists do not show it."""
        specific = self.content_of(self.localized(page))
        if specific is None or not specific.is_listed:
            return None
        self._inside_card += 1
        try:
            return self._form(specific, published_type(type(specific)).card)
        finally:
            self._inside_card -= 1

    def cards(self, source: Any) -> list[PublicSchema]:
        """Return the short forms of the pages that the source chooses."""
        cards = (self.card(page) for page in source.publish(self))
        return [card for card in cards if card is not None]

    # --- References ---------------------------------------------------------------

    def may_show(self, page: Page) -> bool:
        """Tell whether a visitor may see the page, and note that it was asked."""
        self.note(tag_of(page))
        if why_page_is_not_public(page) is not None:
            # Nor does the age of the answer tell when its expiry is.
            return False
        self.changes(page.expire_at)
        return True

    def content_of(self, page: Page | None) -> Any:
        """Return a page of which more than a link is shown, or None if not public."""
        if page is None or not self.may_show(page):
            return None
        self.note(content_tag(page))
        return page.specific

    def page(self, page: Page | None) -> dict[str, Any] | None:
        """Return a link to the page, or None where it is not public."""
        if page is None:
            return None
        if page.pk not in self._links:
            self._links[page.pk] = self._link(page)
        return self._links[page.pk]

    def _link(self, page: Page) -> dict[str, Any] | None:
        if not self.may_show(page):
            return None
        self.note(SITE)
        links = self.known.links
        if page.pk not in links:
            links[page.pk] = self._form_of_link(page)
        return links[page.pk]

    def _form_of_link(self, page: Page) -> dict[str, Any]:
        _site, root_url, path = self.known.url_parts(page) or (None, "", "")
        return {
            "id": page.pk,
            "type": page.specific_class._meta.label,
            "title": page.title,
            "path": path,
            "url": root_url + path,
            "locale": self.known.languages[page.locale_id],
        }

    def pages(self, pages: Iterable[Page]) -> list[dict[str, Any]]:
        links = (self.page(page) for page in pages)
        return [link for link in links if link is not None]

    def localized(self, page: Page | None) -> Page | None:
        """Return the page that an editor chose, or its public form in this language."""
        return page and in_language_of(self, page)

    def chosen_page(self, page: Page | None) -> dict[str, Any] | None:
        """Return a link to a page that an editor chose, in this language if it is."""
        return self.page(self.localized(page))

    def related_pages(self, manager: Any) -> list[dict[str, Any]]:
        found = (self.localized(item.related) for item in manager.all())
        return self.pages(page for page in found if page is not None)

    def image(self, image: Any) -> dict[str, Any] | None:
        """Return all that is needed to show an image, or None where it is private."""
        place = image if isinstance(image, Picture) else Picture(image)
        if place.image is None:
            return None
        self.note(tag_of(place.image))
        if place.image.why_not_public():
            return None
        return self.image_facts(place.image) | self.words_for(place)

    def words_for(self, place: Picture) -> dict[str, Any]:
        """Return the alternative text of a place, else what the image has for all."""
        if place.alt is not None:
            return {"alt": place.alt, "alt_language": None}
        own = self.known.default_language
        return {
            "alt": place.image.alternative_text,
            "alt_language": None if own == self.locale else own,
        }

    def image_facts(self, image: Any) -> dict[str, Any]:
        self.note(SITE)
        images = self.known.images
        if image.pk not in images:
            images[image.pk] = self._form_of_image(image)
        return images[image.pk]

    def _form_of_image(self, image: Any) -> dict[str, Any]:
        return {
            "id": image.pk,
            "title": image.title,
            "credit": image.credit,
            "url": self.absolute(images.original_path(image)),
            "width": image.width,
            "height": image.height,
            "size": image.file_size,
            "media_type": images.media_type_of(image),
            "focal_point": image.focal_point,
            **files_of(image, self.absolute),
        }

    def document(self, document: Any) -> dict[str, Any] | None:
        """Return a link to a document of this thing, or None where it is not public.

        A document that waits for the page to which it belongs is remembered.
        """
        if document is None:
            return None
        if not self._inside_card and not document.released_at:
            self.waiting[document.pk] = document
        return self.listed_document(document)

    def listed_document(self, document: Any) -> dict[str, Any] | None:
        """Return a link to a document that a list found, or None if not public."""
        self.note(tag_of(document))
        self.changes(document.next_change())
        if document.why_not_public():
            return None
        if not self._inside_card:
            self.documents.add(document.pk)
        self.note(SITE)
        # Its labels are in the language of the thing that links to it.
        key = (document.pk, self.locale)
        if key not in self.known.documents:
            self.known.documents[key] = self._form_of_document(document)
        return self.known.documents[key]

    def _form_of_document(self, document: Any) -> dict[str, Any]:
        return (
            {
                "type": document._meta.label,
            }
            | {
                name: getattr(document, name)
                for name in (
                    *("id", "title", "document_type", "document_type_label"),
                    *("status", "status_label", "document_date", "language"),
                    *("filename", "extension", "media_type", "size", "path"),
                    *("pages", "page_unit"),
                )
            }
            | {
                "url": self.absolute(document.path),
                "download_url": self.absolute(document.download_path),
            }
        )

    def attachments(self, manager: Any) -> list[dict[str, Any]]:
        """Return links to the public ones, in the editor's order, each once."""
        links = (self.document(item.document) for item in manager.all())
        return list({link["id"]: link for link in links if link is not None}.values())

    def snippet(self, snippet: models.Model | None) -> models.Model | None:
        if snippet is not None:
            self.note(tag_of(snippet))
        return snippet

    def snippets(self, manager: Any) -> list[models.Model]:
        found = list(manager.all())
        for snippet in found:
            self.note(tag_of(snippet))
        return found

    # --- Values -------------------------------------------------------------------

    def all(self, manager: Any) -> list[Any]:
        return list(manager.all())

    def value(self, source: Any) -> Any:
        """Return what the source makes of itself."""
        return source.publish(self)

    def rich_text(self, source: str) -> str:
        return public_html(source, self)

    def blocks(self, stream: Any) -> list[dict[str, Any]]:
        """Return the blocks of a body that have something to show."""
        found = (
            {
                "id": child.id or "",
                "type": child.block_type,
                "value": child.block.publish(child.value, self),
            }
            for child in stream
        )
        return [block for block in found if block["value"] is not None]


def render(obj: Any) -> Rendering:
    """Return a thing's public form in its own language."""
    with knowing():
        locale = language_of(obj)
        renderer = Renderer(locale)
        with translation.override(locale):
            detail = renderer.detail(obj)
    return Rendering(renderer, detail, published_type(type(obj)).card)


def language_of(obj: Any) -> str:
    """Return the language in which a thing is labelled; the site's own by default."""
    locale = getattr(obj, "locale", None)
    if locale is not None:
        return locale.language_code
    return known().default_language
