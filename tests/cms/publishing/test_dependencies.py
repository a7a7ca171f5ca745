"""What is shown elsewhere is right there, too."""

import json
from unittest import mock

from django.test import TestCase
from wagtail.models import (
    Locale,
    Page,
    Site,
)

from cms.models import Attachment, SiteSettings
from cms.publishing import audit, batch
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    TopicFactory,
)

from .log import body, private_collection, restrict, row


class DependencyTests(TestCase):
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

    def test_with_the_home_page_of_a_language_all_its_pages_go_and_come(self):
        spanish, _ = Locale.objects.get_or_create(language_code="es")
        home = HomePageFactory()
        inicio = home.copy_for_translation(spanish)
        inicio.save_revision().publish()
        page = StandardPageFactory(parent=inicio, slug="acerca")
        assert self.client.get("/es/acerca/").status_code == 200

        inicio.refresh_from_db()
        inicio.unpublish()
        assert self.client.get("/es/acerca/").status_code == 410
        assert row("pages", page.pk).reason == "unpublished"

        inicio.save_revision().publish()
        assert self.client.get("/es/acerca/").status_code == 200
        assert row("pages", page.pk).live
        assert list(audit.check()) == []

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

    def test_a_renamed_section_in_all_that_links_to_its_pages(self):
        index = NewsIndexPageFactory(slug="news")
        document = DocumentFactory()
        page = NewsPageFactory(
            parent=index, slug="item", attachments=[Attachment(document=document)]
        )
        other = StandardPageFactory(
            body=[("rich_text", f'<p><a linktype="page" id="{page.pk}">x</a></p>')]
        )

        index.slug = "renamed"
        index.save()

        assert 'href="/renamed/item/"' in body(other)["body"][0]["value"]
        used_on = json.loads(row("documents", document.pk).body)["used_on"]
        assert [link["path"] for link in used_on] == ["/renamed/item/"]
        assert list(audit.check()) == []

    def test_a_change_in_the_text_does_not_render_what_links_to_the_page(self):
        home = HomePageFactory()
        NewsPageFactory.create_batch(3)

        with mock.patch("cms.publishing.batch.render", wraps=batch.render) as rendered:
            home.mission = "<p>Another mission.</p>"
            home.save()

        pages = {call.args[0] for call in rendered.call_args_list}
        assert {page.pk for page in pages if isinstance(page, Page)} == {home.pk}
