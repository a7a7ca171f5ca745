"""What is done to many documents at once."""

from typing import Any

from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from cms.models import Attachment
from cms.publishing.models import Publication
from documents.models import CustomDocument
from tests.factories import DocumentFactory, NewsPageFactory

from .cases import AdminTestCase


class BulkActionTestCase(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(title="In use")

    def bulk(self, action: str, *documents: CustomDocument, **data: Any):
        url = reverse(
            "wagtail_bulk_action", args=["documents", "customdocument", action]
        )
        ids = "&".join(f"id={document.pk}" for document in documents)
        next_url = reverse("wagtaildocs:index")
        return self.client.post(f"{url}?{ids}&next={next_url}", data, follow=True)


class DeleteTests(BulkActionTestCase):
    def test_is_refused_while_one_of_the_documents_is_in_use(self):
        NewsPageFactory(
            title="The news", attachments=[Attachment(document=self.document)]
        )

        response = self.bulk("delete", self.document, DocumentFactory())

        self.assertContains(response, "attached to “The news”")
        assert CustomDocument.objects.count() == 2

    def test_removes_documents_that_nothing_uses(self):
        self.bulk("delete", self.document, DocumentFactory())

        assert not CustomDocument.objects.exists()


class MoveTests(BulkActionTestCase):
    def test_to_a_private_collection_takes_documents_from_the_public(self):
        private = Collection.get_first_root_node().add_child(name="Private")
        CollectionViewRestriction.objects.create(
            collection=private, restriction_type="login"
        )

        self.bulk("add_to_collection", self.document, collection=private.pk)

        row = Publication.objects.get(resource="documents", object_id=self.document.pk)
        assert row.live is False

    def test_of_public_documents_is_for_publishers(self):
        self.client.force_login(self.editor)
        other = Collection.get_first_root_node().add_child(name="Other")

        self.bulk("add_to_collection", self.document, collection=other.pk)

        self.document.refresh_from_db()
        assert self.document.collection_id != other.pk
