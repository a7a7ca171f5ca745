"""What uses a document, published or not."""

from django.test import TestCase

from cms.models import Attachment
from documents.uses import documents_in, uses_of
from tests.factories import DocumentFactory, NewsPageFactory, StandardPageFactory


def link_to(document) -> str:
    return f'<a linktype="document" id="{document.pk}">x</a>'


class UsesTests(TestCase):
    def setUp(self):
        self.document = DocumentFactory(released_at=None, releases_with_page=False)

    def test_are_pages_with_it_attached_or_in_their_text_each_once(self):
        attachments = [Attachment(document=self.document)]
        both = [("rich_text", link_to(self.document))]
        StandardPageFactory(title="Both", attachments=attachments, body=both)
        StandardPageFactory(title="Linked", body=both)

        assert uses_of(self.document) == ["attached to “Both”", "used on “Linked”"]

    def test_are_drafts_of_public_pages_as_well(self):
        page = NewsPageFactory(title="The news")
        page.attachments.add(Attachment(document=self.document))
        page.save_revision()

        assert uses_of(self.document) == ["in the draft of “The news”"]

    def test_are_no_drafts_that_were_changed_again(self):
        page = NewsPageFactory(title="The news")
        page.attachments.add(Attachment(document=self.document))
        page.save_revision()
        page.attachments.clear()
        page.save_revision()

        assert uses_of(self.document) == []

    def test_are_documents_that_it_replaces(self):
        DocumentFactory(title="Older", replaced_by=self.document)

        assert uses_of(self.document) == ["replaces “Older”"]


class DocumentsInTests(TestCase):
    def test_are_those_attached_and_those_to_which_a_text_links(self):
        attached, linked = DocumentFactory(), DocumentFactory()
        page = StandardPageFactory(
            attachments=[Attachment(document=attached)],
            body=[("rich_text", link_to(linked))],
        )

        assert documents_in(page) == {attached.pk, linked.pk}
