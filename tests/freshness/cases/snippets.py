"""Snippets, of which each kind stands somewhere else."""

from tests import factories
from tests.freshness.world import World

from . import case, edit

# The topic of pages (one of them in two languages), a card at home, and a document.
# The lists of documents and of news are narrowed down by it.
TOPIC = "topic about acerca item home report"
TOPIC_UNSEEN = "about acerca home"
SHOWING_TOPIC = "about acerca item home report"
SERIES = "series first report last hub"


@case(
    TOPIC,
    same=TOPIC_UNSEEN,
    html="library news",
    shows="TopicLink.name",
    by="cms.topic",
)
def a_topics_name(world: World) -> None:
    edit(world.topic, name="Other name")


@case(
    TOPIC,
    same=f"{TOPIC_UNSEEN} item report",
    html="library news",
    shows="TopicLink.slug",
)
def a_topics_slug(world: World) -> None:
    edit(world.topic, slug="other-slug")


@case(
    SHOWING_TOPIC,
    gone={"topic": "deleted"},
    same=TOPIC_UNSEEN,
    html="library news",
    shows="PageCard.topics",
)
def a_topic_deleted(world: World) -> None:
    world.topic.delete()


@case(
    "programme story", shows="ProgrammeLink.name ProgrammeLink.url", by="cms.programme"
)
def a_program(world: World) -> None:
    edit(world.programme, name="Other name", url="https://example.org/other")


@case("story", gone={"programme": "deleted"}, shows="StoryDetail.programmes")
def a_program_deleted(world: World) -> None:
    world.programme.delete()


@case(
    "measure year hub home",
    same="home",
    shows="MeasureLink.name MeasureLink.definition MeasureLink.unit",
    by="cms.measure",
)
def a_measure(world: World) -> None:
    edit(world.measure, name="Other", definition="It counts less.", unit="families")


@case("source year hub home", shows="SourceLink.name SourceLink.url", by="cms.source")
def a_source(world: World) -> None:
    edit(world.source, name="Other name", url="https://example.org/other")


@case(
    SERIES,
    same="hub",
    html="library",
    shows="SeriesLink.name SeriesLink.slug",
    by="cms.documentseries",
)
def a_series(world: World) -> None:
    edit(world.series, name="Other name", slug="other-slug")


@case("series", shows="SeriesDetail.description")
def the_description_of_a_series(world: World) -> None:
    edit(world.series, description="What these documents answer.")


@case(
    "office webinar",
    shows="OfficeLink.name OfficeLink.email OfficeLink.phone OfficeLink.url",
    by="cms.office",
)
def an_office(world: World) -> None:
    values = {"email": "other@example.org", "phone": "555-0199"}
    edit(world.office, name="Other", url="https://example.org/other", **values)


@case("webinar", gone={"office": "deleted"}, shows="WebinarDetail.contact")
def an_office_deleted(world: World) -> None:
    world.office.delete()


@case(
    "term glossary hub",
    shows="TermLink.name TermLink.expansion TermLink.definition TermLink.slug"
    " PageDetail.terms GlossaryDetail.entries RichTextItem.value",
    by="cms.term",
)
def a_term(world: World) -> None:
    edit(world.term, name="Other", expansion="Others", definition="In other words.")


@case("glossary hub", gone={"term": "deleted"}, shows="PageDetail.terms")
def a_term_deleted(world: World) -> None:
    world.term.delete()


@case("new_term glossary", shows="GlossaryDetail.entries", by="list-cms.Term")
def a_term_added(world: World) -> None:
    world.add("new_term", factories.TermFactory(name="New"))


@case("hub", gone={"glossary": "unpublished", "term": "unused"})
def the_glossary_unpublished(world: World) -> None:
    """A term is explained where there is a page that explains it."""
    world.glossary.unpublish()


@case("glossary hub term", before=the_glossary_unpublished, shows="PageDetail.terms")
def the_glossary_published_again(world: World) -> None:
    edit(world.glossary)


@case("hub /glossary glossary", shows="RichTextItem.value", by="page")
def the_slug_of_the_glossary(world: World) -> None:
    edit(world.glossary, slug="words")


@case()
def a_term_of_a_language_without_a_glossary(world: World) -> None:
    term = world.term.copy_for_translation(world.acerca.locale)
    term.save()
