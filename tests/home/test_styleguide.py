"""The style guide: all blocks with public content, for staff alone."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase

from cms.blocks import ArticleBlocks
from home.groups import EDITORS
from home.styleguide.specimens import Specimens
from tests.factories import HomePageFactory, NewsPageFactory, StoryPageFactory
from tests.home.demonstration import DemonstrationTestCase


def sign_in(client, *groups: str):
    user = get_user_model().objects.create_user("somebody", password="password")
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)


class AccessTests(TestCase):
    def test_nobody_else_learns_of_it(self):
        HomePageFactory()
        assert self.client.get("/styleguide/").status_code == 404

        sign_in(self.client)

        assert self.client.get("/styleguide/").status_code == 404
        assert b"Style guide" not in self.client.get("/styleguide/").content

    def test_editors_see_it_and_no_cache_keeps_it(self):
        HomePageFactory()
        sign_in(self.client, EDITORS)

        response = self.client.get("/styleguide/")

        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"
        assert self.client.post("/styleguide/").status_code == 405

    def test_the_menu_of_the_admin_leads_to_it(self):
        HomePageFactory()
        sign_in(self.client, EDITORS)

        assert "/styleguide/" in self.client.get("/admin/").content.decode()

    def test_a_site_without_content_has_one(self):
        sign_in(self.client, EDITORS)

        html = self.client.get("/styleguide/").content.decode()

        assert "No published page has one yet." in html
        assert "No story has been published yet." in html


class ContentTests(TestCase):
    def test_of_drafts_nothing_is_shown(self):
        NewsPageFactory(
            title="Draft item",
            live=False,
            body=[("quote", {"text": "Not yet.", "attribution": "Nobody"})],
        )
        StoryPageFactory(title="Draft story", live=False, quote="Not yet.")
        sign_in(self.client, EDITORS)

        html = self.client.get("/styleguide/").content.decode()

        assert "Not yet." not in html
        assert "Draft" not in html

    def test_a_block_comes_from_the_newest_page_that_has_one(self):
        quote = {"text": "We want a better future", "attribution": "Ana"}
        page = NewsPageFactory(body=[("quote", quote)])

        (specimen,) = [s for s in Specimens().blocks if s.type == "quote"]

        assert specimen.value.text == quote["text"]
        assert specimen.page.id == page.pk


class DemonstrationTests(DemonstrationTestCase):
    def test_every_block_is_shown_with_content_or_as_an_example(self):
        specimens = Specimens().blocks

        assert [s.type for s in specimens] == list(ArticleBlocks().child_blocks)
        assert all(s.value is not None for s in specimens)
        assert sum(s.page is not None for s in specimens) >= 6

    def test_it_shows_what_is_published(self):
        sign_in(self.client, EDITORS)

        response = self.client.get("/styleguide/")

        text = response.content.decode()
        for shown in ("The Dennis Luna Story", "31,903", "Brownfield", "Happening now"):
            assert shown in text, shown
