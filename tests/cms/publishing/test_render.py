"""The renderer is the filter of visibility."""

import json

from django.test import TestCase
from wagtail.models import PageViewRestriction

from cms.publishing.models import Publication
from cms.publishing.render import Renderer
from tests.factories import (
    HomePageFactory,
    ImageFactory,
    NewsPageFactory,
    StandardPageFactory,
    StoryPageFactory,
)


class VisibilityTests(TestCase):
    def body(self, page) -> dict:
        row = Publication.objects.get(resource="pages", object_id=page.pk)
        return json.loads(row.body)

    def test_a_button_to_a_private_page_is_left_out(self):
        private = StandardPageFactory()
        PageViewRestriction.objects.create(page=private, restriction_type="login")

        page = NewsPageFactory(
            body=[
                ("call_to_action", {"text": "Go", "page": private}),
                ("heading", {"text": "Stays", "level": "2"}),
            ]
        )

        assert [block["type"] for block in self.body(page)["body"]] == ["heading"]

    def test_an_image_has_all_that_is_needed_to_show_it(self):
        image = ImageFactory(description="Beets", credit="Photo: Ana", title="Field")
        page = NewsPageFactory(image=image, image_alt="Rows of beets")

        shown = self.body(page)["image"]

        assert shown["alt"] == "Rows of beets"
        assert (shown["width"], shown["height"]) == (640, 480)
        assert shown["size"] > 0
        assert [r["width"] for r in shown["renditions"]] == [320, 640, 320, 640]
        assert all(r["url"].startswith("http") for r in shown["renditions"])

    def test_internal_fields_do_not_exist(self):
        page = StoryPageFactory(
            consent_on_file=False, consent_reason="canary-reason", was_minor=True
        )

        row = Publication.objects.get(resource="pages", object_id=page.pk)
        everything = f"{row.body} {row.card} {row.search_text}"

        assert "canary-reason" not in everything
        assert "consent" not in everything
        assert "minor" not in everything

    def test_a_private_story_is_not_on_the_home_page(self):
        story = StoryPageFactory()
        PageViewRestriction.objects.create(page=story, restriction_type="login")
        home = HomePageFactory.build(story_page=story)

        assert Renderer("en").card(home.story) is None
