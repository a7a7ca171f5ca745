"""The list of documents, their release and their deletion."""

from django.contrib.auth.models import User
from django.urls import reverse

from cms.models import Attachment
from documents.models import CustomDocument
from tests.factories import DocumentFactory, NewsPageFactory

from .cases import AdminTestCase


class ListTests(AdminTestCase):
    def test_says_who_sees_each_document(self):
        DocumentFactory(title="Out")
        DocumentFactory(title="In", released_at=None, status="under_review")

        response = self.client.get(reverse("wagtaildocs:index"))

        self.assertContains(response, "Released")
        self.assertContains(response, "Staff only")
        self.assertContains(response, "Under review")

    def test_finds_what_is_not_released(self):
        DocumentFactory(title="Out")
        DocumentFactory(title="In", released_at=None)
        url = reverse("wagtaildocs:index_results")

        for query in ("", "in"):
            response = self.client.get(url, {"release": "unreleased", "q": query})
            assert [d.title for d in response.context["documents"]] == ["In"], query

    def test_finds_documents_by_status_and_type(self):
        DocumentFactory(title="A", status="superseded", document_type="form")
        DocumentFactory(title="B", document_type="form")
        url = reverse("wagtaildocs:index_results")

        response = self.client.get(
            url, {"status": "superseded", "document_type": "form"}
        )

        assert [d.title for d in response.context["documents"]] == ["A"]


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
        self.document = DocumentFactory(title="In use")

    def delete(self, follow: bool = True):
        url = reverse("wagtaildocs:delete", args=[self.document.pk])
        return self.client.post(url, follow=follow)

    def test_removes_a_document_that_nothing_uses(self):
        self.delete()

        assert not CustomDocument.objects.exists()

    def test_is_refused_while_a_page_attaches_the_document(self):
        NewsPageFactory(
            title="The news", attachments=[Attachment(document=self.document)]
        )

        response = self.delete()

        self.assertContains(response, "attached to “The news”")
        assert CustomDocument.objects.exists()

    def test_is_refused_while_another_document_is_replaced_by_it(self):
        DocumentFactory(title="Older", replaced_by=self.document, status="superseded")

        self.assertContains(self.delete(), "replaces “Older”")

    def test_of_one_just_uploaded_is_refused_while_it_is_in_use(self):
        NewsPageFactory(attachments=[Attachment(document=self.document)])
        url = reverse("wagtaildocs:delete_multiple", args=[self.document.pk])

        response = self.client.post(url)

        assert response.json()["success"] is False
        assert CustomDocument.objects.exists()

    def test_of_a_public_document_is_for_publishers(self):
        self.client.force_login(self.editor)

        response = self.delete()

        self.assertContains(response, "Ask a publisher to delete it")
        assert CustomDocument.objects.exists()
