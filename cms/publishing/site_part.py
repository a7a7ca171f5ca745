"""What stands around the content, as its readers of one language get it."""

from functools import cached_property
from typing import Any, get_args

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.language_names import name_within_sentence

from .part import Part, in_utc
from .schemas.site import TranslatedWords
from .tags import translation_tag


class SitePart(Part):
    def __getattr__(self, name: str) -> Any:
        return getattr(self.obj.settings, name)

    @property
    def name(self) -> str:
        return self.obj.title

    @property
    def root_url(self) -> str:
        return self.obj.site.root_url

    @property
    def locale(self) -> str:
        return self.obj.home.locale.language_code

    @property
    def agency(self) -> dict[str, str]:
        return {"name": self.words("agency_name"), "url": self.agency_url}

    @property
    def contact(self) -> dict[str, str]:
        contact: dict[str, str] = self.obj.settings.contact_in(self.locale)
        return contact

    @cached_property
    def translation(self) -> Any:
        return self.obj.settings.translation(self.locale)

    def words(self, name: str) -> str:
        """Return a text of the settings, in the reader's language where it has it."""
        text: str = self.obj.settings.words(name, self.locale)
        return text

    @property
    def untranslated(self) -> list[str]:
        """Return which texts are in the site's own language for want of another."""
        if self.locale == self.own_language:
            return []
        return [
            name
            for name in get_args(TranslatedWords)
            if getattr(self.obj.settings, name)
            and not getattr(self.translation, name, "")
        ]

    @property
    def own_language(self) -> str:
        language: str = self.obj.site.root_page.locale.language_code
        return language

    @property
    def tagline(self) -> str:
        return self.words("tagline")

    @property
    def demonstration_notice(self) -> str:
        return self.words("demonstration_notice")

    @property
    def alert(self) -> dict[str, str] | None:
        if not self.alert_is_on:
            return None
        is_translated = getattr(self.translation, "alert_heading", "")
        return {
            "kind": self.alert_kind,
            "heading": self.words("alert_heading"),
            "text": self.words("alert_text"),
            "language": self.locale if is_translated else self.own_language,
        }

    @property
    def translation_notice(self) -> dict[str, str] | None:
        """Return the notice in the reader's language, which is the active one."""
        official = self.authoritative_language
        if not official or official == self.locale:
            return None
        words = {"language": name_within_sentence(official)}
        own = getattr(self.translation, "translation_notice", "")
        said = _(
            "This page is a translation. Where the two differ, the version in "
            "%(language)s is the official one."
        )
        return {
            "language": official,
            "text": own or said % words,
            "link_text": _("Read the version in %(language)s") % words,
        }

    @property
    def security(self) -> dict[str, Any] | None:
        expires_at = self.security_expires_at
        return expires_at and {
            "contact": self.security_address,
            "expires": in_utc(expires_at),
            "policy": self.disclosure_policy,
            "languages": self.report_languages,
        }

    @property
    def disclosure_policy(self) -> str:
        found = next(iter(self.links(self.obj.settings.disclosure_links)), None)
        return self.renderer.absolute(found["url"]) if found else ""

    @property
    def navigation(self) -> list[dict[str, Any]]:
        return self.links(self.obj.settings.navigation)

    @property
    def footer_links(self) -> list[dict[str, Any]]:
        return self.links(self.obj.settings.footer_links)

    @property
    def required_links(self) -> list[dict[str, Any]]:
        return self.links(self.obj.settings.required_links)

    def links(self, manager: Any) -> list[dict[str, Any]]:
        links = (self.link(item) for item in manager.select_related("page__locale"))
        return [link for link in links if link is not None]

    def link(self, item: Any) -> dict[str, Any] | None:
        """Return the link in the reader's language, where it leads to a public page."""
        if item.page is None:
            return {"kind": "external", "label": item.words, "url": item.url}
        translated, label = self.in_locale(item.page), item.words
        page = self.renderer.page(translated) or self.renderer.page(item.page)
        if page is None:
            return None
        # A label is in the language of the page that was chosen.
        if not label or (item.label and page["id"] != item.page.pk):
            label = page["title"]
        return {"kind": "page", "label": label, "url": page["path"], "page": page}

    def in_locale(self, page: Page) -> Page | None:
        self.renderer.note(translation_tag(page))
        if page.locale_id == self.obj.home.locale_id:
            return page
        return page.get_translation_or_none(self.obj.home.locale)

    @property
    def locales(self) -> list[dict[str, Any]]:
        """Return the languages in which the site has a public home page."""
        names = dict(settings.LANGUAGES)
        homes = self.obj.site.root_page.get_translations(inclusive=True)
        self.renderer.note(translation_tag(self.obj.home))
        links = self.renderer.pages(homes.select_related("locale").order_by("pk"))
        return [
            {"code": link["locale"], "name": names[link["locale"]], "home": link}
            for link in links
        ]
