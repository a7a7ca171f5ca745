"""A few rows are written at once, the rest queued; what is hidden is gone."""

from io import StringIO
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, Site

from cms.models import Attachment
from cms.publishing import audit, batch, queue, worker
from cms.publishing.models import Queued
from tests.factories import (
    DocumentFactory,
    ImageFactory,
    NewsPageFactory,
    StandardPageFactory,
    TopicFactory,
)

from .log import body, is_live, page_row, private_collection, restrict, row
from .sections import FEW, Section, renamed


def link_to(page) -> list[tuple[str, str]]:
    return [("rich_text", f'<p><a linktype="page" id="{page.pk}">x</a></p>')]


class RenameTests(Section):
    def test_few_are_written_at_once_and_the_rest_by_the_worker(self):
        renamed(self.index, "renamed")

        assert page_row(self.index).path == "/renamed/"
        assert self.paths() == {"news", "renamed"}

        worker.write_all_queued()
        assert self.paths() == {"renamed"}
        assert list(audit.check()) == []

    def test_the_check_says_how_much_is_queued(self):
        renamed(self.index, "renamed")

        output = StringIO()
        with pytest.raises(Exception, match="--rebuild"):
            call_command("publications", "--check", stdout=output)

        assert f"{queue.length()} queued" in output.getvalue()
        assert queue.length() >= len(self.pages) - FEW

    def test_the_worker_is_a_step_of_what_is_due(self):
        renamed(self.index, "renamed")

        call_command("publish_due", stdout=StringIO())

        assert queue.length() == 0
        assert self.paths() == {"renamed"}

    def test_a_page_below_that_is_hidden_meanwhile_stays_hidden(self):
        renamed(self.index, "renamed")
        restrict(self.pages[-1])

        worker.write_all_queued()

        assert page_row(self.pages[-1]).reason == "restricted"

    def test_a_page_below_that_is_deleted_meanwhile_is_passed_over(self):
        renamed(self.index, "renamed")
        gone = self.pages.pop()
        pk = gone.pk
        gone.delete()

        worker.write_all_queued()

        assert row("pages", pk).reason == "deleted"
        assert self.paths() == {"renamed"}

    def test_what_is_queued_twice_keeps_its_place(self):
        renamed(self.index, "renamed")
        before = Queued.objects.get(object_id=self.pages[-1].pk)

        renamed(self.index, "again")

        assert Queued.objects.get(object_id=self.pages[-1].pk) == before
        worker.write_all_queued()
        assert self.paths() == {"again"}

    def test_what_links_to_pages_that_the_worker_writes_follows(self):
        other = StandardPageFactory(body=link_to(self.pages[-1]))

        renamed(self.index, "renamed")
        worker.write_all_queued()

        assert 'href="/renamed/item-5/"' in body(other)["body"][0]["value"]


class DependentTests(Section):
    def test_few_dependents_at_once_and_the_rest_by_the_worker(self):
        topic = TopicFactory(name="Before")
        for page in self.pages:
            page.topics = [topic]
            page.save()
        worker.write_all_queued()

        topic.name = "After"
        topic.save()

        def names() -> list[str]:
            return [body(page)["topics"][0]["name"] for page in self.pages]

        assert names().count("After") == FEW
        worker.write_all_queued()
        assert set(names()) == {"After"}

    def test_the_address_of_the_site(self):
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = "results.example.org", 443
        site.save()

        worker.write_all_queued()

        assert list(audit.check()) == []


class HiddenTests(Section):
    """However many there are, nothing hidden waits for the worker."""

    def hidden(self) -> set[str]:
        return {page_row(page).reason for page in [self.index, *self.pages]}

    def test_a_section_that_becomes_private(self):
        restrict(self.index)

        assert self.hidden() == {"restricted"}
        assert queue.length() == 0

    def test_a_section_that_is_moved_below_a_private_page(self):
        private = StandardPageFactory()
        restrict(private)
        section = StandardPageFactory()
        pages = [StandardPageFactory(parent=section) for _ in range(4)]

        section.move(private, pos="last-child")

        assert {page_row(page).reason for page in pages} == {"restricted"}

    def test_a_section_that_is_deleted(self):
        pks = [page.pk for page in self.pages]

        Page.objects.get(pk=self.index.pk).delete()

        assert {row("pages", pk).reason for pk in pks} == {"deleted"}

    def test_a_section_that_is_unpublished_with_all_below_it(self):
        user = get_user_model().objects.create_superuser("admin", "", "secret")

        with mock.patch("cms.publishing.batch.render", wraps=batch.render) as rendered:
            UnpublishPageAction(
                self.index, user=user, include_descendants=True
            ).execute()

        assert self.hidden() == {"unpublished"}
        assert body(self.home)["updates"] == []
        times = [call.args[0] for call in rendered.call_args_list]
        assert times.count(self.home.specific) == 1

    def test_a_site_that_is_deleted(self):
        Site.objects.all().delete()

        assert self.hidden() == {"unpublished"}

    def test_all_links_to_a_page_that_becomes_private(self):
        target = StandardPageFactory(title="Secret plans")
        for page in self.pages:
            page.body = link_to(target)
            page.save()
        worker.write_all_queued()
        assert "href" in body(self.pages[0])["body"][0]["value"]

        restrict(target)

        values = {body(page)["body"][0]["value"] for page in self.pages}
        assert values == {"<p>x</p>"}

    def test_an_image_in_many_pages(self):
        image = ImageFactory()
        for page in self.pages:
            page.image = image
            page.save()
        worker.write_all_queued()

        image.collection = private_collection()
        image.save()

        assert {body(page)["image"] is None for page in self.pages} == {True}

    def test_the_pages_of_a_private_section_in_a_document_that_names_them(self):
        for page in self.pages:
            page.attachments.create(document=self.document)
            page.save()
        worker.write_all_queued()

        restrict(self.index)

        assert '"used_on":[]' in row("documents", self.document.pk).body

    def test_a_topic_that_is_deleted(self):
        topic = TopicFactory()
        for page in self.pages:
            page.topics = [topic]
            page.save()
        worker.write_all_queued()

        topic.delete()

        assert {len(body(page)["topics"]) for page in self.pages} == {0}


class ReleaseTests(Section):
    def test_what_becomes_public_by_the_worker_comes_with_its_documents(self):
        restriction = restrict(self.index)
        documents = DocumentFactory.create_batch(4, released_at=None)
        pages = [
            NewsPageFactory(
                parent=self.index, attachments=[Attachment(document=document)]
            )
            for document in documents
        ]

        PageViewRestriction.objects.get(pk=restriction.pk).delete()
        assert not is_live("pages", pages[-1])

        worker.write_all_queued()
        assert [body(p)["attachments"][0]["id"] for p in pages] == [
            document.pk for document in documents
        ]
        assert list(audit.check()) == []

    def test_what_is_only_rendered_again_releases_nothing(self):
        document = DocumentFactory(released_at=None, releases_with_page=False)
        page = NewsPageFactory(
            parent=self.index, attachments=[Attachment(document=document)]
        )
        type(document).objects.update(releases_with_page=True)

        renamed(self.index, "renamed")
        worker.write_all_queued()

        assert body(page)["attachments"] == []
        assert page_row(page).path.startswith("/renamed/")

    def test_an_entry_that_is_queued_again_keeps_what_it_releases(self):
        reference = ("pages", self.pages[0].pk)

        queue.add([reference], releasing={reference})
        queue.add([reference])

        assert Queued.objects.get().releases
