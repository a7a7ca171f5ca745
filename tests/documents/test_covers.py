"""The picture of a first page goes to whom the file goes."""

from documents.choices import DocumentStatus
from tests.factories import PDF, DocumentFactory, give_cover

from . import files
from .cases import DocumentTestCase
from .test_reading import body_in_the_log
from .test_versions import private_collection


class CoverTests(DocumentTestCase):
    def with_cover(self, **values):
        document = DocumentFactory(**values)
        give_cover(document)
        return document

    def path(self, document, number=1):
        return f"/documents/{document.pk}/v/{number}/cover.webp"

    def test_everybody_gets_that_of_a_public_document(self):
        answer = self.client.get(self.path(self.with_cover()))

        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
        assert answer.content[8:12] == b"WEBP"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"

    def test_who_has_it_is_told_so_until_there_is_another(self):
        document = self.with_cover()
        etag = self.client.get(self.path(document))["ETag"]

        same = self.client.get(self.path(document), headers={"If-None-Match": etag})
        give_cover(document)
        other = self.client.get(self.path(document), headers={"If-None-Match": etag})

        assert (same.status_code, same.content) == (304, b"")
        assert other.status_code == 200

    def test_no_visitor_gets_that_of_an_unreleased_document(self):
        document = self.with_cover(released_at=None)

        assert self.client.get(self.path(document)).status_code == 404

        self.client.force_login(self.publisher)
        answer = self.client.get(self.path(document))
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]

    def test_members_get_that_of_a_document_of_their_collection(self):
        group = self.publisher.groups.get()
        document = self.with_cover(collection=private_collection(group))

        assert self.client.get(self.path(document)).status_code == 404

    def test_that_of_a_withdrawn_document_says_why(self):
        document = self.with_cover(
            status=DocumentStatus.WITHDRAWN, status_explanation="It was wrong."
        )

        answer = self.client.get(self.path(document))

        self.assertContains(answer, "It was wrong.", status_code=410)

    def test_that_of_an_earlier_version_stays_until_it_is_withdrawn(self):
        document = self.with_cover()
        document.replace_file(files.named("b.pdf", PDF + b"%2\n"), "Corrects page 3.")
        before = self.client.get(self.path(document)).status_code

        document.versions.get(number=1).withdraw("It named a child.")

        assert before == 200
        answer = self.client.get(self.path(document))
        self.assertContains(answer, "It named a child.", status_code=410)

    def test_there_is_none_of_other_kinds_or_versions(self):
        document = DocumentFactory()

        assert self.client.get(self.path(document)).status_code == 404
        assert self.client.get(self.path(document, number=7)).status_code == 404

    def test_a_picture_that_is_missing_is_not_found(self):
        document = self.with_cover()
        thumbnail = document.versions.get().thumbnail
        thumbnail.storage.delete(thumbnail.name)

        with self.assertLogs("documents.covers"):
            assert self.client.get(self.path(document)).status_code == 404


class PublicFormTests(DocumentTestCase):
    def test_the_log_and_the_page_show_it_with_words(self):
        document = DocumentFactory(title="Form & more", language="en")
        give_cover(document)

        cover = body_in_the_log(document)["cover"]

        assert cover["url"].endswith(f"/documents/{document.pk}/v/1/cover.webp")
        assert (cover["width"], cover["height"]) == (600, 776)
        assert cover["alt"] == "First page of “Form & more”"
        page = self.client.get(document.path)
        self.assertContains(page, 'alt="First page of “Form &amp; more”"')

    def test_a_withdrawn_document_shows_none(self):
        document = DocumentFactory()
        give_cover(document)

        document.status = DocumentStatus.WITHDRAWN
        document.status_explanation = "It was wrong."
        document.save()

        assert body_in_the_log(document)["cover"] is None

    def test_what_a_pdf_lacks_is_told(self):
        document = DocumentFactory()
        facts = {"is_tagged": False, "has_title": True, "has_language": True}
        document.versions.update(has_text_layer=True, **facts)

        document.save()

        told = body_in_the_log(document)["accessibility"]
        assert (told["grade"], told["label"]) == ("partly", "Partly accessible")
        assert [sentence[:16] for sentence in told["missing"]] == ["It is not tagged"]
        self.assertContains(self.client.get(document.path), told["missing"][0])

    def test_of_other_kinds_it_is_not_known(self):
        document = DocumentFactory()

        told = body_in_the_log(document)["accessibility"]
        assert told == {"grade": "unknown", "label": "Not checked", "missing": []}
        self.assertNotContains(self.client.get(document.path), "Not checked")
