from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse

from home.groups import PUBLISHERS
from tests.factories import NewsPageFactory

INCOMPLETE = "needs a description of 50 to 160 characters"


class PublisherTestCase(TestCase):
    def setUp(self):
        user = get_user_model().objects.create_user("publisher", password="password")
        user.groups.add(Group.objects.get(name=PUBLISHERS))
        self.client.force_login(user)
        self.publisher = user

    def messages(self, response):
        return [str(message) for message in get_messages(response.wsgi_request)]


class ApprovalTests(PublisherTestCase):
    def submitted(self, **values):
        page = NewsPageFactory(live=False, title="Submitted", **values)
        page.save_revision()
        page.get_workflow().start(page, self.publisher)
        return page

    def act(self, page, action="approve", **headers):
        state = page.current_workflow_task_state
        url = reverse(
            "wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk]
        )
        data = {"comment": ""} if action == "reject" else {}
        return self.client.post(url, data, headers=headers)

    def test_publishes_a_complete_page(self):
        page = self.submitted()

        response = self.act(page)

        page.refresh_from_db()
        assert page.live
        [message] = self.messages(response)
        assert "“Submitted” is published: everybody can see it now." in message
        assert f'href="{page.url}"' in message

    def test_names_what_an_incomplete_page_lacks(self):
        page = self.submitted(search_description="Too short.")

        response = self.act(page)

        assert response.status_code == 302
        [message] = self.messages(response)
        assert "“Submitted” was not published." in message
        assert INCOMPLETE in message
        page.refresh_from_db()
        assert not page.live
        assert page.workflow_in_progress

    def test_looks_at_what_was_saved_last(self):
        page = self.submitted()
        page.search_description = ""
        page.must_be_complete = False
        page.save_revision()

        response = self.act(page)

        [message] = self.messages(response)
        assert INCOMPLETE in message

    def test_answers_the_dialog_of_an_incomplete_page(self):
        page = self.submitted(search_description="Too short.")

        response = self.act(page, **{"x-requested-with": "XMLHttpRequest"})

        assert response.json()["step"] == "success"
        assert len(self.messages(response)) == 1

    def test_finds_a_block_that_is_not_complete(self):
        page = self.submitted(body=[("heading", {"text": "", "level": "2"})])

        response = self.act(page)

        [message] = self.messages(response)
        assert "Body: something in it is not complete." in message

    def test_an_incomplete_page_can_be_sent_back(self):
        page = self.submitted(search_description="Too short.")

        self.act(page, "reject")

        page.refresh_from_db()
        assert not page.workflow_in_progress


class BulkPublishingTests(PublisherTestCase):
    def publish(self, *pages, **data):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        return self.client.post(f"{url}?{query}&next=/admin/", data)

    def live(self, page):
        page.refresh_from_db()
        return page.live

    def test_publishes_complete_pages(self):
        page = NewsPageFactory(live=False)

        self.publish(page)

        assert self.live(page)

    def test_publishes_none_if_one_is_not_complete(self):
        complete = NewsPageFactory(live=False)
        page = NewsPageFactory(live=False, title="Bare", search_description="")

        response = self.publish(complete, page)

        [message] = self.messages(response)
        assert "“Bare” was not published." in message
        assert INCOMPLETE in message
        assert not self.live(page)
        assert not self.live(complete)

    def test_looks_at_pages_below_if_they_are_to_be_published(self):
        page = NewsPageFactory(live=False, title="Bare", search_description="")
        section = page.get_parent()

        response = self.publish(section, include_descendants="on")

        assert any("“Bare” was not published." in m for m in self.messages(response))
