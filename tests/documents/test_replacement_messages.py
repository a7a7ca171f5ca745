"""Warning whoever attaches what is no longer current."""

from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from documents.models import CustomDocument
from tests.factories import DocumentFactory, NewsPageFactory


class AttachmentMessageTests(TestCase):
    def setUp(self):
        user = get_user_model().objects.create_superuser("admin", password="password")
        self.client.force_login(user)
        self.page = NewsPageFactory(title="The news")

    def save_draft_with(self, *documents: CustomDocument) -> str:
        """Attach documents in a draft of the page; return what is said of it."""
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        shown = self.client.get(url).content.decode()
        form = querydict_from_html(shown, form_id="page-edit-form")
        # The script of the editor adds the blocks.
        form["body-count"] = "0"
        form["attachments-TOTAL_FORMS"] = str(len(documents))
        for number, document in enumerate(documents):
            form[f"attachments-{number}-document"] = str(document.pk)
        response = self.client.post(url, form.dict())
        assert response.status_code == 302
        return " ".join(str(m) for m in get_messages(response.wsgi_request))

    def test_names_what_to_attach_instead(self):
        newer = DocumentFactory(title="Guidance 2010")
        older = DocumentFactory(title="Draft 2003", replaced_by=newer)

        said = self.save_draft_with(older)

        assert (
            "On “The news”: “Draft 2003” is superseded: use “Guidance 2010” instead."
            in said
        )

    def test_names_all_that_is_not_current(self):
        said = self.save_draft_with(
            DocumentFactory(title="Answers", status="under_review"),
            DocumentFactory(
                title="Form", status="withdrawn", status_explanation="Outdated."
            ),
        )

        assert "“Form” is withdrawn: readers get its explanation, and no file." in said
        assert "“Answers” is under review." in said

    def test_says_nothing_of_what_is_current(self):
        said = self.save_draft_with(DocumentFactory(title="Answers"))

        assert "Answers" not in said
