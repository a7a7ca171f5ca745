"""Hidden pages leave the documents that name them, with nothing rendered."""

import json
from datetime import timedelta
from unittest import mock

from django.test import TestCase
from django.utils import timezone

from cms.models import Attachment
from cms.publishing import audit, batch
from cms.publishing.models import Publication
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
)

from .log import restrict, row


class TakeOutTests(TestCase):
    def setUp(self):
        HomePageFactory()
        self.index = NewsIndexPageFactory()
        self.document = DocumentFactory(title="Größe “A” & <B>")
        self.hidden, self.shown = (
            NewsPageFactory(parent=parent, attachments=[self.attached()])
            for parent in (self.index, NewsIndexPageFactory(slug="others"))
        )
        assert self.used_on() == {self.hidden.pk, self.shown.pk}

    def tearDown(self):
        assert list(audit.check()) == []

    def attached(self) -> Attachment:
        return Attachment(document=self.document)

    def row(self) -> Publication:
        return row("documents", self.document.pk)

    def used_on(self) -> set[int]:
        return {link["id"] for link in json.loads(self.row().body)["used_on"]}

    def rendered(self, change) -> list:
        """Return what is rendered while something is changed."""
        with mock.patch("cms.publishing.batch.render", wraps=batch.render) as render:
            change()
        return [call.args[0] for call in render.call_args_list]

    def test_the_other_pages_stay_and_no_document_is_rendered(self):
        before = self.row()

        rendered = self.rendered(lambda: restrict(self.index))

        assert self.document not in rendered
        assert self.used_on() == {self.shown.pk}
        assert self.row().sequence > before.sequence
        assert self.row().etag != before.etag

    def test_the_row_is_what_a_rendering_makes_of_it(self):
        restrict(self.index)
        taken_out = self.row()

        assert audit.rebuild() == 0
        assert self.row().body == taken_out.body

    def test_a_page_that_comes_back(self):
        restriction = restrict(self.index)

        restriction.delete()

        assert self.used_on() == {self.hidden.pk, self.shown.pk}

    def test_pages_that_are_unpublished_or_deleted(self):
        self.hidden.unpublish()
        assert self.used_on() == {self.shown.pk}

        self.shown.delete()
        assert self.used_on() == set()

    def test_a_page_that_was_to_expire_does_not_leave_its_moment(self):
        expires = timezone.now() + timedelta(days=1)
        page = NewsPageFactory(
            parent=self.index, attachments=[self.attached()], expire_at=expires
        )
        assert page.pk in self.used_on()
        assert self.row().changes_at == expires

        restrict(self.index)

        assert self.used_on() == {self.shown.pk}
        assert self.row().changes_at is None

    def test_what_else_was_hidden_with_the_pages(self):
        topic = TopicFactory()
        self.document.topics.add(topic)

        self.hidden.delete()
        topic.delete()

        assert self.used_on() == {self.shown.pk}
        assert json.loads(self.row().body)["topics"] == []
