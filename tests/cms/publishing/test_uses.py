"""Snippets are public while something public shows them."""

from django.test import TestCase

from cms.models import DocumentSeries, Topic
from cms.publishing import audit
from cms.publishing.models import SNIPPETS, Publication
from home.models import Statistic
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    GlossaryPageFactory,
    HomePageFactory,
    ImpactPageFactory,
    MeasureFactory,
    NewsPageFactory,
    OfficeFactory,
    ProgrammeFactory,
    SourceFactory,
    StoryPageFactory,
    TermFactory,
    TopicFactory,
    WebinarPageFactory,
)

from .log import body, is_live, restrict, row


class LogTestCase(TestCase):
    def setUp(self):
        HomePageFactory()

    def tearDown(self):
        assert list(audit.check()) == []


class UseTests(LogTestCase):
    def test_each_kind_where_it_is_shown(self):
        measure, source = MeasureFactory(), SourceFactory()
        shown = {
            "topics": TopicFactory(),
            "programmes": ProgrammeFactory(),
            "measures": measure,
            "sources": source,
            "series": DocumentSeriesFactory(),
            "offices": OfficeFactory(),
            "terms": TermFactory(),
        }
        assert not Publication.objects.filter(resource__in=SNIPPETS).exists()

        NewsPageFactory(topics=[shown["topics"]])
        StoryPageFactory(programmes=[shown["programmes"]])
        figure = Statistic(label="A", value=1, measure=measure, source=source)
        ImpactPageFactory(statistics=[figure])
        DocumentFactory(series=shown["series"])
        WebinarPageFactory(contact=shown["offices"])
        GlossaryPageFactory()

        assert set(shown) == set(SNIPPETS)
        for resource, snippet in shown.items():
            assert is_live(resource, snippet), resource

    def test_a_draft_or_an_unreleased_document_is_no_use(self):
        topic, series = TopicFactory(), DocumentSeriesFactory()
        draft = NewsPageFactory(topics=[topic], live=False)
        document = DocumentFactory(series=series, released_at=None)
        assert row("topics", topic.pk) is row("series", series.pk) is None

        draft.save_revision().publish()
        document.release()

        assert is_live("topics", topic)
        assert is_live("series", series)

    def test_the_last_use_that_ends(self):
        topic = TopicFactory()
        first, second = NewsPageFactory.create_batch(2, topics=[topic])

        first.topics = []
        first.save()
        assert is_live("topics", topic)

        second.unpublish()
        assert row("topics", topic.pk).reason == "unused"

        second.save_revision().publish()
        assert is_live("topics", topic)

    def test_a_use_that_becomes_private_or_is_deleted(self):
        for end in (restrict, lambda page: page.delete()):
            topic = TopicFactory()
            page = NewsPageFactory(topics=[topic])

            end(page)

            tombstone = row("topics", topic.pk)
            assert tombstone.reason == "unused"
            assert tombstone.title == tombstone.body == tombstone.old_path == ""

    def test_a_use_by_a_document_whose_topics_are_set_later(self):
        topic = TopicFactory()
        document = DocumentFactory()

        document.topics.add(topic)
        assert is_live("topics", topic)

        document.topics.clear()
        assert row("topics", topic.pk).reason == "unused"

    def test_a_use_by_a_page_alone_writes_what_changes_and_nothing_else(self):
        topic = TopicFactory()
        NewsPageFactory(topics=[topic])
        before = row("topics", topic.pk).sequence

        NewsPageFactory(topics=[topic])

        assert row("topics", topic.pk).sequence == before


class ChangeTests(LogTestCase):
    def test_a_new_name_here_and_where_it_is_shown(self):
        topic = TopicFactory(name="Before", slug="before")
        page = NewsPageFactory(topics=[topic])

        topic.name, topic.slug = "After", "after"
        topic.save()

        assert row("topics", topic.pk).title == "After"
        assert body(page)["topics"][0]["slug"] == "after"

    def test_a_change_of_one_that_is_in_no_use_writes_nothing(self):
        topic = TopicFactory()
        NewsPageFactory(topics=[topic], live=False)
        before = audit.last_sequence()

        topic.name = "Another name"
        topic.save()
        topic.delete()

        assert audit.last_sequence() == before

    def test_one_that_is_deleted_is_gone_everywhere(self):
        topic = TopicFactory()
        page = NewsPageFactory(topics=[topic])
        number = topic.pk

        Topic.objects.get(pk=number).delete()

        assert row("topics", number).reason == "deleted"
        assert body(page)["topics"] == []

    def test_one_that_was_in_no_use_any_more_is_deleted_in_silence(self):
        topic = TopicFactory()
        page = NewsPageFactory(topics=[topic])
        page.unpublish()
        number, before = topic.pk, audit.last_sequence()

        topic.delete()

        assert row("topics", number).reason == "unused"
        assert audit.last_sequence() == before


class AuditTests(LogTestCase):
    def test_a_rebuild_from_nothing(self):
        topic, series = TopicFactory(), DocumentSeriesFactory()
        NewsPageFactory(topics=[topic])
        DocumentFactory(series=series)
        TopicFactory()
        Publication.objects.all().delete()

        audit.rebuild()

        found = Publication.objects.filter(resource__in=SNIPPETS)
        assert sorted(found.values_list("resource", "object_id")) == [
            ("series", series.pk),
            ("topics", topic.pk),
        ]

    def test_what_was_changed_behind_its_back(self):
        series = DocumentSeriesFactory()
        DocumentFactory(series=series)
        DocumentSeries.objects.update(description="By SQL")

        (difference,) = audit.check()

        assert (
            str(difference)
            == f"series/{series.pk}: differs in body, card, etag, search_text"
        )
        audit.rebuild()

    def test_a_use_by_something_that_is_gone(self):
        topic = TopicFactory()
        page = NewsPageFactory(topics=[topic])
        Publication.objects.filter(resource="pages", object_id=page.pk).update(
            object_id=999_999
        )
        type(page).objects.filter(pk=page.pk).update(live=False)

        audit.rebuild()

        assert row("topics", topic.pk).reason == "unused"
