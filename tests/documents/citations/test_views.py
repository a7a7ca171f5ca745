"""Who gets the citation of a document."""

from documents.models import CustomDocument
from tests.documents.cases import DocumentTestCase
from tests.factories import DocumentFactory


class CitationFileTests(DocumentTestCase):
    def paths(self, document: CustomDocument) -> list[str]:
        return [f"{document.path}cite.{kind}" for kind in ("bib", "ris")]

    def test_of_an_unreleased_document_is_for_staff_only(self):
        document = DocumentFactory(released_at=None)
        for path in self.paths(document):
            assert self.get(path).status_code == 404

        self.client.force_login(self.editor)
        for path in self.paths(document):
            response = self.get(path)
            assert response.status_code == 200
            assert "no-store" in response["Cache-Control"]

    def test_has_other_words_in_its_address_put_right(self):
        document = DocumentFactory(title="New title")

        response = self.get(f"/documents/{document.pk}/old-title/cite.bib")

        self.assertRedirects(response, f"{document.path}cite.bib", 301)

    def test_of_a_deleted_document_is_gone(self):
        document = DocumentFactory()
        paths = self.paths(document)
        document.delete()

        assert [self.get(path).status_code for path in paths] == [410, 410]

    def test_is_kept_until_the_document_changes(self):
        document = DocumentFactory()
        (path, _ris) = self.paths(document)
        known = {"if-none-match": self.get(path)["ETag"]}

        DocumentFactory()
        assert self.get(path, headers=known).status_code == 304

        document.summary = "Other words."
        document.save()
        assert self.get(path, headers=known).status_code == 200

    def test_comes_in_no_other_form(self):
        document = DocumentFactory()

        for end in ("cite.txt", "cite.bib/", "cite.", "cite", "cite.BIB"):
            assert self.get(document.path + end).status_code in {301, 404}, end

    def test_of_strange_numbers_is_not_found(self):
        for number in ("0", "-1", "1e3", "9" * 30):
            assert self.get(f"/documents/{number}/x/cite.bib").status_code == 404
