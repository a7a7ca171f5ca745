"""The front page: its parts, and what is on it when."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.publishing.models import Publication
from home.models import HomePage
from home.models.home import HomePageStatistic, PinnedUpdate
from news.models import NewsPage
from tests.assertions import queries
from tests.content import at, main_of, public_form, refusals, words
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    ImpactPageFactory,
    NewsPageFactory,
    StatisticFactory,
    StoryPageFactory,
)

WITHDRAWN = {
    "withdrawn_on": date(2017, 10, 4),
    "withdrawn_explanation": "It was wrong.",
}


class HomeTestCase(TestCase):
    def setUp(self):
        self.home = HomePageFactory()

    def change(self, **values):
        for name, value in values.items():
            setattr(self.home, name, value)
        self.home.save()

    def updates(self) -> list[str]:
        return [item["title"] for item in public_form(self.home)["updates"]]

    def news(self, title: str, day: int, **values) -> NewsPage:
        return NewsPageFactory(title=title, published_on=date(2017, 10, day), **values)


class HeroTests(HomeTestCase):
    def test_has_two_to_four_lines(self):
        for count, is_refused in ((1, True), (2, False), (4, False), (5, True)):
            self.home.hero = "\n".join(f"Line {n}" for n in range(count))

            assert ("hero" in refusals(self.home)) is is_refused, count

    def test_empty_lines_do_not_count(self):
        self.home.hero = "One\n\n  \n"

        (message,) = refusals(self.home)["hero"]

        assert "two to four lines" in message
        assert "there are 1 now" in message

    def test_lines_come_one_by_one_whatever_ends_them(self):
        self.change(hero="Achieve \r\n\r\n Results\nTogether")

        assert public_form(self.home)["hero_lines"] == [
            "Achieve",
            "Results",
            "Together",
        ]
        assert words(main_of("/").find("h1")) == "Achieve Results Together"


class ImpactTests(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.year = ImpactPageFactory(programme_year="2014-15")
        self.figures = [StatisticFactory(page=self.year) for _ in range(5)]
        self.year.save()

    def labels(self) -> list[str]:
        return [s["label"] for s in public_form(self.home)["impact"]["statistics"]]

    def test_shows_the_first_four_figures_where_none_is_chosen(self):
        self.change(impact_page=self.year)

        assert self.labels() == [figure.label for figure in self.figures[:4]]

    def test_shows_those_chosen_in_their_order(self):
        for order, figure in enumerate([self.figures[4], self.figures[0]]):
            chosen = HomePageStatistic(statistic=figure, sort_order=order)
            self.home.impact_statistics.add(chosen)
        self.change(impact_page=self.year)

        assert self.labels() == [self.figures[4].label, self.figures[0].label]

    def test_a_figure_of_another_year_cannot_be_chosen(self):
        self.change(impact_page=self.year)
        item = HomePageStatistic(page=self.home, statistic=StatisticFactory())

        with pytest.raises(ValidationError) as refused:
            item.clean()

        assert "another program year" in str(refused.value)

    def test_at_most_four_figures_and_two_pins_can_be_entered(self):
        form_class = HomePage.get_edit_handler().get_form_class()

        formsets = form_class(instance=self.home, for_user=None).formsets

        assert formsets["impact_statistics"].max_num == 4
        assert formsets["impact_statistics"].validate_max
        assert formsets["pinned_updates"].max_num == 2
        assert formsets["pinned_updates"].validate_max

    def test_a_year_that_is_not_public_or_withdrawn_is_not_shown(self):
        self.change(impact_page=self.year)
        assert public_form(self.home)["impact"]["programme_year"] == "2014-15"

        self.year.unpublish()
        assert public_form(self.home)["impact"] is None

        draft = ImpactPageFactory(**WITHDRAWN)
        self.change(impact_page=draft)
        assert public_form(self.home)["impact"] is None

    def test_a_figure_mended_on_its_page_is_mended_here(self):
        self.change(impact_page=self.year)

        figure = self.year.statistics.first()
        figure.value = 4321
        self.year.statistics.add(figure)
        self.year.save()

        assert public_form(self.home)["impact"]["statistics"][0]["display"] == "4,321"


class UpdatesTests(HomeTestCase):
    def test_from_one_to_six_are_shown(self):
        for count, is_refused in ((0, True), (1, False), (6, False), (7, True)):
            self.home.updates_count = count

            assert ("updates_count" in refusals(self.home)) is is_refused, count

    def test_newest_first_and_no_more_than_asked(self):
        for day in (1, 3, 2, 4):
            self.news(f"Day {day}", day)
        self.change(updates_count=3)

        assert self.updates() == ["Day 4", "Day 3", "Day 2"]

    def test_pinned_ones_first_and_none_twice(self):
        old, *_ = [self.news(f"Day {day}", day) for day in (1, 2, 3, 4)]
        self.home.pinned_updates.add(PinnedUpdate(news_page=old))
        self.change(updates_count=3)

        assert self.updates() == ["Day 1", "Day 4", "Day 3"]

    def test_two_are_pinned_at_most_those_chosen_here_first(self):
        future = timezone.localdate() + timedelta(days=9)
        chosen = self.news("Chosen", 1)
        for day in (2, 3):
            self.news(f"Until, {day}", day, pinned_until=future)
        self.news("New", 9)
        self.home.pinned_updates.add(PinnedUpdate(news_page=chosen))
        self.change(updates_count=6)

        assert self.updates() == ["Chosen", "Until, 3", "New", "Until, 2"]

    def test_a_pin_that_is_not_public_leaves_its_place_to_another(self):
        draft = self.news("Draft", 1, live=False)
        self.home.pinned_updates.add(PinnedUpdate(news_page=draft))
        self.change()
        self.news("Public", 2)

        assert self.updates() == ["Public"]

    def test_withdrawn_ones_are_not_shown_even_pinned(self):
        pinned = self.news("Pinned", 3)
        other = self.news("Other", 2)
        self.news("Third", 1)
        self.home.pinned_updates.add(PinnedUpdate(news_page=pinned))
        self.change(updates_count=2)
        assert self.updates() == ["Pinned", "Other"]

        for page in (pinned, other):
            for name, value in WITHDRAWN.items():
                setattr(page, name, value)
            page.save()

        assert self.updates() == ["Third"]

    def test_without_news_the_page_says_so(self):
        assert "There is no news at the moment." in words(main_of("/"))


class ClockTests(HomeTestCase):
    """Pins end and items leave on their day, without anybody saving a page."""

    def shown_on(self, day: date) -> list[str]:
        with at(datetime.combine(day, time(17), tzinfo=UTC)):
            response = self.client.get("/")
        return [item.title for item in response.context["content"].updates]

    def test_a_pin_holds_on_its_last_day_and_not_on_the_next(self):
        today = timezone.localdate()
        self.news("Pinned", 1, pinned_until=today + timedelta(days=2))
        self.news("New", 2)

        assert self.shown_on(today + timedelta(days=2)) == ["Pinned", "New"]
        assert self.shown_on(today + timedelta(days=3)) == ["New", "Pinned"]

    def test_an_item_leaves_on_its_day_and_stays_in_the_list(self):
        today = timezone.localdate()
        self.news("Leaving", 3, leaves_latest_on=today + timedelta(days=2))
        self.news("Staying", 2)

        assert self.shown_on(today + timedelta(days=1)) == ["Leaving", "Staying"]
        assert self.shown_on(today + timedelta(days=2)) == ["Staying"]
        assert "Leaving" in words(main_of("/news/"))

    def test_the_log_knows_the_midnight_at_which_it_changes(self):
        today = timezone.localdate()
        self.news("Leaving", 3, leaves_latest_on=today + timedelta(days=2))
        self.news("Pinned", 1, pinned_until=today)

        row = Publication.objects.get(resource="pages", object_id=self.home.pk)

        midnight = timezone.localtime(row.changes_at)
        assert midnight.date() == today + timedelta(days=1)
        assert (midnight.hour, midnight.minute) == (0, 0)

    def test_it_does_not_tell_when_a_private_item_would_leave(self):
        private = self.news("Private", 3, pinned_until=timezone.localdate())

        PageViewRestriction.objects.create(page=private, restriction_type="login")

        row = Publication.objects.get(resource="pages", object_id=self.home.pk)
        assert row.changes_at is None


class OneAnswerTests(HomeTestCase):
    def test_everything_on_the_page_comes_resolved_in_one_answer(self):
        document = DocumentFactory(title="The handout")
        news = self.news("New", 3)
        news.attachments.create(document=document)
        news.save()
        story = StoryPageFactory(
            person="Ana", quote="We moved.", portrait=ImageFactory()
        )
        year = ImpactPageFactory()
        StatisticFactory(page=year, value=10_006)
        year.save()
        self.change(impact_page=year, story_page=story, mission="<p>The goal.</p>")

        answer = self.client.get("/api/v2/pages/find/", {"html_path": "/"}, follow=True)

        home = answer.json()
        assert home["hero_lines"]
        assert home["mission"] == "<p>The goal.</p>"
        assert home["impact"]["statistics"][0]["display"] == "10,006"
        assert home["impact"]["statistics"][0]["source"]["name"]
        assert home["story"]["quote"] == "We moved."
        assert home["story"]["portrait"]["alt"]
        assert home["story"]["portrait"]["renditions"]
        (item,) = home["updates"]
        assert item["attachments"][0]["title"] == "The handout"
        assert item["attachments"][0]["download_url"].startswith("http")

    def test_the_page_takes_as_many_queries_with_six_items_as_with_one(self):
        self.news("One", 1)
        self.change(updates_count=6)
        self.client.get("/")
        before = len(queries(lambda: self.client.get("/")))

        for day in range(2, 8):
            self.news(f"Day {day}", day)
        self.client.get("/")

        assert len(self.updates()) == 6
        assert len(queries(lambda: self.client.get("/"))) == before
