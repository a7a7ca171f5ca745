"""Public properties that a thing has only as a part of the site.

The schemas read attributes. What needs the renderer (links to ancestors, addresses,
places of use) is added to a model instance here, without burdening the model.
"""

from functools import cached_property
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from .models import Resource
from .page_translations import language_of_words, translations_of
from .part import Part, in_utc
from .registry import published_type
from .site_part import SitePart
from .tags import SITE, tag_named, uses_tag


class PagePart(Part):
    @cached_property
    def link(self) -> dict[str, Any]:
        """Return the page's own address, which a draft has as well."""
        self.renderer.note(SITE)
        _site, root_url, path = self.renderer.known.url_parts(self.obj) or (
            None,
            "",
            "",
        )
        return {"path": path or "", "url": f"{root_url}{path}"}

    @property
    def meta(self) -> dict[str, Any]:
        page = self.obj
        return {
            "type": page._meta.label,
            "detail_url": self.detail_url(Resource.PAGES),
            "html_url": self.link["url"],
            "path": self.link["path"],
            "slug": page.slug,
            "locale": page.locale.language_code,
            "language": language_of_words(page),
            "parent": self.breadcrumbs[-1] if self.breadcrumbs else None,
            "show_in_menus": page.show_in_menus,
            "seo_title": page.seo_title,
            "search_description": page.search_description,
            "date": in_utc(page.dated_at),
            "first_published_at": page.first_published_at,
            "last_published_at": page.last_published_at,
            "public_updated_at": page.public_updated_at,
        }

    @cached_property
    def breadcrumbs(self) -> list[dict[str, Any]]:
        above = self.renderer.known.ancestors(self.obj)
        return self.renderer.pages(page for page in above if not page.is_root())

    @property
    def translations(self) -> list[dict[str, Any]]:
        return self.renderer.pages(translations_of(self.renderer, self.obj))


class ImagePart(Part):
    def __getattr__(self, name: str) -> Any:
        facts = self.facts
        return facts[name] if name in facts else getattr(self.obj, name)

    @cached_property
    def facts(self) -> dict[str, Any]:
        return self.renderer.image_facts(self.obj)

    @property
    def alt(self) -> str:
        return self.obj.alternative_text

    @property
    def meta(self) -> dict[str, Any]:
        return {
            "type": self.obj._meta.label,
            "detail_url": self.detail_url(Resource.IMAGES),
            "download_url": self.facts["url"],
            "date": in_utc(self.obj.dated_at),
            "first_published_at": self.obj.created_at,
        }


class DocumentPart(Part):
    @property
    def meta(self) -> dict[str, Any]:
        document = self.obj
        return {
            "type": document._meta.label,
            "detail_url": self.detail_url(Resource.DOCUMENTS),
            "html_url": self.renderer.absolute(document.path),
            "path": document.path,
            "download_url": self.renderer.absolute(document.download_path),
            "slug": document.slug,
            "locale": document.language,
            "date": in_utc(document.dated_at),
            "first_published_at": document.released_at,
            "last_published_at": document.updated_at,
            "public_updated_at": document.public_updated_at,
        }

    @property
    def versions(self) -> list[dict[str, Any]]:
        """Return the public forms of the versions, each at its address."""
        return [
            version.public_form
            | {"download_url": self.renderer.absolute(version.download_path)}
            for version in self.obj.public_versions
        ]

    @property
    def cover(self) -> dict[str, Any] | None:
        """Return the picture of the first page, where there is one to be seen."""
        version = self.obj.cover_version
        return version and {
            "url": self.renderer.absolute(version.cover_path),
            "width": version.thumbnail_width,
            "height": version.thumbnail_height,
            "alt": self.obj.cover_alt,
        }

    @property
    def used_on(self) -> list[dict[str, Any]]:
        """Return the public pages that link to the document, by title."""
        self.renderer.note(uses_tag(self.obj.pk))
        pages = self.renderer.known.uses(self.obj.pk)
        return self.renderer.pages(sorted(pages, key=lambda p: (p.title, p.pk)))


class SnippetPart(Part):
    @property
    def meta(self) -> dict[str, Any]:
        published = published_type(type(self.obj))
        locale = getattr(self.obj, "locale", None)
        return {
            "type": published.name,
            "detail_url": self.detail_url(published.resource),
            "locale": locale.language_code if locale else None,
        }


class RedirectPart(Part):
    @property
    def page(self) -> Page | None:
        """Return the page to which it leads; what else it leads to is noted."""
        resource, number = self.obj.target or ("", 0)
        if resource == Resource.DOCUMENTS:
            self.renderer.note(tag_named(get_document_model(), number))
        elif resource == Resource.IMAGES:
            self.renderer.note(tag_named(get_image_model(), number))
        page: Page | None = self.obj.page
        return page

    @property
    def permanent(self) -> bool:
        return bool(self.obj.stored.is_permanent)

    @property
    def site(self) -> str | None:
        return self.obj.site.root_url if self.obj.site else None

    @property
    def meta(self) -> dict[str, Any]:
        return {
            "type": published_type(type(self.obj)).name,
            "detail_url": self.detail_url(Resource.REDIRECTS),
            "path": self.obj.old_path,
            "date": in_utc(self.obj.dated_at),
            "locale": self.renderer.locale if self.obj.locale else None,
        }


def part_of(obj: Any, renderer: Any) -> Part:
    """Return a thing as a part of the site."""
    return PARTS.get(published_type(type(obj)).resource, SnippetPart)(obj, renderer)


PARTS: dict[str, type[Part]] = {
    Resource.PAGES: PagePart,
    Resource.IMAGES: ImagePart,
    Resource.DOCUMENTS: DocumentPart,
    Resource.REDIRECTS: RedirectPart,
    Resource.SITE: SitePart,
}
