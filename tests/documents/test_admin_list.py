"""The list of documents in the admin: what it says, and how it is narrowed down."""

from typing import Any

from django.urls import reverse
from wagtail.models import Collection

from cms.models import Attachment
from documents.models import CustomDocument, DocumentVersion, Reading
from tests.assertions import assert_same_queries
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    NewsPageFactory,
    TopicFactory,
)

from .cases import AdminTestCase


def read(document: CustomDocument, **facts: Any) -> CustomDocument:
    """Note what was read of the file of a document."""
    versions = DocumentVersion.objects.filter(document=document)
    versions.update(reading=Reading.READ, **facts)
    return document


def checked(document: CustomDocument, **facts: bool) -> CustomDocument:
    """Note how accessible the file is; what is not named is there."""
    names = ("is_tagged", "has_title", "has_language", "has_text_layer")
    return read(document, **(dict.fromkeys(names, True) | facts))


class ListTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.url = reverse("wagtaildocs:index")

    def test_says_who_sees_each_document_and_whether_it_holds(self):
        DocumentFactory(title="Out")
        DocumentFactory(title="In", released_at=None, status="under_review")

        response = self.client.get(self.url)

        self.assertContains(response, "Released")
        self.assertContains(response, "Staff only")
        self.assertContains(response, "Under review")

    def test_says_what_a_document_is(self):
        series = DocumentSeriesFactory(name="MEP Policy Q&As")
        document = DocumentFactory(
            document_type="policy_qa", series=series, issue="v.1 (July)"
        )
        CustomDocument.objects.filter(pk=document.pk).update(pages=12)

        response = self.client.get(self.url)

        self.assertContains(response, "Policy Q&amp;A")
        self.assertContains(response, "MEP Policy Q&amp;As, v.1 (July)")
        self.assertContains(response, "12\u00a0pages")
        self.assertContains(response, document.download_path)

    def test_says_how_accessible_a_file_is(self):
        checked(DocumentFactory(), is_tagged=False)

        self.assertContains(self.client.get(self.url), "Partly accessible")

    def test_says_where_it_is_used_and_counts_no_file_as_a_use(self):
        document = DocumentFactory()
        NewsPageFactory(attachments=[Attachment(document=document)])
        other = DocumentFactory()

        response = self.client.get(self.url)

        self.assertContains(response, document.usage_url)
        counts = {d.pk: d.usage_count for d in response.context["documents"]}
        assert counts == {document.pk: 1, other.pk: 0}

    def test_queries_do_not_grow_with_the_list(self):
        series = DocumentSeriesFactory()
        DocumentFactory(series=series)

        assert_same_queries(
            lambda: self.client.get(self.url),
            grow=lambda: DocumentFactory.create_batch(19, series=series),
        )


class FilterTests(AdminTestCase):
    def found(self, **query: Any) -> list[str]:
        response = self.client.get(reverse("wagtaildocs:index_results"), query)
        return sorted(d.title for d in response.context["documents"])

    def test_finds_documents_by_each_of_what_is_said_of_them(self):
        series, topic = DocumentSeriesFactory(), TopicFactory()
        private = Collection.get_first_root_node().add_child(name="Private")
        values = {
            "release": ("released_at", None, "unreleased"),
            "status": ("status", "superseded", "superseded"),
            "document_type": ("document_type", "form", "form"),
            "series": ("series", series, series.pk),
            "fiscal_year": ("fiscal_year", 2017, 2017),
            "language": ("language", "es", "es"),
            "collection_id": ("collection", private, private.pk),
        }
        for number, (name, value, _) in enumerate(values.values()):
            DocumentFactory(title=f"Only {number}", **{name: value})
        DocumentFactory(title="Topical").topics.add(topic)

        for number, (name, (_, _, chosen)) in enumerate(values.items()):
            for query in ({}, {"q": "only"}):
                found = self.found(**{name: chosen}, **query)
                assert found == [f"Only {number}"], (name, query)
        assert self.found(topic=topic.pk) == ["Topical"]
        assert self.found(topic=topic.pk, q="topical") == ["Topical"]

    def test_finds_documents_by_how_accessible_their_file_is(self):
        checked(DocumentFactory(title="Good"))
        checked(DocumentFactory(title="Untitled"), has_title=False)
        checked(DocumentFactory(title="Scan"), has_text_layer=False, is_tagged=False)
        DocumentFactory(title="Unread")

        for grade, title in [
            ("accessible", "Good"),
            ("partly", "Untitled"),
            ("not_accessible", "Scan"),
            ("unknown", "Unread"),
        ]:
            assert self.found(accessibility=grade) == [title]
            assert self.found(accessibility=grade, q=title.lower()) == [title]

    def test_finds_documents_whose_file_was_not_read(self):
        read(DocumentFactory(title="Read"))
        DocumentFactory(title="Waiting")

        assert self.found(reading="waiting") == ["Waiting"]

    def test_looks_at_the_file_that_a_document_has_now(self):
        document = checked(DocumentFactory(title="Mended"), is_tagged=False)
        newest = document.versions.get()
        newest.pk, newest.number, newest.is_tagged = None, 2, True
        newest.save()
        CustomDocument.objects.filter(pk=document.pk).update(version_number=2)

        assert self.found(accessibility="accessible") == ["Mended"]
        assert self.found(accessibility="partly") == []

    def test_a_value_that_there_is_not_finds_nothing_and_breaks_nothing(self):
        DocumentFactory()

        for name in ("series", "topic", "fiscal_year", "accessibility", "reading"):
            response = self.client.get(reverse("wagtaildocs:index"), {name: "0'"})
            assert response.status_code == 200, name
