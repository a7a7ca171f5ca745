"""The site itself: what stands on every page around the content."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from .base import PublicSchema
from .references import Link, PageLink

# Texts of the settings that may be in each language.
TranslatedWords = Literal[
    "tagline", "demonstration_notice", "agency_name", "contact_name"
]


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
    language: str = Field(
        description="Of the words: the site's own where they are not translated.",
        examples=["en"],
    )


class SecurityPolicy(PublicSchema):
    """Where weaknesses of the site are reported, as in its `security.txt`."""

    contact: str = Field(examples=["mailto:security@example.org"])
    expires: datetime = Field(description="By when this was looked at again.")
    policy: str = Field(
        description="Absolute address of what is asked of those who report; empty "
        "where there is none."
    )
    languages: list[str] = Field(description="In which reports are read.")


class TranslationNotice(PublicSchema):
    """What translated pages say of the version that counts."""

    language: str = Field(description="Of the version that counts.", examples=["en"])
    text: str
    link_text: str = Field(description="For the link to the page in that language.")


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
    banner: bool = Field(
        description="Whether this is an official website of the United States "
        "government. Show so only at an address that ends in `.gov` or `.mil`."
    )
    demonstration_notice: str
    agency: Agency
    contact: Contact
    navigation: list[Link]
    footer_links: list[Link]
    required_links: list[Link] = Field(
        description="What a federal website must link to, in its identifier."
    )
    alert: Alert | None
    security: SecurityPolicy | None = Field(
        description="Null where nobody is named to report to."
    )
    translation_notice: TranslationNotice | None = Field(
        description="For pages that are translations; null in the official language."
    )
    untranslated: list[TranslatedWords] = Field(
        description="Which of these texts are in the site's own language, for want of "
        "a translation into this one."
    )
    locales: list[LocaleInfo]
