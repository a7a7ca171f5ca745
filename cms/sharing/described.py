"""A page as others are told of it: title, description, picture, things."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cms.publishing.schemas import PageDetail
from cms.publishing.schemas.site import SiteInfo

from .around import home_url, organization, organization_id, website, website_id
from .pictures import Drawing, SharedPicture, own_picture
from .things import Thing, reference, thing

SHORTEST_TITLE, SHORTEST_DESCRIPTION = 20, 50
# Whose programs the site is for: Open Graph has no language without a country.
COUNTRY = "US"
FIELD = Drawing("cms/social/site.png", gettext_lazy("Drawing of a field below hills."))


@dataclass(frozen=True)
class Crumb:
    """A place on the way to a page; the address is absolute."""

    title: str
    url: str


class Described:
    """What is shown at an address, and what is said of it.

    `content` is its public form: whatever has a title, a summary and `meta` with an
    address. `number` is that of the page of a list.
    """

    drawing: ClassVar[Drawing] = FIELD
    is_article: ClassVar[bool] = False
    is_indexed: ClassVar[bool] = True
    # The type of schema.org for the page itself.
    page_type: ClassVar[str] = "WebPage"

    def __init__(self, content: Any, site: SiteInfo | None, number: int = 1) -> None:
        self.content = content
        self.site = site
        self.number = number

    # --- Addresses --------------------------------------------------------------------

    @property
    def root_url(self) -> str:
        return self.site.root_url if self.site else ""

    @property
    def url(self) -> str:
        """Return the one address under which others shall know what is shown."""
        address: str = self.content.meta.html_url
        return address if self.number == 1 else f"{address}?page={self.number}"

    @property
    def language(self) -> str:
        """Return the language of the page around the content."""
        return get_language() or "en"

    @property
    def locale_name(self) -> str:
        """Return the language with the country of the site, as Open Graph has it."""
        return f"{self.language}_{COUNTRY}"

    @cached_property
    def crumbs(self) -> list[Crumb]:
        """Return the way to the page from home, which it does not include."""
        return [Crumb(self.site.name, home_url(self.site))] if self.site else []

    # --- Words ------------------------------------------------------------------------

    @property
    def title(self) -> str:
        title: str = self.content.title
        return title

    @property
    def kind(self) -> str:
        """Return what stands after the title: the section in which the page is."""
        return self.crumbs[-1].title if len(self.crumbs) > 1 else ""

    @property
    def title_parts(self) -> list[str]:
        """Return what tells the page from any other, its own title first."""
        number = _("Page %(number)s") % {"number": self.number}
        parts = (self.title, number if self.number > 1 else "", self.kind)
        return [part for part in parts if part]

    @property
    def full_title(self) -> str:
        return full_title(self.title_parts, self.site)

    @property
    def summary(self) -> str:
        """Return what the page is about, in a sentence or two."""
        summary: str = self.content.summary
        return summary

    @property
    def description(self) -> str:
        """Return what search engines show below the title."""
        parts = [" ".join(self.summary.split())]
        if self.number > 1:
            parts.append(_("Page %(number)s") % {"number": self.number} + ".")
        return " ".join(filter(None, parts))

    # --- Pictures and dates -----------------------------------------------------------

    @cached_property
    def own_picture(self) -> SharedPicture | None:
        return own_picture(self.content)

    @property
    def picture(self) -> SharedPicture:
        """Return the picture beside a link to the page."""
        return self.own_picture or self.drawing.at(self.root_url)

    @property
    def published_at(self) -> datetime | None:
        return getattr(self.content.meta, "first_published_at", None)

    @property
    def changed_at(self) -> datetime | None:
        return getattr(self.content.meta, "public_updated_at", None)

    # --- Things -----------------------------------------------------------------------

    def things(self) -> Iterator[Thing]:
        """Yield the things of the page, each of which may refer to the others."""
        if self.site is None:
            return
        yield organization(self.site)
        yield website(self.site)
        yield self.page_of(self.site)
        if self.crumbs and self.crumbs[0].url != self.url:
            yield self.trail
        if about := self.about():
            yield about

    def about(self) -> Thing | None:
        """Return what the page is about, if that is more than a page."""
        return None

    @property
    def about_id(self) -> str:
        return f"{self.url}#about"

    def page_of(self, site: SiteInfo) -> Thing:
        about = self.about()
        return thing(
            self.page_type,
            id=self.url,
            url=self.url,
            name=self.title,
            description=self.description,
            inLanguage=self.language,
            isPartOf=reference(website_id(site)),
            publisher=reference(organization_id(site)),
            datePublished=self.published_at,
            dateModified=self.changed_at,
            primaryImageOfPage=self.image if self.own_picture else None,
            mainEntity=reference(self.about_id) if about else None,
        )

    @property
    def image(self) -> Thing:
        picture = self.picture
        return thing(
            "ImageObject",
            url=picture.url,
            width=picture.width,
            height=picture.height,
            caption=picture.alt,
        )

    @property
    def trail(self) -> Thing:
        """Return the way to the page as search engines show it."""
        way = [*self.crumbs, Crumb(self.title, self.url)]
        return thing(
            "BreadcrumbList",
            itemListElement=[
                thing("ListItem", position=place, name=crumb.title, item=crumb.url)
                for place, crumb in enumerate(way, start=1)
            ],
        )

    @property
    def publisher(self) -> Thing | None:
        return reference(organization_id(self.site)) if self.site else None


class DescribedPage(Described):
    """A page of the tree."""

    content: PageDetail

    @property
    def url(self) -> str:
        """Return its address, or that of the page whose words it still has."""
        meta = self.content.meta
        sources = self.content.translations if meta.language != meta.locale else []
        found = (link.url for link in sources if link.locale == meta.language)
        return next(found, super().url)

    @property
    def language(self) -> str:
        return self.content.meta.language

    @property
    def title_parts(self) -> list[str]:
        own, *others = super().title_parts
        return [self.content.meta.seo_title or own, *others]

    @property
    def summary(self) -> str:
        """Return what the editor wrote for search engines, or else for readers."""
        content = self.content
        described = content.meta.search_description or content.summary
        return described or getattr(content, "lead", "")

    @cached_property
    def crumbs(self) -> list[Crumb]:
        return [Crumb(link.title, link.url) for link in self.content.breadcrumbs]


def full_title(parts: list[str], site: SiteInfo | None) -> str:
    """Return the title of a page with where it is; never shorter than it need be."""
    if not site:  # It is read only now, and may not be there.
        return " | ".join(parts)
    whole = " | ".join(dict.fromkeys([*parts, *filter(None, [site.name])]))
    for more in filter(None, (site.tagline, site.agency.name)):
        if len(whole) >= SHORTEST_TITLE:
            break
        whole = f"{whole} | {more}"
    return whole
