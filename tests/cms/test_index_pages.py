"""Pages that list the pages below them."""

from datetime import date, timedelta

from django.test import TestCase
from django.utils import timezone

from tests.assertions import assert_same_queries
from tests.factories import (
    ImpactPageFactory,
    NewsPageFactory,
    StoryPageFactory,
    WebinarPageFactory,
)


class NewsListTests(TestCase):
    def titles(self, path: str = "/news/") -> list[str]:
        items = self.client.get(path).context["items"]
        return [card.title for card in items.object_list]

    def test_newest_first(self):
        NewsPageFactory(title="Old", published_on=date(2017, 9, 1))
        NewsPageFactory(title="New", published_on=date(2017, 10, 1))

        assert self.titles() == ["New", "Old"]

    def test_drafts_and_withdrawn_items_are_not_listed(self):
        NewsPageFactory(title="Draft", live=False)
        NewsPageFactory(
            title="Withdrawn",
            withdrawn_on=date(2017, 10, 1),
            withdrawn_explanation="It was wrong.",
        )
        NewsPageFactory(title="Shown")

        assert self.titles() == ["Shown"]

    def test_pages_of_ten_and_the_nearest_for_any_other_number(self):
        for day in range(1, 12):
            NewsPageFactory(title=f"Day {day}", published_on=date(2017, 9, day))

        assert len(self.titles()) == 10
        for page in ("2", "99"):
            assert self.titles(f"/news/?page={page}") == ["Day 1"], page
        for page in ("0", "-1"):
            assert self.titles(f"/news/?page={page}") == ["Day 1"], page
        for page in ("x", "", "%00", "1e9"):
            assert len(self.titles(f"/news/?page={page}")) == 10, page

    def test_queries_do_not_grow(self):
        NewsPageFactory()

        assert_same_queries(
            lambda: self.client.get("/news/"),
            grow=lambda: NewsPageFactory.create_batch(9),
        )


class OtherListTests(TestCase):
    def test_queries_of_stories_and_program_years_do_not_grow(self):
        for factory, path in (
            (StoryPageFactory, "/stories/"),
            (ImpactPageFactory, "/impact/"),
            (WebinarPageFactory, "/webinars/"),
        ):
            factory()
            assert_same_queries(
                lambda path=path: self.client.get(path),
                grow=lambda factory=factory: factory.create_batch(9),
            )

    def test_events_to_come_stand_apart_the_next_one_first(self):
        now = timezone.now()
        for title, weeks in (("Later", 3), ("Next", 1), ("Past", -1)):
            WebinarPageFactory(title=title, starts_at=now + timedelta(weeks=weeks))

        context = self.client.get("/webinars/").context

        assert [card.title for card in context["upcoming"]] == ["Next", "Later"]
        assert [card.title for card in context["items"].object_list] == ["Past"]
