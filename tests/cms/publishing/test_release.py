"""Documents that wait for a page are released with it."""

import json

from django.test import TestCase

from cms.models import Attachment
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)

from .log import body, is_live, restrict, row


class ReleaseTests(TestCase):
    def test_a_waiting_document_is_released_with_its_page(self):
        document = DocumentFactory(released_at=None)
        page = NewsPageFactory(live=False, attachments=[Attachment(document=document)])
        assert row("documents", document.pk) is None

        page.save_revision().publish()

        assert is_live("documents", document)
        assert body(page)["attachments"][0]["id"] == document.pk

    def test_a_private_page_releases_nothing(self):
        index = NewsIndexPageFactory()
        restrict(index)
        document = DocumentFactory(released_at=None)

        NewsPageFactory(parent=index, attachments=[Attachment(document=document)])

        document.refresh_from_db()
        assert document.released_at is None

    def test_one_that_waits_for_its_own_release_does_not_come_along(self):
        document = DocumentFactory(released_at=None, releases_with_page=False)

        page = NewsPageFactory(attachments=[Attachment(document=document)])

        assert body(page)["attachments"] == []
        assert row("documents", document.pk) is None

    def test_released_by_itself_it_appears_where_it_is_attached_and_says_so(self):
        document = DocumentFactory(released_at=None, releases_with_page=False)
        page = NewsPageFactory(attachments=[Attachment(document=document)])

        document.release()

        assert [d["id"] for d in body(page)["attachments"]] == [document.pk]
        used_on = json.loads(row("documents", document.pk).body)["used_on"]
        assert [link["id"] for link in used_on] == [page.pk]

    def test_showing_a_news_item_at_home_releases_nothing(self):
        HomePageFactory()
        document = DocumentFactory(released_at=None, releases_with_page=False)
        page = NewsPageFactory(attachments=[Attachment(document=document)])
        type(document).objects.update(releases_with_page=True)

        page.get_site().root_page.specific.save()

        document.refresh_from_db()
        assert document.released_at is None
