"""The demonstration, loaded once: afterwards all of it belongs to the editors."""

from collections.abc import Callable

from django.db import transaction

from cms.models.navigation import Subject
from home.models import HomePage

from .documents import correct_handout, place_documents
from .glossary import place_glossary
from .images import place_images
from .impact import place_impact
from .news import (
    place_forum_news,
    place_news_index,
    place_qas_news,
    place_webinar_news,
)
from .pages import place_about, place_legislation, place_library
from .policies import place_policies
from .site import complete_home, place_home, place_settings
from .snippets import place_snippets
from .spanish import place_spanish, place_spanish_terms
from .stories import place_stories
from .webinars import place_webinars


def is_loaded() -> bool:
    """Tell whether there is a home page, ours or somebody's: then nothing is loaded."""
    return HomePage.objects.exists()


@transaction.atomic
def load(say: Callable[[str], None]) -> None:
    """Load everything or, where something fails, nothing.

    The order is that of the links: a page comes after those to which it leads.
    """
    say("Topics, measures, pictures, and sample documents")
    snippets, images = place_snippets(), place_images()
    documents = place_documents(snippets)
    say("Home page and impact")
    home = place_home(images.social)
    glossary = place_glossary(home)
    impact_index, impact = place_impact(home, snippets)
    say("Stories and webinars")
    story_index, story = place_stories(home, snippets, images.portrait)
    webinars = place_webinars(home, snippets, documents)
    say("Documents, legislation, and news")
    library = place_library(home)
    legislation = place_legislation(home, snippets, documents, glossary)
    news_index = place_news_index(home)
    place_webinar_news(news_index, snippets, webinars, glossary)
    qas_news = place_qas_news(news_index, snippets, documents, legislation, glossary)
    place_forum_news(news_index, snippets, documents, webinars, images.hall)
    correct_handout(documents)
    say("About, settings, and navigation")
    about = place_about(home, snippets, library, glossary)
    policies = place_policies(home)
    footer = [about, glossary.page, *policies.footer]
    sections = [impact_index, story_index, news_index, webinars.index, library]
    required = {Subject.ABOUT: about, **policies.required}
    place_settings([*sections, legislation, about], footer, required)
    home = complete_home(home, impact, story)
    say("Pages in Spanish")
    place_spanish(
        [
            *(home, impact_index, impact, story_index, story, news_index, qas_news),
            *(webinars.index, webinars.results, library, legislation, about),
            *(policies.contact, policies.accessibility, policies.privacy),
            *(policies.disclosure, policies.website),
        ]
    )
    place_spanish_terms(glossary.terms.values())
    place_spanish([glossary.page])
