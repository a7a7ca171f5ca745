"""Addresses and titles of pages, and whatever leads to them."""

from wagtail.models import Page

from cms.models import RelatedPage
from tests import factories
from tests.freshness.world import HOUR, NOW, World

from . import case, edit

# Below the home page in English, and all in Spanish.
ENGLISH = (
    "home about team person archive library glossary desk webinars webinar stories"
    " story impact year lean_year hub news brief item quiet_page"
)
SPANISH = "inicio acerca"
DOCUMENTS = "first report last older slides transcript quiet_document"
IMAGES = "picture portrait banner quiet_image"
SNIPPETS = "topic programme measure source series office term"
REDIRECTS = "to_person to_slides away"
PAGES_AND_FILES = f"{ENGLISH} {SPANISH} {DOCUMENTS} {IMAGES}"
EVERYTHING = f"{PAGES_AND_FILES} {SNIPPETS} {REDIRECTS} site sitio"

LEADS_TO_WEBINAR = "transcript slides"
USED_ON_HUB = "first report last older slides transcript"

# About has a page below it, and one below that, to which a page links; it stands in
# the navigation of both languages (in the Spanish one as its translation).
BELOW_ABOUT = "about team person acerca site"
# When it moves, its pages leave redirects, and one that an editor made follows.
MOVED = f"{BELOW_ABOUT} hub to_person /about /about/team /about/team/person"


@case(
    BELOW_ABOUT,
    same="acerca",
    shows="PageCard.title PageMeta.last_published_at PageLink.title Link.label"
    " PageDetail.breadcrumbs PageDetail.translations SiteInfo.navigation"
    " PageMeta.parent",
    by="page",
)
def a_sections_title(world: World) -> None:
    edit(world.about, title="Other title")


@case(
    MOVED,
    shows="PageMeta.slug PageMeta.path PageMeta.html_url PageLink.path PageLink.url"
    " Link.url RichTextItem.value CalloutValue.text",
    by="page",
)
def a_sections_slug(world: World) -> None:
    edit(world.about, slug="other")


@case(MOVED)
def a_sections_slug_saved_as_wagtails_own_page(world: World) -> None:
    page = Page.objects.get(pk=world.about.pk)
    page.slug = "other"
    page.save()


@case(
    "team person hub to_person /about/team /about/team/person",
    shows="PageMeta.parent PageDetail.breadcrumbs RichTextItem.value",
)
def a_section_moved(world: World) -> None:
    """About, from which it goes, and the archive, to which, show nothing of it."""
    world.team.move(world.archive, pos="last-child")


@case("hub", gone=dict.fromkeys(("team", "person", "to_person"), "unpublished"))
def a_section_unpublished(world: World) -> None:
    for page in (world.person, world.team):
        page.unpublish()


@case()
def the_order_of_pages_below_another(world: World) -> None:
    world.about.move(world.quiet_page, pos="right")


@case("person to_person", same="to_person")
def the_title_of_a_page_to_which_a_text_leads(world: World) -> None:
    """The text keeps its own words for it: nothing follows but the page."""
    edit(world.person, title="Other title")


@case(f"webinar item home {LEADS_TO_WEBINAR}", html="news webinars")
def the_title_of_a_related_page(world: World) -> None:
    edit(world.webinar, title="Other title")


@case("year hub home", html="impact", same="home hub", shows="CallToActionValue.link")
def the_title_of_a_page_to_which_a_button_leads(world: World) -> None:
    edit(world.year, title="Other title")


@case(f"hub {USED_ON_HUB} site sitio", by="uses-of-document")
def the_title_of_a_page_in_the_footer(world: World) -> None:
    edit(world.hub, title="Other title")


@case("news item brief home", same="home")
def the_title_of_a_section_of_news(world: World) -> None:
    edit(world.news, title="Other title")


@case("team person acerca site", gone={"about": "unpublished"})
def a_draft_in_the_middle(world: World) -> None:
    """Its translation and the navigation lose it, and pages below their way up."""
    world.about.unpublish()


@case("hub vault to_vault")
def a_draft_published(world: World) -> None:
    edit(world.vault)


@case(
    f"item home {LEADS_TO_WEBINAR}",
    gone={"webinar": "unpublished", "office": "unused"},
    html="webinars news",
)
def a_related_page_unpublished(world: World) -> None:
    world.webinar.unpublish()


@case(
    f"item home {LEADS_TO_WEBINAR}",
    gone={"webinar": "deleted", "office": "unused"},
    html="webinars news",
)
def a_related_page_deleted(world: World) -> None:
    world.webinar.delete()


@case("item home", html="news", shows="NewsCard.related_pages PageLink.type")
def another_related_page(world: World) -> None:
    page = world.item
    page.related_pages.add(RelatedPage(related=world.quiet_page))
    edit(page)


@case("new")
def a_page_that_is_new(world: World) -> None:
    """Nobody shows it but lists."""
    page = factories.StandardPageFactory(title="New", parent=world.archive)
    world.add("new", page)


@case("quiet_page new", shows="PageDetail.translations", by="translation")
def a_translation_that_is_new(world: World) -> None:
    copy = world.quiet_page.copy_for_translation(world.spanish)
    edit(copy, slug="tranquilo")
    world.add("new", copy)


@case("new home", html="news", by="list-news.NewsPage")
def a_news_item_that_is_new(world: World) -> None:
    world.add("new", factories.NewsPageFactory(parent=world.news))


@case("about sitio", gone={"acerca": "unpublished"}, shows="PageDetail.translations")
def a_translation_unpublished(world: World) -> None:
    world.acerca.unpublish()


@case("acerca about sitio", same="about")
def a_translations_title(world: World) -> None:
    edit(world.acerca, title="Otro")


@case("quiet_page")
def a_page_that_nothing_shows(world: World) -> None:
    edit(world.quiet_page, title="Other title")


@case(f"{ENGLISH} inicio site sitio", same="acerca inicio")
def the_title_of_the_home_page(world: World) -> None:
    edit(world.home, title="Other title")


@case("home", gone={"brief": "unpublished"}, html="news")
def a_news_item_unpublished(world: World) -> None:
    world.brief.unpublish()


@case("home report", gone={"item": "unpublished"}, html="news")
def a_news_item_unpublished_with_its_files(world: World) -> None:
    world.item.unpublish()


@case("home", gone={"story": "unpublished", "programme": "unused"}, html="stories")
def the_featured_story_unpublished(world: World) -> None:
    world.story.unpublish()


@case("home")
def another_featured_story(world: World) -> None:
    edit(world.home, story_page=None)


@case(
    "new home",
    html="webinars",
    shows="HomeDetail.next_event",
    by="list-news.WebinarPage",
)
def a_new_event_that_is_the_next(world: World) -> None:
    new = factories.WebinarPageFactory(
        title="New", slug="new", parent=world.webinars, starts_at=NOW + 2 * HOUR
    )
    world.add("new", new)


def show_it_in_spanish(world: World) -> None:
    """Let the tree of Spanish show a page that nobody has translated."""
    world.add("alias", world.quiet_page.copy_for_translation(world.spanish, alias=True))


@case(
    "alias quiet_page",
    shows="PageMeta.language",
    before=show_it_in_spanish,
)
def an_alias_translated(world: World) -> None:
    """It has its title and address still."""
    edit(world.alias, alias_of=None, summary="En español.")
