"""The page of a document, and addresses that lead to it."""

from datetime import timedelta

from django.utils import timezone

from documents.models import CustomDocument
from tests.factories import PDF, DocumentFactory

from . import files
from .cases import DocumentTestCase, body_of


class LandingPageTests(DocumentTestCase):
    def test_shows_the_record_of_a_released_document(self):
        document = DocumentFactory(title="Q&As, July", summary="What July brought.")

        response = self.get(document.path)

        assert response.status_code == 200
        self.assertContains(response, "Q&amp;As, July")
        self.assertContains(response, "What July brought.")
        self.assertContains(response, document.sha256)

    def test_other_words_in_the_address_lead_to_the_right_ones(self):
        document = DocumentFactory(title="New title")

        for words in ("/old-title", "/latest", ""):
            response = self.get(f"/documents/{document.pk}{words}/")
            self.assertRedirects(response, document.path, 301)

    def test_of_a_withdrawn_document_gives_the_explanation(self):
        document = DocumentFactory(
            status="withdrawn", status_explanation="Chapter 3 was wrong."
        )

        response = self.get(document.path)

        assert response.status_code == 200
        self.assertContains(response, "Chapter 3 was wrong.")

    def test_of_an_unreleased_document_is_for_staff_only(self):
        document = DocumentFactory(released_at=None)

        assert self.get(document.path).status_code == 404
        assert self.get(f"/documents/{document.pk}/").status_code == 404

        self.client.force_login(self.member)
        assert self.get(document.path).status_code == 404

        self.client.force_login(self.editor)
        response = self.get(document.path)
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]

    def test_headers_do_not_tell_an_unreleased_document_from_none(self):
        document = DocumentFactory(released_at=None)
        paths = (document.path, document.download_path, document.url)
        unreleased = [self.get(path)["Vary"] for path in paths]

        document.delete()

        assert [self.get(path)["Vary"] for path in paths] == unreleased

    def test_of_a_deleted_document_says_that_it_is_gone(self):
        document = DocumentFactory()
        path = document.path

        document.delete()

        assert self.get(path).status_code == 410

    def test_of_a_deleted_document_that_was_never_released_says_nothing(self):
        document = DocumentFactory(released_at=None)
        path = document.path

        document.delete()

        assert self.get(path).status_code == 404

    def test_appears_at_the_set_time(self):
        document = DocumentFactory(
            released_at=None, release_at=timezone.now() + timedelta(hours=1)
        )
        assert self.get(document.path).status_code == 404

        CustomDocument.objects.update(release_at=timezone.now() - timedelta(seconds=1))

        assert self.get(document.path).status_code == 200

    def test_sets_no_cookie(self):
        response = self.get(DocumentFactory().path)

        assert not response.cookies

    def test_is_only_read(self):
        assert self.client.post(DocumentFactory().path).status_code == 405


class WagtailAddressTests(DocumentTestCase):
    def test_leads_to_the_download(self):
        document = DocumentFactory(file__filename=files.HARD_NAME)

        response = self.get(document.url)

        assert document.url.startswith("/documents/file/")
        self.assertRedirects(
            response, document.download_path, fetch_redirect_response=False
        )

    def test_says_nothing_of_an_unreleased_document(self):
        document = DocumentFactory(released_at=None)

        assert self.get(document.url).status_code == 404

        self.client.force_login(self.editor)
        assert self.get(document.url).status_code == 302


class HostileAddressTests(DocumentTestCase):
    def test_are_not_found(self):
        number = DocumentFactory().pk
        for path in (
            "/documents/0/x/",
            "/documents/99999999999999999999999/x/",
            "/documents/99999999999999999999999/latest/x.pdf",
            "/documents/-1/x/",
            "/documents/1e3/x/",
            f"/documents/{number}/latest/a/b.pdf",
            f"/documents/{number}/latest/..%2F..%2Fetc%2Fpasswd",
            "/documents/99999999999999999999999/",
            "/documents/file/99999999999999999999999/x.pdf",
            f"/documents/file/{number}/%00",
            "/documents/%00/",
        ):
            response = self.get(path)
            assert response.status_code == 404, path

    def test_nul_bytes_lead_to_the_right_address_like_any_other_word(self):
        document = DocumentFactory()

        page = self.get(f"/documents/{document.pk}/%00/")
        file = self.get(f"/documents/{document.pk}/latest/%00")

        assert page["Location"] == document.path
        assert file["Location"] == document.download_path


class QueryTests(DocumentTestCase):
    def test_download_takes_few_queries(self):
        document = DocumentFactory()
        self.get(document.download_path)

        # The clock, the document, its collection's privacy, and its versions.
        with self.assertNumQueries(5):
            assert body_of(self.get(document.download_path)) == PDF
