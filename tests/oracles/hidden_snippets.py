"""What only hidden things show: topics, programs, measures, sources, series, offices.

And the figures of program years that are drafts or private, in which they stand.
"""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cms.models import Topic
from cms.statistics import StatisticStatus
from home.models import Statistic
from tests import factories
from tests.freshness.world import World

from .hidden import DRAFTS, PRIVATE, WORDS, Draw, hidden, one_of, texts

KINDS = ("topic", "programme", "measure", "source", "series", "office", "term")
HIDDEN_SNIPPETS = tuple(f"hidden_{kind}" for kind in KINDS)
FIELDS = ("slug", "definition", "expansion", "unit", "description", "phone")
# Each with the years that it may be about: no two pages are about the same one.
HIDDEN_YEARS = {
    "draft_year": ("1998-99", "1996-97"),
    "private_year": ("1999-00", "1997-98"),
}


@hidden
def a_snippet_that_only_hidden_things_use(world: World, draw: Draw) -> None:
    snippet = one_of(world, draw, HIDDEN_SNIPPETS)
    snippet.name = draw(texts)
    for field in FIELDS:
        if hasattr(snippet, field):
            setattr(snippet, field, draw(st.sampled_from(WORDS)))
    snippet.save()


@hidden
def snippets_that_nothing_uses(world: World, draw: Draw) -> None:
    word = draw(st.sampled_from(WORDS))
    factories.TopicFactory(name=f"New {word}", slug=f"new-{word}")
    factories.DocumentSeriesFactory(name=f"New {word}", slug=f"new-{word}")
    factories.OfficeFactory(name=f"New {word}", phone=word)


@hidden
def a_snippet_that_only_hidden_things_use_deleted(world: World, draw: Draw) -> None:
    one_of(world, draw, ("hidden_topic", "hidden_programme", "hidden_office")).delete()


@hidden
def what_hidden_pages_are_about(world: World, draw: Draw) -> None:
    page = one_of(world, draw, (*DRAFTS, *PRIVATE))
    page.topics.set(draw_some(draw, topics_for(world, draw)))
    page.save()


@hidden
def what_hidden_documents_are_about(world: World, draw: Draw) -> None:
    document = one_of(world, draw, ("unreleased", "coming", "private_document"))
    document.topics.set(draw_some(draw, topics_for(world, draw)))


def topics_for(world: World, draw: Draw) -> list[Any]:
    """Return one that is public, a hidden one, and one that is new."""
    word = draw(st.sampled_from(WORDS))
    new, _ = Topic.objects.get_or_create(slug=f"another-{word}", name=f"Another {word}")
    return [world.topic, world.hidden_topic, new]


def draw_some(draw: Draw, things: list[Any]) -> list[Any]:
    numbers = draw(st.sets(st.integers(0, len(things) - 1)))
    return [things[number] for number in sorted(numbers)]


@hidden
def who_stands_on_a_hidden_page(world: World, draw: Draw) -> None:
    event = one_of(world, draw, ("draft_webinar", "private_webinar"))
    event.contact = draw(st.sampled_from([None, world.office, world.hidden_office]))
    event.save()
    story = world.private_story
    programmes = [world.programme, world.hidden_programme]
    story.programmes.set(draw_some(draw, programmes))
    story.save()


@hidden
def the_figures_of_a_hidden_year(world: World, draw: Draw) -> None:
    name = draw(st.sampled_from(sorted(HIDDEN_YEARS)))
    page = getattr(world, name)
    page.programme_year = draw(st.sampled_from(HIDDEN_YEARS[name]))
    page.statistics.set([a_figure(world, draw) for _ in range(draw(st.integers(0, 3)))])
    page.save()


def a_figure(world: World, draw: Draw) -> Statistic:
    status = draw(st.sampled_from(StatisticStatus.values))
    return Statistic(
        label=draw(texts),
        group=draw(st.just("") | texts),
        status=status,
        reason=draw(texts),
        value=draw(st.none() | st.integers(0, 10**6).map(Decimal)),
        measure=draw(st.sampled_from([world.measure, world.hidden_measure])),
        source=draw(st.sampled_from([world.source, world.hidden_source])),
    )
