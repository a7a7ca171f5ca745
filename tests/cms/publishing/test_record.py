"""The log follows what happens to content, in the same transaction."""

import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import TestCase, TransactionTestCase
from django.utils import timezone
from wagtail.models import (
    Site,
)

from cms.publishing.models import Publication
from home.models import HomePage
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

from .log import body, page_row, row


class PublishTests(TestCase):
    def test_a_published_page_is_in_the_log_at_once(self):
        page = NewsPageFactory(title="Fresh news")

        found = page_row(page)

        assert found.live
        assert (found.type, found.title) == ("news.NewsPage", "Fresh news")
        assert found.path == f"/news/{page.slug}/"
        assert json.loads(found.card)["title"] == "Fresh news"

    def test_a_draft_never_was_there(self):
        page = NewsPageFactory(live=False)

        assert page_row(page) is None

    def test_a_draft_of_a_public_page_changes_nothing(self):
        page = NewsPageFactory(title="Public words")
        before = page_row(page)

        page.title = "Words to come"
        page.save_revision()

        after = page_row(page)
        assert (after.sequence, after.body) == (before.sequence, before.body)

    def test_a_page_with_a_date_to_come_is_not_published(self):
        page = NewsPageFactory(live=False)
        page.go_live_at = timezone.now() + timedelta(days=1)

        page.save_revision().publish()

        assert page_row(page) is None

    def test_saving_without_a_change_takes_no_number(self):
        page = NewsPageFactory()
        before = Publication.objects.order_by("-sequence").first().sequence

        page.save()

        assert Publication.objects.order_by("-sequence").first().sequence == before

    def test_a_change_moves_etag_and_sequence(self):
        page = NewsPageFactory()
        before = page_row(page)

        page.lead = "Something else."
        page.save()

        after = page_row(page)
        assert after.sequence > before.sequence
        assert after.etag != before.etag

    def test_a_page_that_belongs_to_no_site_is_not_public(self):
        home = HomePageFactory()
        elsewhere = HomePage(
            title="Elsewhere",
            slug="elsewhere",
            hero="a\nb",
            search_description="x" * 60,
        )

        home.get_parent().add_child(instance=elsewhere)

        assert page_row(elsewhere) is None


class DisappearTests(TestCase):
    def test_unpublish_leaves_a_tombstone_without_content(self):
        page = NewsPageFactory(title="Gone soon")

        page.unpublish()

        found = page_row(page)
        assert (found.live, found.reason) == (False, "unpublished")
        assert found.old_path == f"/news/{page.slug}/"
        assert found.body == found.card == found.title == found.search_text == ""
        assert not found.facets.exists()

    def test_delete_buries_the_page_and_all_below_it(self):
        index = NewsIndexPageFactory()
        page = NewsPageFactory(parent=index)

        index.delete()

        assert page_row(page).reason == page_row(index).reason == "deleted"

    def test_deleting_what_was_unpublished_before_changes_no_reason(self):
        page = NewsPageFactory()
        page.unpublish()

        page.delete()

        assert page_row(page).reason == "deleted"

    def test_an_expiry_that_has_passed_is_a_tombstone(self):
        page = NewsPageFactory()

        page.expire_at = timezone.now() - timedelta(seconds=1)
        page.save()

        assert page_row(page).reason == "expired"

    def test_published_again_the_row_is_live_again(self):
        page = NewsPageFactory(title="Back")
        page.unpublish()
        buried = page_row(page).sequence

        page.save_revision().publish()

        found = page_row(page)
        assert found.live
        assert found.sequence > buried
        assert (found.reason, found.old_path) == ("", "")

    def test_a_deleted_document_and_image(self):
        document, image = DocumentFactory(), ImageFactory()
        pks = document.pk, image.pk

        document.delete()
        image.delete()

        assert row("documents", pks[0]).reason == "deleted"
        assert row("images", pks[1]).reason == "deleted"


class AddressTests(TestCase):
    def setUp(self):
        self.index = NewsIndexPageFactory()
        self.page = NewsPageFactory(parent=self.index, slug="item")

    def test_a_new_slug_moves_the_page_and_all_below_it(self):
        self.index.slug = "announcements"
        self.index.save()

        assert page_row(self.index).path == "/announcements/"
        assert page_row(self.page).path == "/announcements/item/"
        assert body(self.page)["meta"]["parent"]["path"] == "/announcements/"

    def test_a_move_takes_the_subtree_along(self):
        about = StandardPageFactory(title="About", slug="about")
        team = StandardPageFactory(title="Team", slug="team", parent=about)
        target = StandardPageFactory(title="Office", slug="office")

        about.move(target, pos="last-child")

        assert page_row(about).path == "/office/about/"
        assert page_row(team).path == "/office/about/team/"
        assert ("ancestor", str(target.pk)) in set(
            page_row(team).facets.values_list("name", "value")
        )

    def test_the_address_of_the_site_stands_in_all_pages(self):
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = "results.example.org", 443

        site.save()

        url = body(self.page)["meta"]["html_url"]
        assert url == "https://results.example.org/news/item/"


class TransactionTests(TransactionTestCase):
    def test_page_and_row_are_both_there_or_both_not(self):
        page = NewsPageFactory(title="Before")

        def publish_and_fail() -> None:
            with transaction.atomic():
                page.title = "After"
                page.save()
                assert page_row(page).title == "After"
                raise RuntimeError

        with pytest.raises(RuntimeError):
            publish_and_fail()

        page.refresh_from_db()
        assert page.title == page_row(page).title == "Before"
