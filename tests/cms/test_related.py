"""What a page leads on to: things with the same topics."""

from datetime import date
from unittest.mock import patch

from django.core.cache import caches
from django.test import TestCase

from cms.models import Attachment, RelatedPage
from tests.assertions import assert_same_queries
from tests.cms.publishing.log import restrict
from tests.content import main_of, words
from tests.factories import DocumentFactory, NewsPageFactory, TopicFactory


class RelatedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.policy = TopicFactory(name="Policy", slug="policy")
        cls.data = TopicFactory(name="Data", slug="data")
        cls.page = NewsPageFactory(title="Shown", topics=[cls.policy, cls.data])

    def titles(self) -> list[str]:
        found = main_of(self.page.url).find(class_="related__list")
        return [words(a) for a in found.find_all("a")] if found else []

    def test_what_shares_most_topics_comes_first_then_the_newest(self):
        NewsPageFactory(title="Nothing in common")
        for title, day, topics in (
            ("Old", 1, [self.policy]),
            ("New", 9, [self.policy]),
            ("Both", 2, [self.policy, self.data]),
        ):
            NewsPageFactory(title=title, published_on=date(2017, 9, day), topics=topics)

        assert self.titles() == ["Both", "New", "Old"]

    def test_what_has_many_other_topics_comes_no_sooner(self):
        others = TopicFactory.create_batch(4)
        NewsPageFactory(title="Of much", topics=[self.policy, *others])
        NewsPageFactory(title="Both", topics=[self.policy, self.data])

        assert self.titles() == ["Both", "Of much"]

    def test_the_newest_of_pages_and_of_documents_are_looked_at(self):
        self.document("A form")
        for day in range(1, 5):
            date_of = date(2017, 9, day)
            NewsPageFactory(
                title=f"Of {day}", published_on=date_of, topics=[self.policy]
            )

        with patch("cms.related.LOOKED_AT", 2):
            assert set(self.titles()) == {"Of 4", "Of 3", "A form"}

    def document(self, title: str, **values):
        document = DocumentFactory(title=title, **values)
        document.topics.set([self.policy])
        document.save()
        return document

    def test_documents_are_there_and_say_what_they_are(self):
        self.document("A form")

        related = main_of(self.page.url).find(class_="related__list")

        assert words(related) == "A form Document"

    def test_what_the_page_names_itself_is_not_named_again(self):
        document = self.document("Attached")
        other = NewsPageFactory(title="Related", topics=[self.policy])
        self.page.attachments = [Attachment(document=document)]
        self.page.related_pages = [RelatedPage(related=other)]
        self.page.save()

        assert self.titles() == []

    def test_nothing_that_is_not_public(self):
        NewsPageFactory(title="Draft", live=False, topics=[self.policy])
        self.document("Unreleased", released_at=None)
        private = NewsPageFactory(title="Private", topics=[self.policy])
        restrict(private)

        assert self.titles() == []

    def test_a_kept_page_follows_what_is_published(self):
        assert self.titles() == []

        other = NewsPageFactory(title="Published since", topics=[self.data])
        assert self.titles() == ["Published since"]

        other.unpublish()
        assert self.titles() == []

    def test_a_page_without_topics_is_kept_whatever_else_is_published(self):
        caches["answers"].clear()
        page = NewsPageFactory()

        before = self.client.get(page.url)["ETag"]
        NewsPageFactory()

        assert self.client.get(page.url)["ETag"] == before

    def test_queries_do_not_grow(self):
        NewsPageFactory(topics=[self.policy])

        assert_same_queries(
            lambda: self.client.get(self.page.url),
            grow=lambda: NewsPageFactory.create_batch(9, topics=[self.policy]),
        )
