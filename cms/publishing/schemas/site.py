"""The site itself: what stands on every page around the content."""

from typing import Literal

from .base import PublicSchema
from .references import Link, PageLink


class Agency(PublicSchema):
    """Who is answerable for the site."""

    name: str
    url: str


class Contact(PublicSchema):
    name: str
    email: str
    phone: str
    address: str


class Alert(PublicSchema):
    """A notice to every visitor, shown between its start and its end."""

    kind: Literal["information", "emergency"]
    heading: str
    text: str


class LocaleInfo(PublicSchema):
    code: str
    name: str
    home: PageLink | None


class SiteInfo(PublicSchema):
    """Settings and navigation of one site in one locale."""

    name: str
    tagline: str
    root_url: str
    locale: str
    banner: bool
    demonstration_notice: str
    agency: Agency
    contact: Contact
    navigation: list[Link]
    footer_links: list[Link]
    required_links: list[Link]
    alert: Alert | None
    locales: list[LocaleInfo]
