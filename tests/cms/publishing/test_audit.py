"""Comparing the log with the content, and mending it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from cms.models import Attachment
from cms.publishing.models import Publication
from news.models import NewsPage
from tests.factories import DocumentFactory, ImageFactory, NewsPageFactory


def said_by(action: str) -> str:
    output = StringIO()
    call_command("publications", action, stdout=output, stderr=StringIO())
    return output.getvalue()


def complaint() -> str:
    output = StringIO()
    with pytest.raises(CommandError, match="--rebuild"):
        call_command("publications", "--check", stdout=output)
    return output.getvalue()


class CheckTests(TestCase):
    def setUp(self):
        self.document = DocumentFactory()
        self.image = ImageFactory()
        self.page = NewsPageFactory(
            image=self.image, attachments=[Attachment(document=self.document)]
        )

    def rows(self):
        return Publication.objects.filter(resource="pages", object_id=self.page.pk)

    def test_a_log_that_is_right(self):
        assert said_by("--check").startswith("0 differences\n")

    def test_content_that_was_changed_behind_its_back(self):
        NewsPage.objects.filter(pk=self.page.pk).update(lead="Changed by SQL")

        assert f"pages/{self.page.pk}: differs in body, card" in complaint()

    def test_what_is_missing(self):
        self.rows().delete()

        assert f"pages/{self.page.pk}: is public, but not live" in complaint()

    def test_what_should_not_be_there(self):
        NewsPage.objects.filter(pk=self.page.pk).update(live=False)

        assert f"pages/{self.page.pk}: is live, but unpublished" in complaint()

    def test_what_is_gone(self):
        self.rows().update(object_id=999_999)

        assert "pages/999999: is live, but does not exist" in complaint()

    def test_facets_and_tags(self):
        self.rows().get().facets.all().delete()
        self.rows().get().tags.all().delete()

        assert "differs in facets, tags" in complaint()


class RebuildTests(TestCase):
    def test_all_from_nothing(self):
        document = DocumentFactory()
        NewsPageFactory(attachments=[Attachment(document=document)])
        Publication.objects.all().delete()

        said_by("--rebuild")

        assert said_by("--check").startswith("0 differences\n")

    def test_what_differs_and_nothing_else(self):
        kept, changed, hidden, gone = NewsPageFactory.create_batch(4)
        rows = Publication.objects.filter(resource="pages")
        before = rows.get(object_id=kept.pk).sequence
        NewsPage.objects.filter(pk=changed.pk).update(lead="Changed by SQL")
        NewsPage.objects.filter(pk=hidden.pk).update(live=False)
        rows.filter(object_id=gone.pk).update(object_id=999_999)

        said_by("--rebuild")

        assert said_by("--check").startswith("0 differences\n")
        assert rows.get(object_id=kept.pk).sequence == before
        assert rows.get(object_id=999_999).reason == "deleted"

    def test_a_second_one_writes_nothing(self):
        NewsPageFactory()

        assert said_by("--rebuild") == "0 rows written\n"
