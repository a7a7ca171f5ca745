"""Lists that are narrowed down by topic, year and kind, with their choices."""

from datetime import UTC, date, datetime

from django.core.cache import caches
from django.test import TestCase

from tests.assertions import assert_same_queries
from tests.content import main_of, words
from tests.factories import (
    NewsPageFactory,
    StoryPageFactory,
    TopicFactory,
    WebinarPageFactory,
)


class NarrowingTestCase(TestCase):
    def context(self, path: str):
        # A page that is kept is not rendered anew.
        caches["answers"].clear()
        return self.client.get(path).context

    def titles(self, path: str) -> list[str]:
        items = self.context(path)["items"]
        return [card.title for card in items.object_list]

    def counts(self, path: str, name: str) -> dict[str, int]:
        groups = self.context(path)["narrowed"].groups
        found = [group for group in groups if group.name == name]
        return {o.label: o.count for group in found for o in group.options}


class NewsTests(NarrowingTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.policy = TopicFactory(name="Policy", slug="policy")
        cls.data = TopicFactory(name="Data", slug="data")
        NewsPageFactory(
            title="Old policy", published_on=date(2016, 5, 1), topics=[cls.policy]
        )
        NewsPageFactory(title="Policy", category="data", topics=[cls.policy, cls.data])
        NewsPageFactory(title="Plain", category="event")

    def test_everything_without_a_choice(self):
        assert len(self.titles("/news/")) == 3
        assert "result" not in words(main_of("/news/").find(id="results"))

    def test_by_topic_year_and_category(self):
        assert self.titles("/news/?topic=policy") == ["Policy", "Old policy"]
        assert self.titles("/news/?year=2016") == ["Old policy"]
        assert self.titles("/news/?category=event") == ["Plain"]

    def test_several_values_of_one_filter_add_and_of_two_narrow(self):
        assert len(self.titles("/news/?category=event&category=data")) == 2
        assert self.titles("/news/?category=event&topic=policy") == []

    def test_choices_say_how_many_they_would_show(self):
        assert self.counts("/news/", "topic") == {"Data": 1, "Policy": 2}
        assert self.counts("/news/", "year") == {"2017": 2, "2016": 1}

        narrowed = self.counts("/news/?year=2016", "topic")
        assert narrowed == {"Policy": 1}
        # What is chosen of a filter itself does not count there.
        assert self.counts("/news/?year=2016", "year") == {"2017": 2, "2016": 1}

    def test_chosen_stays_in_the_address_and_can_be_taken_back(self):
        main = main_of("/news/?topic=policy&year=2016")

        chips = {words(a): a["href"] for a in main.select("a.chip")}
        assert chips == {
            "Remove: Topic: Policy": "/news/?year=2016#results",
            "Remove: Year: 2016": "/news/?topic=policy#results",
        }
        ticked = {i["value"] for i in main.find_all("input", checked=True)}
        assert ticked == {"policy", "2016"}

    def test_pages_of_a_list_keep_what_is_chosen(self):
        for number in range(11):
            NewsPageFactory(title=f"More {number}", topics=[self.policy])

        (following,) = main_of("/news/?topic=policy").find_all("a", rel="next")

        assert following["href"] == "?topic=policy&page=2"
        assert len(self.titles("/news/?topic=policy&page=2")) == 3

    def test_nothing_fits_and_there_is_a_way_out(self):
        empty = main_of("/news/?category=event&topic=policy").find(class_="empty")

        assert "Nothing fits all of this" in words(empty)
        assert empty.find("a", href="/news/")

    def test_what_there_is_not_is_left_out_and_said(self):
        for query in ("topic=nothing", "year=1", "year=x", "category=%22%3E%00", "x=1"):
            assert len(self.titles(f"/news/?{query}")) == 3, query

        text = words(main_of("/news/?topic=nothing&category=event"))
        assert "Nothing is filed under “nothing”. The list shows the rest." in text
        assert self.titles("/news/?topic=nothing&category=event") == ["Plain"]

    def test_a_year_is_that_of_the_sites_calendar(self):
        # The first hours of 2018 in UTC are the last ones of 2017 in Washington.
        WebinarPageFactory(
            title="New Year's Eve", starts_at=datetime(2018, 1, 1, 3, tzinfo=UTC)
        )
        WebinarPageFactory(title="Later", starts_at=datetime(2018, 5, 1, tzinfo=UTC))

        assert self.titles("/webinars/?year=2017") == ["New Year's Eve"]
        assert self.counts("/webinars/", "year") == {"2018": 1, "2017": 1}

    def test_queries_do_not_grow(self):
        for path in ("/news/", "/news/?topic=policy&category=data&year=2017"):
            assert_same_queries(
                lambda path=path: self.client.get(path),
                grow=lambda: NewsPageFactory.create_batch(5, topics=[self.policy]),
            )


class OtherListTests(NarrowingTestCase):
    def test_a_choice_that_would_show_all_is_not_offered(self):
        StoryPageFactory(topics=[TopicFactory()])

        assert self.client.get("/stories/").context["narrowed"].groups == []
        assert main_of("/stories/").find("form", class_="library__form") is None

    def test_events_to_come_and_past_are_both_narrowed(self):
        WebinarPageFactory(title="To come", kind="forum", virtual=True)
        WebinarPageFactory(title="Other to come")
        past = datetime(2017, 10, 26, 18, tzinfo=UTC)
        WebinarPageFactory(title="Past", kind="forum", starts_at=past)
        WebinarPageFactory(title="Other past", starts_at=past)

        context = self.client.get("/webinars/?kind=forum").context

        assert [card.title for card in context["upcoming"]] == ["To come"]
        assert [card.title for card in context["items"].object_list] == ["Past"]
        assert context["narrowed"].total == 2

    def test_topics_of_what_is_not_public_are_not_offered(self):
        secret = TopicFactory(name="Secret", slug="secret")
        NewsPageFactory(live=False, topics=[secret])
        NewsPageFactory(topics=[TopicFactory(name="Shown", slug="shown")])
        NewsPageFactory()

        assert self.counts("/news/", "topic") == {"Shown": 1}
        assert "Secret" not in words(main_of("/news/?topic=secret"))
