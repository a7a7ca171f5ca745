"""Ways in which Wagtail changes pages past their own classes."""

from unittest import mock

from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import TestCase
from wagtail.models import (
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from cms.models import Attachment
from cms.publishing import audit, batch
from cms.publishing.models import Publication
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

from .log import body, is_live, page_row, private_collection, restrict, row


class AdminTests(TestCase):
    def setUp(self):
        user = get_user_model().objects.create_superuser("admin", "", "secret")
        self.client.force_login(user)

    def bulk(self, action: str, *pages, **data) -> None:
        ids = "&".join(f"id={page.pk}" for page in pages)
        path = f"/admin/bulk/wagtailcore/page/{action}/?{ids}"
        response = self.client.post(path, data)
        assert response.status_code == 302
        assert list(audit.check()) == []

    def test_bulk_unpublish_and_publish(self):
        page = NewsPageFactory()

        self.bulk("unpublish", page)
        assert page_row(page).reason == "unpublished"

        self.bulk("publish", page)
        assert is_live("pages", page)

    def test_lists_are_written_once_for_all_that_a_bulk_action_hides(self):
        home, index = HomePageFactory(), NewsIndexPageFactory()
        left = NewsPageFactory(parent=index)
        for action, reason in (("unpublish", "unpublished"), ("delete", "deleted")):
            pages = NewsPageFactory.create_batch(3, parent=index)

            with mock.patch(
                "cms.publishing.batch.render", wraps=batch.render
            ) as render:
                self.bulk(action, *pages)

            rendered = [call.args[0] for call in render.call_args_list]
            assert rendered.count(home) == 1
            assert {page_row(page).reason for page in pages} == {reason}
            assert is_live("pages", left)

    def test_bulk_delete_of_a_restricted_section(self):
        index = NewsIndexPageFactory()
        page = NewsPageFactory(parent=index)
        restrict(index)

        self.bulk("delete", index)

        assert not Page.objects.filter(pk__in=[index.pk, page.pk]).exists()

    def test_bulk_move_into_a_private_section(self):
        private = StandardPageFactory(slug="private")
        restrict(private)
        page = StandardPageFactory(slug="page")

        self.bulk("move", page, chooser=private.pk)

        assert page_row(page).reason == "restricted"

    def test_files_moved_to_a_private_collection_at_once(self):
        HomePageFactory()
        document, image, private = (
            DocumentFactory(),
            ImageFactory(),
            private_collection(),
        )

        for app, model, file in (
            ("documents", "customdocument", document),
            ("cms", "customimage", image),
        ):
            path = f"/admin/bulk/{app}/{model}/add_to_collection/?id={file.pk}"
            response = self.client.post(path, {"collection": private.pk})
            assert response.status_code == 302

        assert row("documents", document.pk).reason == "restricted"
        assert row("images", image.pk).reason == "restricted"

    def test_delete_of_a_page_with_a_restriction_of_its_own(self):
        page = NewsPageFactory()
        restrict(page)

        response = self.client.post(f"/admin/pages/{page.pk}/delete/")

        assert response.status_code == 302
        assert page_row(page).reason == "restricted"
        assert list(audit.check()) == []


class CodeTests(TestCase):
    def setUp(self):
        self.home = HomePageFactory()

    def tearDown(self):
        assert list(audit.check()) == []

    def test_a_page_unpublished_as_wagtails_own_class(self):
        page = NewsPageFactory()

        Page.objects.get(pk=page.pk).unpublish()

        assert page_row(page).reason == "unpublished"

    def test_a_page_renamed_as_wagtails_own_class(self):
        index = NewsIndexPageFactory()
        page = NewsPageFactory(parent=index, slug="item")

        with self.captureOnCommitCallbacks(execute=True):
            plain = Page.objects.get(pk=index.pk)
            plain.slug = "renamed"
            plain.save()

        assert page_row(page).path == "/renamed/item/"

    def test_aliases_follow_their_source(self):
        page = NewsPageFactory(slug="source")
        alias = page.create_alias(parent=page.get_parent(), update_slug="alias")
        assert is_live("pages", alias)

        page.unpublish()

        assert page_row(alias).reason == "unpublished"

    def test_a_home_page_that_is_deleted_takes_its_site_along(self):
        page = NewsPageFactory()

        with self.captureOnCommitCallbacks(execute=True):
            self.home.delete()

        assert page_row(page).reason == page_row(self.home).reason == "deleted"
        assert not Publication.objects.filter(resource="site", live=True).exists()

    def test_a_site_that_is_deleted(self):
        Site.objects.all().delete()

        assert not is_live("pages", self.home)
        assert not is_live("site", self.home)

    def test_a_restriction_moved_to_another_page(self):
        first, second = NewsPageFactory.create_batch(2)
        restriction = restrict(first)

        restriction.page = second
        restriction.save()

        assert is_live("pages", first)
        assert page_row(second).reason == "restricted"

    def test_a_restriction_moved_to_another_collection(self):
        private = private_collection()
        document = DocumentFactory(collection=private)
        restriction = CollectionViewRestriction.objects.get()

        restriction.collection = private.get_parent().add_child(name="Other")
        restriction.save()

        assert is_live("documents", document)

    def test_what_was_hidden_and_is_deleted_stays_unsaid(self):
        document = DocumentFactory(collection=private_collection())
        pk = document.pk
        Publication.objects.filter(resource="documents").delete()

        public = DocumentFactory()
        public.collection = document.collection
        public.save()
        hidden = public.pk
        public.delete()
        document.delete()

        assert row("documents", pk) is None
        assert row("documents", hidden).reason == "restricted"


class ReleaseTests(TestCase):
    def test_a_stale_copy_does_not_take_a_release_back(self):
        document = DocumentFactory(released_at=None)
        stale = type(document).objects.get(pk=document.pk)
        document.release()

        stale.title = "Saved later"
        stale.save()

        assert is_live("documents", document)

    def test_rendering_a_page_again_releases_nothing(self):
        document = DocumentFactory(released_at=None, releases_with_page=False)
        index = NewsIndexPageFactory()
        page = NewsPageFactory(
            parent=index, attachments=[Attachment(document=document)]
        )
        document.releases_with_page = True
        document.save()

        index.title = "Renamed"
        index.slug = "renamed"
        index.save()
        audit.rebuild()

        assert body(page)["attachments"] == []

    def test_a_page_that_stops_being_private_is_published_with_its_documents(self):
        index = NewsIndexPageFactory()
        restriction = restrict(index)
        document = DocumentFactory(released_at=None)
        page = NewsPageFactory(
            parent=index, attachments=[Attachment(document=document)]
        )

        with transaction.atomic():
            PageViewRestriction.objects.get(pk=restriction.pk).delete()

        assert [d["id"] for d in body(page)["attachments"]] == [document.pk]
