"""The release of a document in the admin, and its deletion."""

from unittest import mock

from django.contrib.auth.models import User
from django.urls import reverse

from cms.models import Attachment
from documents.models import CustomDocument
from tests.factories import DocumentFactory, NewsPageFactory, StandardPageFactory

from .cases import AdminTestCase


class ReleaseTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(
            released_at=None, document_type="form", summary="A form to fill in."
        )
        self.url = reverse("document_release", args=[self.document.pk])
        self.edit_url = reverse("wagtaildocs:edit", args=[self.document.pk])

    def test_is_offered_beside_the_record(self):
        response = self.client.get(self.edit_url)

        self.assertContains(response, self.url)
        self.assertContains(response, "Staff only")

    def test_asks_before_it_shows_the_document_to_everybody(self):
        response = self.client.get(self.url)

        self.assertContains(response, "Yes, release it")
        self.document.refresh_from_db()
        assert not self.document.is_released

    def test_shows_the_document_to_everybody_and_says_so(self):
        response = self.client.post(self.url, follow=True)

        self.assertContains(response, "is released: everybody can find it now")
        self.client.logout()
        assert self.client.get(self.document.path).status_code == 200

    def test_needs_a_type_and_a_summary(self):
        for missing in ("document_type", "summary"):
            document = DocumentFactory(
                released_at=None,
                **{"document_type": "form", "summary": "A form.", missing: ""},
            )
            url = reverse("document_release", args=[document.pk])

            response = self.client.post(url, follow=True)

            self.assertContains(response, "Not released")
            document.refresh_from_db()
            assert not document.is_released

    def test_is_refused_to_editors_and_strangers(self):
        for user in (self.editor, User.objects.create_user("reader")):
            self.client.force_login(user)

            self.client.post(self.url)

            self.document.refresh_from_db()
            assert not self.document.is_released

    def test_is_not_offered_to_editors(self):
        self.client.force_login(self.editor)

        self.assertNotContains(self.client.get(self.edit_url), self.url)


class DeleteTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(
            title="In use", released_at=None, releases_with_page=False
        )

    def delete(self):
        url = reverse("wagtaildocs:delete", args=[self.document.pk])
        return self.client.post(url, follow=True)

    def test_removes_a_document_that_nobody_has_seen(self):
        self.delete()

        assert not CustomDocument.objects.exists()

    def test_is_refused_while_a_page_attaches_the_document(self):
        NewsPageFactory(
            title="The news", attachments=[Attachment(document=self.document)]
        )

        response = self.delete()

        self.assertContains(response, "attached to “The news”.")
        assert CustomDocument.objects.exists()

    def test_is_refused_while_a_text_links_to_the_document(self):
        link = f'<a linktype="document" id="{self.document.pk}">Answers</a>'
        StandardPageFactory(title="About", body=[("rich_text", link)])

        response = self.delete()

        self.assertContains(response, "used on “About”.")
        assert CustomDocument.objects.exists()

    def test_is_refused_while_another_document_is_replaced_by_it(self):
        DocumentFactory(title="Older", replaced_by=self.document)

        self.assertContains(self.delete(), "replaces “Older”")

    def test_of_one_just_uploaded_is_refused_while_it_is_in_use(self):
        NewsPageFactory(attachments=[Attachment(document=self.document)])
        url = reverse("wagtaildocs:delete_multiple", args=[self.document.pk])

        response = self.client.post(url)

        assert response.json()["success"] is False
        assert CustomDocument.objects.exists()


class DeletePublishedTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(title="Answers")
        self.delete_url = reverse("wagtaildocs:delete", args=[self.document.pk])
        self.edit_url = reverse("wagtaildocs:edit", args=[self.document.pk])

    def test_asks_to_withdraw_it_instead(self):
        for ask in (self.client.get, self.client.post):
            response = ask(self.delete_url, follow=True)

            self.assertContains(response, "Withdraw it by the status “Withdrawn”")
            assert CustomDocument.objects.exists()

    def test_sends_editors_to_a_publisher(self):
        self.client.force_login(self.editor)

        response = self.client.post(self.delete_url, follow=True)

        self.assertContains(response, "Ask a publisher to withdraw it")
        assert CustomDocument.objects.exists()

    def test_is_refused_in_the_list_of_uploads_as_well(self):
        url = reverse("wagtaildocs:delete_multiple", args=[self.document.pk])

        response = self.client.post(url)

        assert "is not deleted" in response.json()["error_message"]
        assert CustomDocument.objects.exists()

    def test_waits_for_a_release_that_is_on_its_way(self):
        for name in ("delete", "delete_multiple"):
            draft = DocumentFactory(released_at=None)
            url = reverse(f"wagtaildocs:{name}", args=[draft.pk])

            def release(draft: CustomDocument = draft) -> None:
                CustomDocument.objects.get(pk=draft.pk).release()

            with mock.patch("documents.admin_views.lock", release):
                self.client.post(url)

            assert CustomDocument.objects.filter(pk=draft.pk).exists()

    def test_is_not_offered_in_the_editor(self):
        never = DocumentFactory(released_at=None)

        published = self.client.get(self.edit_url)
        unpublished = self.client.get(reverse("wagtaildocs:edit", args=[never.pk]))

        self.assertNotContains(published, self.delete_url)
        self.assertContains(unpublished, reverse("wagtaildocs:delete", args=[never.pk]))
