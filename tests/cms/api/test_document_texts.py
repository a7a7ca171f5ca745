"""What a document's file says, and which documents a page attaches."""

from cms.models import Attachment
from cms.publishing.models import PageText, Publication
from tests.factories import DocumentFactory, HomePageFactory, NewsPageFactory, give_text
from tests.publications import publication

from .cases import ApiTestCase, assert_problem


class TextTests(ApiTestCase):
    def setUp(self):
        HomePageFactory()
        self.document = DocumentFactory()
        give_text(self.document, "Page one.", "Seite zwei – größer.", "Page three.")
        self.path = f"documents/{self.document.pk}/text/"

    def test_comes_page_by_page(self):
        found = self.found(self.path)

        assert found["meta"] == {"total_count": 3}
        assert [item["number"] for item in found["items"]] == [1, 2, 3]
        assert found["items"][1]["text"] == "Seite zwei – größer."

    def test_one_page_of_it(self):
        assert self.found(self.path, page=2) == {
            "meta": {"total_count": 3},
            "items": [{"number": 2, "text": "Seite zwei – größer."}],
        }

    def test_some_pages_of_it(self):
        items = self.items(self.path, offset=1, limit=1)

        assert [item["number"] for item in items] == [2]

    def test_a_page_beyond_the_last_is_an_empty_list(self):
        found = self.found(self.path, page=4)

        assert (found["meta"]["total_count"], found["items"]) == (3, [])

    def test_takes_two_queries(self):
        with self.assertNumQueries(2):
            self.ask(self.path)

    def test_has_a_validator_that_moves_with_the_text(self):
        etag = self.ask(self.path)["ETag"]
        assert self.ask(self.path, {"If-None-Match": etag}).status_code == 304

        give_text(self.document, "Another one.")

        again = self.ask(self.path, {"If-None-Match": etag})
        assert again.json()["items"][0]["text"] == "Another one."

    def test_a_new_text_is_a_change(self):
        row = Publication.objects.get(resource="documents")

        give_text(self.document, "Page one.", "Page two.", "Page four.")

        assert Publication.objects.get(pk=row.pk).sequence > row.sequence

    def test_is_none_for_a_file_that_was_not_read(self):
        unread = DocumentFactory()

        found = self.found(f"documents/{unread.pk}/text/")

        assert found == {"meta": {"total_count": 0}, "items": []}

    def test_is_none_of_a_withdrawn_document(self):
        self.document.status = "withdrawn"
        self.document.status_explanation = "It was wrong."
        self.document.save()

        assert self.found(self.path)["meta"]["total_count"] == 0
        assert not PageText.objects.exists()

    def test_goes_with_the_document(self):
        self.document.delete()

        assert_problem(self.ask(self.path), 410)
        assert not PageText.objects.exists()

    def test_of_no_document_is_not_there(self):
        assert_problem(self.ask("documents/999999/text/"), 404)
        assert_problem(self.ask(f"documents/{9**30}/text/"), 404)

    def test_a_page_does_not_go_together_with_limit_and_offset(self):
        for name, value in {"limit": 5, "offset": 2}.items():
            (error,) = self.refused(self.path, page=1, **{name: value})

            assert error["parameter"] == "page"
            assert name in error["message"]


class AttachmentTests(ApiTestCase):
    def setUp(self):
        HomePageFactory()
        self.document, _other = DocumentFactory(), DocumentFactory()
        attachments = [Attachment(document=self.document)]
        self.page = NewsPageFactory(attachments=attachments)

    def test_documents_of_one_page(self):
        found = self.ids("documents/", attachments_of=self.page.pk)

        assert found == [self.document.pk]

    def test_a_page_without_any(self):
        assert self.ids("documents/", attachments_of="root") == []

    def test_what_a_page_attaches_later_is_there_at_once(self):
        path, later = "documents/", DocumentFactory()
        etag = self.ask(path, attachments_of=self.page.pk)["ETag"]

        self.page.attachments.add(Attachment(document=later, sort_order=1))
        self.page.save_revision().publish()

        answer = self.ask(
            path, {"If-None-Match": etag}, attachments_of=self.page.pk
        ).json()
        assert {item["id"] for item in answer["items"]} == {self.document.pk, later.pk}

    def test_a_page_that_is_not_public_is_refused_like_one_that_is_not_there(self):
        publication(99, reason="restricted")

        private, absent = (
            self.refused("documents/", attachments_of=number) for number in (99, 98)
        )

        assert private == absent
        assert private[0]["parameter"] == "attachments_of"

    def test_two_queries(self):
        with self.assertNumQueries(2):
            self.ask("documents/", attachments_of=self.page.pk)
