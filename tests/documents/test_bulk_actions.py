"""What is done to many documents at once."""

from typing import Any
from unittest import mock

from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from cms.models import Attachment
from cms.publishing.models import Publication
from documents.models import CustomDocument
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    NewsPageFactory,
    TopicFactory,
)

from .cases import AdminTestCase


def row_of(document: CustomDocument) -> Publication:
    return Publication.objects.get(resource="documents", object_id=document.pk)


class BulkActionTestCase(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(title="In use")

    def url(self, action: str, *documents: CustomDocument, query: str = "") -> str:
        url = reverse(
            "wagtail_bulk_action", args=["documents", "customdocument", action]
        )
        ids = "&".join(f"id={document.pk}" for document in documents)
        return f"{url}?{ids or query}&next={reverse('wagtaildocs:index')}"

    def bulk(self, action: str, *documents: CustomDocument, query="", **data: Any):
        url = self.url(action, *documents, query=query)
        return self.client.post(url, data, follow=True)


class DeleteTests(BulkActionTestCase):
    def test_is_refused_while_one_of_the_documents_is_in_use(self):
        draft = DocumentFactory(released_at=None, releases_with_page=False)
        NewsPageFactory(title="The news", attachments=[Attachment(document=draft)])

        response = self.bulk("delete", draft, DocumentFactory(released_at=None))

        self.assertContains(response, "attached to “The news”")
        assert CustomDocument.objects.count() == 3

    def test_is_refused_where_one_of_them_was_published(self):
        response = self.bulk("delete", self.document, DocumentFactory(released_at=None))

        self.assertContains(response, "what was published is not deleted")
        assert CustomDocument.objects.count() == 2

    def test_waits_for_a_release_that_is_on_its_way(self):
        draft = DocumentFactory(released_at=None)

        def release() -> None:
            CustomDocument.objects.get(pk=draft.pk).release()

        with mock.patch("documents.bulk_actions.lock", release):
            self.bulk("delete", draft)

        assert CustomDocument.objects.filter(pk=draft.pk).exists()

    def test_removes_documents_that_nobody_has_seen(self):
        drafts = DocumentFactory.create_batch(2, released_at=None)

        self.bulk("delete", *drafts)

        assert list(CustomDocument.objects.all()) == [self.document]

    def test_of_all_in_the_list_takes_what_the_list_shows(self):
        DocumentFactory(title="Draft", released_at=None)
        kept = DocumentFactory(title="Form", released_at=None, document_type="form")

        self.bulk("delete", query="id=all&release=unreleased&q=draft")

        assert set(CustomDocument.objects.all()) == {self.document, kept}


class MoveTests(BulkActionTestCase):
    def test_to_a_private_collection_takes_documents_from_the_public(self):
        private = Collection.get_first_root_node().add_child(name="Private")
        CollectionViewRestriction.objects.create(
            collection=private, restriction_type="login"
        )

        self.bulk("add_to_collection", self.document, collection=private.pk)

        assert row_of(self.document).live is False

    def test_of_public_documents_is_for_publishers(self):
        self.client.force_login(self.editor)
        other = Collection.get_first_root_node().add_child(name="Other")

        self.bulk("add_to_collection", self.document, collection=other.pk)

        self.document.refresh_from_db()
        assert self.document.collection_id != other.pk


class EditTests(BulkActionTestCase):
    def setUp(self):
        super().setUp()
        self.other = DocumentFactory(title="Other", document_type="form")
        self.both = [self.document, self.other]

    def refreshed(self) -> list[CustomDocument]:
        for document in self.both:
            document.refresh_from_db()
        return self.both

    def test_asks_what_is_to_be_the_same(self):
        response = self.client.get(self.url("edit", *self.both))

        self.assertContains(response, "What is set here is set for each")
        self.assertContains(response, "In use")
        self.assertContains(response, "Leave as it is")

    def test_sets_type_series_and_fiscal_year(self):
        series = DocumentSeriesFactory()

        response = self.bulk(
            "edit",
            *self.both,
            document_type="guidance",
            series=series.pk,
            fiscal_year=2017,
        )

        self.assertContains(response, "2 documents were changed.")
        for document in self.refreshed():
            assert document.document_type == "guidance"
            assert (document.series, document.fiscal_year) == (series, 2017)
            assert row_of(document).facets.filter(
                name="document_type", value="guidance"
            )

    def test_leaves_alone_what_is_not_chosen(self):
        self.bulk("edit", *self.both, fiscal_year=2017)

        assert [d.document_type for d in self.refreshed()] == ["", "form"]

    def test_adds_and_removes_topics(self):
        added, removed = TopicFactory(), TopicFactory()
        self.other.topics.add(removed)

        self.bulk("edit", *self.both, add_topics=[added.pk], remove_topics=[removed.pk])

        for document in self.both:
            assert list(document.topics.all()) == [added]
            topics = row_of(document).facets.filter(name="topic")
            assert [facet.value for facet in topics] == [added.slug]

    def test_takes_documents_out_of_their_series(self):
        self.other.series, self.other.series_position = DocumentSeriesFactory(), 1
        self.other.save()

        self.bulk("edit", *self.both, leave_series="on")

        self.other.refresh_from_db()
        assert (self.other.series, self.other.series_position) == (None, None)

    def test_withdraws_with_an_explanation(self):
        refused = self.bulk("edit", *self.both, status="withdrawn")
        self.assertContains(refused, "Withdrawn documents need an explanation")

        self.bulk(
            "edit", *self.both, status="withdrawn", status_explanation="Outdated."
        )

        for document in self.refreshed():
            assert document.status_explanation == "Outdated."
            assert not row_of(document).listed

    def test_a_new_status_takes_the_old_explanation_away(self):
        self.document.status, self.document.status_explanation = "withdrawn", "Wrong."
        self.document.save()

        self.bulk("edit", self.document, status="current")

        self.document.refresh_from_db()
        assert self.document.status_explanation == ""

    def test_names_what_is_wrong_with_each_and_changes_nothing(self):
        self.other.replaced_by = self.document
        self.other.save()

        response = self.bulk("edit", *self.both, status="current", fiscal_year=2017)

        self.assertContains(response, "Nothing was changed.")
        self.assertContains(response, "“Other”: A document that another one replaces")
        assert [d.fiscal_year for d in self.refreshed()] == [None, None]
        assert "2017" not in row_of(self.document).card

    def test_refuses_what_makes_no_sense(self):
        topic, series = TopicFactory(name="Eligibility"), DocumentSeriesFactory()
        for values, said in [
            ({}, "Choose at least one thing to change."),
            ({"fiscal_year": 17}, "greater than or equal to 1965"),
            ({"series": series.pk, "leave_series": "on"}, "not both"),
            ({"status_explanation": "Why."}, "Choose the status that you explain"),
            (
                {"add_topics": [topic.pk], "remove_topics": [topic.pk]},
                "Add “Eligibility” or remove it",
            ),
        ]:
            self.assertContains(self.bulk("edit", *self.both, **values), said)

    def test_of_public_documents_is_for_publishers(self):
        self.client.force_login(self.editor)
        draft = DocumentFactory(title="Draft", released_at=None)

        self.bulk("edit", self.document, draft, fiscal_year=2017)

        draft.refresh_from_db()
        self.document.refresh_from_db()
        assert (self.document.fiscal_year, draft.fiscal_year) == (None, 2017)

    def test_takes_so_many_and_no_more(self):
        with mock.patch("documents.bulk_actions.MOST_AT_ONCE", 1):
            response = self.bulk("edit", *self.both, fiscal_year=2017)

        self.assertContains(response, "Choose at most 1 documents at once.")
        assert [d.fiscal_year for d in self.refreshed()] == [None, None]


class ReleaseTests(BulkActionTestCase):
    def draft(self, **values: Any) -> CustomDocument:
        record = {"document_type": "form", "summary": "A form to fill in."} | values
        return DocumentFactory(released_at=None, **record)

    def test_shows_documents_to_everybody(self):
        drafts = [self.draft(), self.draft()]

        asked = self.client.get(self.url("release", *drafts))
        response = self.bulk("release", *drafts)

        self.assertContains(asked, "everybody can find and download these")
        self.assertContains(response, "2 documents are released")
        assert all(row_of(document).live for document in drafts)

    def test_names_what_each_lacks_and_releases_none(self):
        whole = self.draft()
        lacking = [
            self.draft(title="Untyped", document_type=""),
            self.draft(title="Unsaid", summary=""),
        ]

        response = self.bulk("release", whole, *lacking)

        self.assertContains(response, "“Untyped”: not released: choose the type")
        self.assertContains(response, "“Unsaid”: not released: write a summary")
        whole.refresh_from_db()
        assert not whole.is_released

    def test_is_for_publishers(self):
        self.client.force_login(self.editor)
        draft = self.draft()

        self.bulk("release", draft)

        draft.refresh_from_db()
        assert not draft.is_released
