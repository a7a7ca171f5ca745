"""Figures on their own page and on the home page, and the other words of sections."""

from datetime import date
from decimal import Decimal
from typing import Any

from home.models import HomePageStatistic, Statistic
from tests.freshness.world import World

from . import case, edit

INTRODUCTION = {"introduction": "<p>Other words.</p>"}


def statistic(world: World, **values: Any) -> Statistic:
    return Statistic(measure=world.measure, source=world.source, **values)


@case(
    "year home",
    html="impact",
    shows="ImpactCard.programme_year ImpactCard.lead ImpactDetail.body Period.label"
    " HomeDetail.impact ImpactHighlight.programme_year ImpactHighlight.lead",
    by="content-of-page",
)
def a_program_year(world: World) -> None:
    body = [("rich_text", "<p>How it was counted.</p>")]
    edit(world.year, programme_year="2026-27", lead="Served:", body=body)


@case(
    "year home",
    shows="ImpactDetail.statistics ImpactHighlight.statistics Statistic.label"
    " Statistic.value Statistic.display Statistic.status Statistic.status_label"
    " Statistic.group Statistic.footnote Statistic.period Statistic.retrieved_on"
    " Period.start Period.end",
)
def a_figure(world: World) -> None:
    page = world.year
    figure = page.statistics.get()
    figure.label, figure.group, figure.footnote = "Served", "Grades K-3", "Once each."
    figure.value, figure.status = Decimal("12.5"), "preliminary"
    figure.period_start, figure.period_end = date(2028, 9, 1), date(2029, 8, 31)
    figure.retrieved_on = date(2030, 1, 1)
    page.statistics.add(figure)
    edit(page)


@case(
    "year home other_measure other_source",
    shows="Statistic.reason Statistic.value Statistic.measure Statistic.source",
)
def a_figure_that_is_not_there(world: World) -> None:
    page = world.year
    figure = page.statistics.get()
    figure.value, figure.status, figure.reason = None, "not_available", "Nobody counts."
    for model in ("measure", "source"):
        other = getattr(world, model)
        other.pk, other.name = None, "Another one"
        other.save()
        setattr(figure, model, other)
        world.add(f"other_{model}", other)
    page.statistics.add(figure)
    edit(page)


@case("news", shows="NewsIndexDetail.introduction")
def the_introduction_to_news(world: World) -> None:
    edit(world.news, **INTRODUCTION)


@case("stories", shows="StoryIndexDetail.introduction")
def the_introduction_to_stories(world: World) -> None:
    edit(world.stories, **INTRODUCTION)


@case("webinars", shows="WebinarIndexDetail.introduction")
def the_introduction_to_webinars(world: World) -> None:
    edit(world.webinars, **INTRODUCTION)


@case("impact", shows="ImpactIndexDetail.introduction")
def the_introduction_to_figures(world: World) -> None:
    edit(world.impact, **INTRODUCTION)


@case("library", shows="DocumentLibraryDetail.introduction")
def the_introduction_to_the_library(world: World) -> None:
    edit(world.library, **INTRODUCTION)


@case(
    "home",
    shows="HomeDetail.hero_lines HomeDetail.mission_heading HomeDetail.mission"
    " HomeDetail.story_heading HomeDetail.updates_heading ImpactHighlight.heading",
)
def the_home_page(world: World) -> None:
    edit(
        world.home,
        hero="Other\nLines",
        impact_heading="Other impact",
        mission_heading="Other mission",
        mission="<p>We help all.</p>",
        story_heading="Another story",
        updates_heading="Other updates",
    )


@case("home", shows="ImpactHighlight.page HomeDetail.impact")
def the_program_year_at_home(world: World) -> None:
    page = world.home
    page.impact_statistics = []
    edit(page, impact_page=world.lean_year)


@case("home", shows="HomeDetail.updates")
def how_many_updates_there_are_at_home(world: World) -> None:
    edit(world.home, updates_count=1)


@case(
    "brief home",
    same="brief",
    shows="HomeDetail.updates",
    before=how_many_updates_there_are_at_home,
)
def a_pinned_update(world: World) -> None:
    edit(world.brief, pinned_until=date(2030, 5, 20))


@case("year home", shows="HomeDetail.impact")
def a_figure_that_stands_at_home_deleted(world: World) -> None:
    page = world.year
    new = statistic(world, label="Other figure", value=1)
    page.statistics = [new]
    edit(page)
    home = world.home
    chosen = HomePageStatistic(statistic=world.year.statistics.get())
    home.impact_statistics = [chosen]
    edit(home)
