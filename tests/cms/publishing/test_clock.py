"""Time is a writer: nobody reads what is over."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone

from cms.models import RelatedPage
from cms.publishing.clock import catch_up
from tests.content import at
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    NewsPageFactory,
    WebinarPageFactory,
)

from .log import body, page_row

HOUR = timedelta(hours=1)


class CatchUpTests(TestCase):
    def test_nothing_due_is_one_query(self):
        NewsPageFactory()

        with self.assertNumQueries(1):
            catch_up()

    def test_registration_closes_by_itself(self):
        now = timezone.now()
        page = WebinarPageFactory(
            starts_at=now + 3 * HOUR, registration_closes_at=now + HOUR
        )
        assert page_row(page).changes_at == now + HOUR

        with at(now + HOUR):
            catch_up()

        assert body(page)["registration"] is None
        assert page_row(page).changes_at == now + 3 * HOUR

    def test_a_webinar_is_upcoming_live_and_past(self):
        start = timezone.now() + HOUR
        page = WebinarPageFactory(starts_at=start)
        states = [body(page)["state"]]

        for moment in (start, start + 2 * HOUR):
            with at(moment):
                catch_up()
                states.append(body(page)["state"])

        assert states == ["upcoming", "live", "past"]
        assert page_row(page).changes_at is None

    def test_a_page_that_expires_leaves_what_shows_it(self):
        now = timezone.now()
        home = HomePageFactory()
        page = NewsPageFactory(expire_at=now + HOUR)
        assert len(body(home)["updates"]) == 1

        with at(now + HOUR):
            catch_up()

        assert page_row(page).reason == "expired"
        assert body(home)["updates"] == []

    def test_the_expiry_of_what_is_hidden_is_not_noted(self):
        draft = NewsPageFactory(live=False, expire_at=timezone.now() + HOUR)

        page = NewsPageFactory(related_pages=[RelatedPage(related=draft)])

        assert page_row(page).changes_at is None

    def test_a_document_is_released_in_what_links_to_it(self):
        now = timezone.now()
        document = DocumentFactory(released_at=None, release_at=now + HOUR)
        page = NewsPageFactory(
            body=[("rich_text", f'<a linktype="document" id="{document.pk}">x</a>')]
        )

        with at(now + HOUR):
            catch_up()
            with self.assertNumQueries(1):
                catch_up()

        assert document.path in body(page)["body"][0]["value"]

    def test_a_draft_is_published_at_its_time_where_no_worker_runs(self):
        now = timezone.now()
        page = NewsPageFactory(live=False, go_live_at=now + HOUR)
        page.save_revision().publish()

        with at(now + HOUR):
            catch_up()
            with self.assertNumQueries(1):
                catch_up()

        assert page_row(page).live

    def test_a_draft_that_cannot_be_published_stops_nobody(self):
        now = timezone.now()
        page, other = NewsPageFactory.create_batch(2, live=False, go_live_at=now + HOUR)
        for each in (page, other):
            each.save_revision().publish()
        NewsPageFactory(parent=page.get_parent(), slug="taken")
        broken = page.get_latest_revision()
        broken.content["slug"] = "taken"
        broken.save()

        with at(now + HOUR):
            catch_up()
            with self.assertNumQueries(1):
                catch_up()

        assert page_row(page) is None
        assert page_row(other).live

    def test_a_page_is_found_by_the_first_who_asks_after_its_time(self):
        now = timezone.now()
        page = NewsPageFactory(slug="item", live=False, go_live_at=now + HOUR)
        page.save_revision().publish()
        assert self.client.get("/news/item/").status_code == 404

        with at(now + HOUR):
            assert self.client.get("/news/item/").status_code == 200


class PublishDueTests(TestCase):
    def test_documents_pages_and_rows(self):
        now = timezone.now()
        document = DocumentFactory(released_at=None, release_at=now + HOUR)
        page = NewsPageFactory(live=False)
        page.go_live_at = now + HOUR
        page.save_revision().publish()

        with at(now + 2 * HOUR):
            call_command("publish_due", stdout=StringIO())

        assert page_row(page).live
        document.refresh_from_db()
        assert document.is_public()
