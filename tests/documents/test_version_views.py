"""The versions of a document in its editor, and their withdrawal."""

from django.urls import reverse

from documents.models import CustomDocument
from tests.factories import PDF, DocumentFactory

from . import files
from .cases import AdminTestCase

SECOND = PDF + b"% second\n"


class VersionTestCase(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(title="Answers", file=files.named("First.pdf"))
        self.document.replace_file(
            files.named("Second.pdf", SECOND), "Corrects page 3.", by=self.publisher
        )
        self.edit_url = reverse("wagtaildocs:edit", args=[self.document.pk])

    def withdraw_url(self, number: int = 1) -> str:
        return reverse("document_version_withdraw", args=[self.document.pk, number])


class EditorTests(VersionTestCase):
    def test_shows_each_version_with_its_address(self):
        response = self.client.get(self.edit_url)

        for version in self.document.versions.all():
            self.assertContains(response, version.download_path)
            self.assertContains(response, version.sha256)
            self.assertContains(response, version.filename)
        self.assertContains(response, "Corrects page 3.")
        self.assertContains(response, "Substantive change")
        self.assertContains(response, "publisher")

    def test_offers_to_withdraw_all_but_the_newest(self):
        response = self.client.get(self.edit_url)

        self.assertContains(response, self.withdraw_url(1))
        self.assertNotContains(response, self.withdraw_url(2))

    def test_offers_it_to_publishers_alone(self):
        self.client.force_login(self.editor)

        self.assertNotContains(self.client.get(self.edit_url), self.withdraw_url(1))


class WithdrawTests(VersionTestCase):
    def test_asks_why(self):
        response = self.client.get(self.withdraw_url())

        self.assertContains(response, "can be downloaded no more")
        self.assertContains(response, "First.pdf")

    def test_leaves_the_reason_at_the_address_of_the_version(self):
        response = self.client.post(
            self.withdraw_url(), {"explanation": "Question 4 was wrong."}, follow=True
        )

        self.assertContains(response, "Version 1 of “Answers” is withdrawn")
        self.assertContains(response, "Question 4 was wrong.")
        self.client.logout()
        first = self.document.versions.get(number=1)
        gone = self.get(first.download_path)
        self.assertContains(gone, "Question 4 was wrong.", status_code=410)

    def test_needs_a_reason(self):
        for explanation in ("", "  "):
            response = self.client.post(
                self.withdraw_url(), {"explanation": explanation}
            )

            self.assertContains(response, "This field is required.")
        assert not self.document.versions.get(number=1).is_withdrawn

    def test_of_the_documents_own_file_is_explained(self):
        response = self.client.post(self.withdraw_url(2), {"explanation": "Wrong."})

        self.assertContains(response, "Withdraw the document by its status")
        assert not self.document.versions.get(number=2).is_withdrawn

    def test_lets_the_reason_be_mended(self):
        self.client.post(self.withdraw_url(), {"explanation": "Rong."})
        withdrawn_at = self.document.versions.get(number=1).withdrawn_at

        asked = self.client.get(self.withdraw_url())
        self.client.post(self.withdraw_url(), {"explanation": "Wrong."})

        self.assertContains(asked, "Rong.")
        first = self.document.versions.get(number=1)
        assert first.withdrawal_explanation == "Wrong."
        assert first.withdrawn_at == withdrawn_at

    def test_is_for_publishers(self):
        self.client.force_login(self.editor)

        self.client.post(self.withdraw_url(), {"explanation": "Wrong."})

        assert not self.document.versions.get(number=1).is_withdrawn

    def test_of_one_that_is_not_there_is_not_found(self):
        assert self.client.get(self.withdraw_url(9)).status_code == 404
        CustomDocument.objects.all().delete()
        assert self.client.get(self.withdraw_url(1)).status_code == 404
