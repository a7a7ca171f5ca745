"""The front page and what stands around every page."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Site

from cms.models import (
    CustomImage,
    FooterLink,
    NavigationLink,
    RequiredLink,
    SettingsTranslation,
    SiteSettings,
)
from cms.models.navigation import Subject
from home.models import HomePage, HomePageStatistic, ImpactPage
from news.models import StoryPage

from . import dates
from .impact import AT_HOME
from .placing import publish

NAME = "RESULTS"

HERO = """\
Collaboration & Coordination To
Achieve Results
For Migrant Education"""

MISSION = (
    "<p>The goal of the Migrant Education Program is that every migrant student"
    " reaches challenging academic standards and graduates with a high school diploma,"
    " or completes a GED: prepared for responsible citizenship, further learning, and"
    " productive employment.</p>"
    "<p>This website provides the information, tools, and resources with which migrant"
    " programs coordinate their work from state to state.</p>"
)

# Neutral examples: a site of an agency has the agency's own.
ELSEWHERE = {
    Subject.FOIA: "https://example.org/foia",
    Subject.NO_FEAR: "https://example.org/no-fear-act",
    Subject.INSPECTOR_GENERAL: "https://example.org/inspector-general",
    Subject.PERFORMANCE: "https://example.org/performance",
}

SPANISH = {
    "language": "es",
    "tagline": "Para la educación migrante",
    "demonstration_notice": "Este sitio es una demostración. No es un sitio oficial.",
    "agency_name": "Agencia de ejemplo",
    "contact_name": "Mesa de ayuda de ejemplo",
}


def place_home(social_image: CustomImage) -> HomePage:
    """Put our home page in the place of the page that Wagtail welcomes with.

    Published last: what is public is rendered with its address, which a page has
    only below the site's root.
    """
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    # The slug is needed, and its owner deletable only when the site has moved.
    Page.objects.filter(pk=welcome.pk).update(slug="welcome")
    home = HomePage(
        title=NAME,
        slug="home",
        live=False,
        hero=HERO,
        mission_heading="Our Mission",
        mission=MISSION,
        story_heading="A Student’s Story",
        summary="Information, tools, and resources for the people who coordinate"
        " migrant education from state to state.",
        search_description="Results, stories, news, webinars, and policy documents for"
        " the states that work together in migrant education.",
        seo_title="Migrant education results and resources",
        social_image=social_image,
    )
    Page.get_first_root_node().add_child(instance=home)
    site.root_page, site.site_name = home, NAME
    site.save()
    remove_welcome(welcome)
    return publish(home)


def remove_welcome(welcome: Page) -> None:
    """Remove Wagtail's own first page, and nothing that somebody wrote."""
    page_type = ContentType.objects.get_for_model(Page)
    if welcome.content_type_id == page_type.pk and welcome.is_leaf():
        Page.objects.get(pk=welcome.pk).delete()


def complete_home(home: HomePage, impact: ImpactPage, story: StoryPage) -> HomePage:
    """Show the programme year and the story, once they are there."""
    home.impact_page, home.story_page = impact, story
    statistics = list(impact.statistics.all())
    home.impact_statistics = [
        HomePageStatistic(statistic=statistics[position], sort_order=position)
        for position in AT_HOME
    ]
    return publish(home)


def place_settings(
    navigation: list[Page], footer: list[Page], required: dict[Subject, Page]
) -> None:
    """Name nobody: the demonstration speaks for no agency."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.tagline = "For migrant education"
    settings.agency_name = "Example Agency"
    settings.agency_url = "https://example.org/"
    settings.contact_name = "Example help desk"
    settings.contact_email = "help@example.org"
    settings.contact_phone = "800-555-0199"
    settings.security_contact = "security@example.org"
    settings.security_languages = "en, es"
    today = timezone.localdate()
    settings.security_expires_on = today + dates.SECURITY_CONTACT_HOLDS_FOR
    settings.authoritative_language = "en"
    settings.navigation = [
        NavigationLink(page=page, sort_order=n) for n, page in enumerate(navigation)
    ]
    settings.footer_links = [
        FooterLink(page=page, sort_order=n) for n, page in enumerate(footer)
    ]
    settings.required_links = required_links(required)
    settings.translations = [SettingsTranslation(**SPANISH)]
    settings.full_clean()
    settings.save()


def required_links(pages: dict[Subject, Page]) -> list[RequiredLink]:
    """Return a link for each subject: to a page of ours, or to an example elsewhere."""
    return [
        RequiredLink(
            subject=subject,
            page=pages.get(subject),
            url=ELSEWHERE.get(subject, ""),
            sort_order=number,
        )
        for number, subject in enumerate(Subject)
    ]
