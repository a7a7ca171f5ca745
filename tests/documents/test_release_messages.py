from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from cms.models import Attachment
from tests.factories import DocumentFactory, NewsPageFactory


class ReleaseMessageTests(TestCase):
    def setUp(self):
        user = get_user_model().objects.create_superuser("admin", password="password")
        self.client.force_login(user)

    def draft_with(self, *documents):
        attachments = [Attachment(document=document) for document in documents]
        page = NewsPageFactory(live=False, attachments=attachments)
        page.save_revision()
        return page

    def publish(self, *pages):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        response = self.client.post(f"{url}?{query}&next=/admin/")
        return " ".join(str(m) for m in get_messages(response.wsgi_request))

    def test_names_what_was_released_with_the_page(self):
        first = DocumentFactory(title="Answers", released_at=None)
        second = DocumentFactory(title="Guidance", released_at=None)

        said = self.publish(self.draft_with(first, second))

        assert (
            "Released with the page, for everybody to find: “Answers” and “Guidance”."
            in said
        )

    def test_does_not_name_what_was_public_before(self):
        said = self.publish(self.draft_with(DocumentFactory()))

        assert "Released" not in said

    def test_names_what_still_waits(self):
        later = DocumentFactory(
            title="Later",
            released_at=None,
            release_at=timezone.now() + timedelta(days=1),
        )

        said = self.publish(self.draft_with(later))

        assert "Attached, but not shown yet: “Later”." in said
        assert "Released" not in said

    def test_says_it_when_a_publisher_approves(self):
        document = DocumentFactory(title="Answers", released_at=None)
        page = self.draft_with(document)
        page.get_workflow().start(page, get_user_model().objects.get())
        state = page.current_workflow_task_state

        response = self.client.post(
            reverse(
                "wagtailadmin_pages:workflow_action",
                args=[page.pk, "approve", state.pk],
            )
        )

        said = " ".join(str(m) for m in get_messages(response.wsgi_request))
        assert "Released with the page, for everybody to find: “Answers”." in said
