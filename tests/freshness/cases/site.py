"""What stands around the content: settings, navigation, the site, its languages."""

from wagtail.models import Locale

from cms.models import (
    FooterLink,
    NavigationLink,
    RequiredLink,
    SettingsTranslation,
)
from tests.freshness.world import HOUR, NOW, World

from . import case, edit
from .places import EVERYTHING, PAGES_AND_FILES, REDIRECTS

AROUND = "site sitio"


@case(AROUND, shows="SiteInfo.tagline")
def the_tagline(world: World) -> None:
    edit(world.settings, tagline="Other words")


@case(AROUND, shows="SiteInfo.name")
def the_sites_name(world: World) -> None:
    edit(world.site, site_name="Other name")


@case(AROUND, same=PAGES_AND_FILES, shows="SiteInfo.banner")
def the_banner(world: World) -> None:
    """Pages show it at an address that ends in .gov, which this one does not."""
    edit(world.settings, banner=True)


@case(AROUND, shows="SiteInfo.demonstration_notice")
def the_notice_of_a_demonstration(world: World) -> None:
    edit(world.settings, demonstration_notice="Other words")


@case(AROUND, shows="SiteInfo.agency Agency.name Agency.url")
def the_agency(world: World) -> None:
    values = {"agency_name": "Agency", "agency_url": "https://example.org/agency"}
    edit(world.settings, **values)


@case(
    f"{AROUND} desk",
    shows="StandardDetail.contact SiteInfo.contact Contact.name Contact.email"
    " Contact.phone Contact.address",
    by="contact",
)
def the_contact(world: World) -> None:
    edit(
        world.settings,
        contact_name="Help desk",
        contact_email="desk@example.org",
        contact_phone="555-0101",
        contact_address="1 Main Street",
    )


@case(
    AROUND,
    same=PAGES_AND_FILES,
    shows="SiteInfo.security SecurityPolicy.contact SecurityPolicy.expires"
    " SecurityPolicy.languages",
)
def whom_to_tell_of_weaknesses(world: World) -> None:
    edit(
        world.settings,
        security_contact="security@example.org",
        security_expires_on=(NOW + 9 * HOUR).date(),
        security_languages="es",
    )


@case(
    AROUND,
    before=whom_to_tell_of_weaknesses,
    shows="SecurityPolicy.contact SecurityPolicy.expires SecurityPolicy.policy"
    " SecurityPolicy.languages",
)
def what_is_asked_of_those_who_tell(world: World) -> None:
    settings = world.settings
    settings.security_contact = "https://example.org/report"
    settings.security_expires_on = (NOW + 99 * HOUR).date()
    settings.security_languages = "en, es"
    settings.required_links = [RequiredLink(subject="disclosure", page=world.about)]
    edit(settings)


@case(
    "sitio",
    shows="SiteInfo.tagline SiteInfo.demonstration_notice SiteInfo.untranslated",
)
def the_words_in_another_language(world: World) -> None:
    settings = world.settings
    words = {"tagline": "Para todos", "demonstration_notice": "Es una muestra."}
    settings.translations = [SettingsTranslation(language="es", **words)]
    edit(settings)


@case("sitio", shows="SiteInfo.translation_notice")
def the_official_language(world: World) -> None:
    edit(world.settings, authoritative_language="en")


@case(
    AROUND,
    shows="TranslationNotice.language TranslationNotice.text "
    "TranslationNotice.link_text",
    before=the_official_language,
)
def another_official_language(world: World) -> None:
    edit(world.settings, authoritative_language="es")


@case(AROUND, shows="SiteInfo.alert")
def an_alert(world: World) -> None:
    values = {"alert_heading": "Closed", "alert_text": "Come tomorrow."}
    edit(world.settings, alert_kind="information", **values)


@case(AROUND, shows="Alert.kind Alert.heading Alert.text", before=an_alert)
def another_alert(world: World) -> None:
    values = {"alert_heading": "Closed still", "alert_text": "Come on Monday."}
    edit(world.settings, alert_kind="emergency", **values)


@case("sitio", shows="Alert.heading Alert.text Alert.language", before=an_alert)
def an_alert_in_another_language(world: World) -> None:
    settings = world.settings
    words = {"alert_heading": "Cerrado", "alert_text": "Venga mañana."}
    settings.translations = [SettingsTranslation(language="es", **words)]
    edit(settings)


@case()
def an_alert_that_is_off(world: World) -> None:
    edit(world.settings, alert_heading="Closed", alert_text="Come tomorrow.")


def alert_for_an_hour(world: World) -> None:
    an_alert(world)
    ends = {"alert_starts_at": NOW + HOUR, "alert_ends_at": NOW + 2 * HOUR}
    edit(world.settings, **ends)


def began(world: World) -> None:
    alert_for_an_hour(world)
    edit(world.settings, alert_starts_at=NOW - HOUR, alert_ends_at=NOW + HOUR)


@case(AROUND, before=alert_for_an_hour, at=NOW + HOUR, shows="SiteInfo.alert")
def an_alert_begins(world: World) -> None:
    """Nobody does anything."""


@case(AROUND, before=began, at=NOW + HOUR, shows="SiteInfo.alert")
def an_alert_ends(world: World) -> None:
    """Nobody does anything."""


@case(AROUND, shows="SiteInfo.navigation Link.page")
def the_navigation(world: World) -> None:
    settings = world.settings
    settings.navigation = [NavigationLink(page=world.quiet_page)]
    edit(settings)


@case(AROUND, shows="SiteInfo.footer_links Link.kind")
def the_footer(world: World) -> None:
    settings = world.settings
    settings.footer_links = [FooterLink(label="Else", url="https://example.org/")]
    edit(settings)


@case(AROUND, shows="SiteInfo.required_links Link.label Link.url")
def the_required_links(world: World) -> None:
    settings = world.settings
    link = RequiredLink(label="Other", url="https://example.org/other")
    settings.required_links = [link]
    edit(settings)


@case(
    EVERYTHING,
    same=REDIRECTS,
    shows="SiteInfo.root_url PageMeta.html_url PageMeta.detail_url PageLink.url"
    " DocumentMeta.detail_url DocumentMeta.html_url DocumentMeta.download_url"
    " DocumentLink.url ImageMeta.detail_url ImageMeta.download_url"
    " WebinarDetail.calendar_url TopicDetail.meta ProgrammeDetail.meta"
    " MeasureDetail.meta SourceDetail.meta SeriesDetail.meta OfficeDetail.meta"
    " TermDetail.meta"
    " SnippetMeta.detail_url RedirectMeta.detail_url",
    by="site",
)
def the_sites_address(world: World) -> None:
    edit(world.site, hostname="testserver", port=443)


@case()
def a_language_that_has_no_pages(world: World) -> None:
    """A language is shown where it has a home page."""
    Locale.objects.filter(language_code="es").first().save()


SPANISH = {"sitio": "unpublished", "inicio": "unpublished", "acerca": "unpublished"}


@case("site home about", gone=SPANISH, shows="SiteInfo.locales")
def a_language_taken_back(world: World) -> None:
    """Nobody finds the pages below its home page any more."""
    world.inicio.unpublish()


@case(
    "site sitio home inicio acerca about",
    before=a_language_taken_back,
    shows="SiteInfo.locales LocaleInfo.home",
)
def a_language_added(world: World) -> None:
    edit(world.inicio)


@case("inicio", same="inicio")
def the_slug_of_a_language(world: World) -> None:
    """Its address is the code of the language, and nothing else."""
    edit(world.inicio, slug="es")
