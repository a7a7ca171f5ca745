"""The site in the words of schema.org: who is behind it, and how it is searched."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse

from cms.publishing.schemas.site import SiteInfo

from .things import Thing, reference, thing


def organization_id(site: SiteInfo) -> str:
    return f"{site.root_url}/#organization"


def website_id(site: SiteInfo) -> str:
    """Return the address, among things, of the site in its language."""
    return f"{home_url(site)}#website"


def home_url(site: SiteInfo) -> str:
    homes = (locale.home for locale in site.locales if locale.code == site.locale)
    home = next(homes, None)
    return home.url if home else f"{site.root_url}/"


def organization(site: SiteInfo) -> Thing:
    """Return who is answerable for the site: the agency, or the site itself."""
    agency = site.agency
    logo = "" if agency.name else f"{site.root_url}{static('cms/icon.svg')}"
    return thing(
        "Organization",
        id=organization_id(site),
        name=agency.name or site.name,
        url=(agency.url if agency.name else "") or f"{site.root_url}/",
        logo=logo,
        contactPoint=contact_point(site),
    )


def contact_point(site: SiteInfo) -> Thing | None:
    """Return how readers reach somebody, or None where nobody is named."""
    contact = site.contact
    if not contact.email and not contact.phone:
        return None
    return thing(
        "ContactPoint",
        name=contact.name,
        contactType="customer support",
        email=contact.email,
        telephone=contact.phone,
        availableLanguage=[locale.code for locale in site.locales],
    )


def website(site: SiteInfo) -> Thing:
    """Return the site in its language, with the address that answers a search."""
    return thing(
        "WebSite",
        id=website_id(site),
        name=site.name,
        alternateName=site.tagline,
        url=home_url(site),
        inLanguage=site.locale,
        publisher=reference(organization_id(site)),
        potentialAction=search_action(site),
    )


def search_action(site: SiteInfo) -> dict[str, Any]:
    template = f"{site.root_url}{reverse('search')}?q={{search_term_string}}"
    return thing("SearchAction", target=thing("EntryPoint", urlTemplate=template)) | {
        "query-input": "required name=search_term_string"
    }
