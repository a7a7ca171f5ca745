"""Comparing the log with the content, and mending it."""

from io import StringIO
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from cms.models import Attachment
from cms.publishing import audit, batch
from cms.publishing.models import Publication
from news.models import NewsPage
from tests.factories import DocumentFactory, ImageFactory, NewsPageFactory

WRITE_ALL = "cms.publishing.audit.write_all"
NOTHING = "0 differences\n0 missed references\n"


def said_by(*arguments: str) -> str:
    output = StringIO()
    call_command("publications", *arguments, stdout=output, stderr=StringIO())
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
        assert said_by("--check") == NOTHING

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

        assert said_by("--check") == NOTHING

    def test_what_differs_and_nothing_else(self):
        kept, changed, hidden, gone = NewsPageFactory.create_batch(4)
        rows = Publication.objects.filter(resource="pages")
        before = rows.get(object_id=kept.pk).sequence
        NewsPage.objects.filter(pk=changed.pk).update(lead="Changed by SQL")
        NewsPage.objects.filter(pk=hidden.pk).update(live=False)
        rows.filter(object_id=gone.pk).update(object_id=999_999)

        said_by("--rebuild")

        assert said_by("--check") == NOTHING
        assert rows.get(object_id=kept.pk).sequence == before
        assert rows.get(object_id=999_999).reason == "deleted"

    def test_a_second_one_writes_nothing(self):
        NewsPageFactory()

        assert said_by("--rebuild") == "0 rows written\n"

    def test_rows_are_written_in_their_place(self):
        pages = NewsPageFactory.create_batch(3)
        rows = Publication.objects.filter(object_id__in=[page.pk for page in pages])
        before = set(rows.values_list("pk", "object_id"))
        rows.update(etag="outdated")

        said_by("--rebuild")

        assert set(rows.values_list("pk", "object_id")) == before
        assert not rows.filter(etag="outdated").exists()

    def test_one_that_is_stopped_says_where_and_goes_on_from_there(self):
        NewsPageFactory.create_batch(5)
        ImageFactory(), DocumentFactory()
        Publication.objects.update(etag="outdated")
        batches = [some for some in audit.everything() if some]

        with (
            mock.patch(WRITE_ALL, stopping_after(len(batches) - 1)),
            pytest.raises(CommandError) as stopped,
        ):
            said_by("--rebuild")

        words = str(stopped.value).rstrip(".`").split()
        assert words[-2] == "--after"
        left = Publication.objects.filter(etag="outdated")
        assert {row.resource for row in left} == {"site"}
        assert said_by("--rebuild", *words[-2:]) == "1 rows written\n"
        assert said_by("--check") == NOTHING

    def test_it_can_begin_after_any_thing(self):
        first, second = NewsPageFactory.create_batch(2)
        Publication.objects.update(etag="outdated")

        said_by("--rebuild", "--after", f"pages/{first.pk}")

        left = Publication.objects.filter(etag="outdated")
        assert first.pk in left.values_list("object_id", flat=True)
        assert second.pk not in left.values_list("object_id", flat=True)
        assert not left.filter(resource__in=["documents", "site"]).exists()

    def test_a_place_that_is_none(self):
        for place in ("pages", "news/1", "pages/x"):
            with pytest.raises(CommandError, match="images, pages, documents, topics"):
                said_by("--rebuild", "--after", place)


def stopping_after(count: int):
    """Return what writes some batches, and is interrupted then as by Ctrl-C."""
    calls = iter(range(count))

    def write(references):
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return batch.write_all(references)

    return write
