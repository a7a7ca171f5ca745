"""The worker writes what is queued, whatever becomes of it on the way."""

from unittest import mock

import pytest
from django.test import TransactionTestCase, override_settings
from wagtail.models import Page

from cms.publishing import audit, batch, queue, record, worker
from cms.publishing.models import Publication, Queued
from tests.assertions import queries
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
)

from .log import page_row
from .sections import FEW, Section, renamed


class WorkerTests(Section):
    def test_an_empty_queue_is_one_query(self):
        assert len(queries(worker.write_queued)) == 1

    def test_one_that_cannot_be_written_does_not_hold_up_the_others(self):
        renamed(self.index, "renamed")
        sick = self.pages[-1]
        real = batch.render

        def render(thing):
            if thing.pk == sick.pk and isinstance(thing, Page):
                raise ValueError("cannot be rendered")
            return real(thing)

        with mock.patch("cms.publishing.batch.render", render):
            worker.write_all_queued()

        left = [(entry.resource, entry.object_id) for entry in Queued.objects.all()]
        assert left == [("pages", sick.pk)]
        assert self.paths() == {"news", "renamed"}
        worker.write_all_queued()
        assert self.paths() == {"renamed"}


@override_settings(PUBLISH_AT_ONCE=FEW)
class CrashTests(TransactionTestCase):
    def test_a_worker_that_is_killed_at_any_point_loses_nothing(self):
        index = NewsIndexPageFactory(slug="news")
        pages = [NewsPageFactory(parent=index) for _ in range(6)]
        worker.write_all_queued()
        renamed(index, "renamed")
        before = queue.length()

        for place in (
            "cms.publishing.queue.take",
            "cms.publishing.record.write_all",
            "cms.publishing.batch.save_all",
            "cms.publishing.stored.save_tags",
            "cms.publishing.record.dependents_of",
        ):
            with (
                mock.patch(place, side_effect=KeyboardInterrupt),
                pytest.raises(KeyboardInterrupt),
            ):
                worker.write_queued()
            assert queue.length() == before, place

        worker.write_all_queued()
        assert {page_row(page).path.split("/")[1] for page in pages} == {"renamed"}
        assert list(audit.check()) == []

    def test_a_change_that_is_rolled_back_queues_nothing(self):
        index = NewsIndexPageFactory(slug="news")
        for _ in range(6):
            NewsPageFactory(parent=index)
        worker.write_all_queued()
        before = Publication.objects.order_by("-sequence").first().sequence

        with (
            mock.patch.object(record, "follow_sites", side_effect=RuntimeError),
            mock.patch.object(Page, "is_site_root", return_value=True),
            pytest.raises(RuntimeError),
        ):
            renamed(index, "renamed")

        assert queue.length() == 0
        assert Publication.objects.order_by("-sequence").first().sequence == before
