"""The log follows what happens to content, in the same transaction."""

import json
from datetime import timedelta
from unittest import mock

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import TestCase, TransactionTestCase
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from cms.models import Attachment, SiteSettings
from cms.publishing import record
from cms.publishing.models import Publication
from home.models import HomePage
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    TopicFactory,
)


def row(resource: str, object_id: int) -> Publication | None:
    rows = Publication.objects.filter(resource=resource, object_id=object_id)
    return rows.first()


def page_row(page) -> Publication | None:
    return row("pages", page.pk)


def body(page) -> dict:
    return json.loads(page_row(page).body)


def is_live(resource: str, obj) -> bool:
    found = row(resource, obj.pk)
    return bool(found and found.live)


def restrict(page, **values) -> PageViewRestriction:
    values = {"restriction_type": "login", **values}
    return PageViewRestriction.objects.create(page=page, **values)


def private_collection(parent: Collection | None = None) -> Collection:
    parent = parent or Collection.get_first_root_node()
    collection = parent.add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection


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


class PrivacyTests(TestCase):
    def test_a_restriction_takes_the_whole_section_out_and_back(self):
        index = NewsIndexPageFactory()
        page = NewsPageFactory(parent=index)

        restriction = restrict(index)
        assert page_row(page).reason == page_row(index).reason == "restricted"

        restriction.delete()
        assert is_live("pages", page)
        assert is_live("pages", index)

    def test_moved_into_a_private_section(self):
        private = StandardPageFactory(title="Private")
        restrict(private, restriction_type="password", password="secret")
        page = StandardPageFactory(title="Open")

        page.move(private, pos="last-child")

        assert page_row(page).reason == "restricted"

    def test_groups_are_a_restriction_too(self):
        page = NewsPageFactory()

        restrict(page, restriction_type="groups").groups.add(
            Group.objects.get(name="Editors")
        )

        assert page_row(page).reason == "restricted"

    def test_files_in_a_collection_that_becomes_private(self):
        parent = Collection.get_first_root_node().add_child(name="Parent")
        child = parent.add_child(name="Child")
        document = DocumentFactory(collection=child)
        image = ImageFactory(collection=child)

        restriction = CollectionViewRestriction.objects.create(
            collection=parent, restriction_type="login"
        )
        assert row("documents", document.pk).reason == "restricted"
        assert row("images", image.pk).reason == "restricted"

        restriction.delete()
        assert is_live("documents", document)
        assert is_live("images", image)

    def test_a_collection_moved_below_a_private_one(self):
        open_collection = Collection.get_first_root_node().add_child(name="Open")
        document = DocumentFactory(collection=open_collection)

        open_collection.move(private_collection(), "sorted-child")

        assert row("documents", document.pk).reason == "restricted"

    def test_a_file_moved_to_a_private_collection(self):
        image = ImageFactory()

        image.collection = private_collection()
        image.save()

        assert row("images", image.pk).reason == "restricted"


class DependencyTests(TestCase):
    """What is shown elsewhere is right there, too."""

    def test_a_linked_page_that_is_renamed(self):
        target = StandardPageFactory(title="Old name")
        page = NewsPageFactory(
            body=[("rich_text", f'<p><a linktype="page" id="{target.pk}">x</a></p>')]
        )

        target.slug = "new-address"
        target.save()

        assert 'href="/new-address/"' in body(page)["body"][0]["value"]

    def test_a_link_to_a_page_that_becomes_private_is_plain_text_and_back(self):
        target = StandardPageFactory(title="Target")
        page = NewsPageFactory(
            body=[("rich_text", f'<p><a linktype="page" id="{target.pk}">x</a></p>')]
        )

        restriction = restrict(target)
        assert body(page)["body"][0]["value"] == "<p>x</p>"

        restriction.delete()
        assert "href" in body(page)["body"][0]["value"]

    def test_a_link_to_a_draft_appears_when_the_draft_is_published(self):
        target = StandardPageFactory(title="Target", live=False)
        page = NewsPageFactory(
            body=[("rich_text", f'<p><a linktype="page" id="{target.pk}">x</a></p>')]
        )
        assert body(page)["body"][0]["value"] == "<p>x</p>"

        target.save_revision().publish()

        assert "href" in body(page)["body"][0]["value"]

    def test_a_document_that_is_renamed(self):
        document = DocumentFactory(title="Old title")
        page = NewsPageFactory(attachments=[Attachment(document=document)])

        document.title = "New title"
        document.save()

        assert body(page)["attachments"][0]["title"] == "New title"

    def test_an_image_with_a_new_description(self):
        image = ImageFactory(description="Before")
        page = NewsPageFactory(image=image)

        image.description = "After"
        image.save()

        assert body(page)["image"]["alt"] == "After"

    def test_an_image_that_becomes_private_disappears(self):
        image = ImageFactory()
        page = NewsPageFactory(image=image)

        image.collection = private_collection()
        image.save()

        assert body(page)["image"] is None

    def test_a_topic_that_is_renamed(self):
        topic = TopicFactory(name="Before")
        page = NewsPageFactory(topics=[topic])

        topic.name = "After"
        topic.save()

        assert body(page)["topics"][0]["name"] == "After"

    def test_a_section_that_is_renamed_in_the_breadcrumbs(self):
        index = NewsIndexPageFactory(title="News")
        page = NewsPageFactory(parent=index)

        index.title = "Announcements"
        index.save()

        assert body(page)["breadcrumbs"][-1]["title"] == "Announcements"

    def test_the_home_page_shows_a_news_item_as_soon_as_it_is_public(self):
        home = HomePageFactory()
        page = NewsPageFactory(title="Latest")
        assert [u["title"] for u in body(home)["updates"]] == ["Latest"]

        page.unpublish()
        assert body(home)["updates"] == []

    def test_where_a_document_is_used_follows_the_pages(self):
        document = DocumentFactory()
        page = NewsPageFactory(
            title="With a file", attachments=[Attachment(document=document)]
        )

        def used_on() -> list[str]:
            found = json.loads(row("documents", document.pk).body)
            return [link["title"] for link in found["used_on"]]

        assert used_on() == ["With a file"]

        page.title = "With its file"
        page.save()
        assert used_on() == ["With its file"]

        page.unpublish()
        assert used_on() == []

    def test_navigation_follows_its_pages(self):
        home = HomePageFactory()
        about = StandardPageFactory(title="About us")
        settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        settings.navigation.create(page=about)
        settings.save()

        about.title = "About"
        about.save()
        site = json.loads(row("site", home.pk).body)
        assert [link["label"] for link in site["navigation"]] == ["About"]

        about.unpublish()
        assert json.loads(row("site", home.pk).body)["navigation"] == []

    def test_a_change_in_the_text_does_not_render_what_links_to_the_page(self):
        home = HomePageFactory()
        NewsPageFactory.create_batch(3)

        with mock.patch(
            "cms.publishing.record.render", wraps=record.render
        ) as rendered:
            home.mission = "<p>Another mission.</p>"
            home.save()

        pages = {call.args[0] for call in rendered.call_args_list}
        assert {page.pk for page in pages if isinstance(page, Page)} == {home.pk}


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
