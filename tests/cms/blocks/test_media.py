"""Images, and media elsewhere."""

from bs4 import BeautifulSoup
from django.test import TestCase

from cms.publishing.models import Publication, Resource
from tests.cms.blocks.cases import BlockTestCase
from tests.content import words
from tests.documents.library.cases import spanish_library
from tests.factories import (
    DocumentLibraryPageFactory,
    ImageFactory,
    StandardPageFactory,
)


class ImageTests(BlockTestCase):
    kind = "image"

    def usual(self):
        self.image = ImageFactory(description="Rows of beets")
        return {"image": self.image.pk, "alt": "", "decorative": False, "caption": ""}

    def test_an_image_without_words_is_described_or_decorative(self):
        image = ImageFactory(description="").pk

        assert "tick that it is decorative" in self.refusals(image=image)["alt"]
        assert self.refusals(image=image, decorative=True) == {}
        assert self.refusals(image=image, alt="A field") == {}
        assert self.draft_is_saved(image=image)

    def test_words_here_win_over_those_of_the_image(self):
        assert self.value()["image"]["alt"] == "Rows of beets"
        assert self.value()["image"]["alt_language"] is None
        assert self.value(alt="Here")["image"]["alt"] == "Here"
        assert self.value(alt="Here", decorative=True)["image"]["alt"] == ""

    def test_caption_stands_below(self):
        prose = self.prose(caption="Near Fairview")

        assert prose.find("img")["alt"] == "Rows of beets"
        assert "Near Fairview" in words(prose.find("figcaption"))

    def test_json_has_all_that_is_needed_to_show_it(self):
        image = self.value()["image"]

        assert (image["width"], image["height"]) == (640, 480)
        assert image["url"].startswith("http")
        assert image["renditions"]


class OtherLanguageTests(TestCase):
    def setUp(self):
        self.home = spanish_library(DocumentLibraryPageFactory()).get_parent().specific
        self.image = ImageFactory(description="Rows of beets")

    def shown(self, **values):
        block = {"image": self.image, "decorative": False, "caption": "", **values}
        page = StandardPageFactory(parent=self.home, body=[("image", block)])
        html = self.client.get(page.url).content.decode()
        return BeautifulSoup(html, "html.parser").main.find("img").attrs

    def test_the_images_own_words_say_that_they_are_in_another(self):
        shown = self.shown(alt="")

        assert (shown["alt"], shown["lang"]) == ("Rows of beets", "en")

    def test_words_that_were_given_here_are_in_that_of_the_page(self):
        shown = self.shown(alt="Hileras de remolacha")

        assert shown["alt"] == "Hileras de remolacha"
        assert "lang" not in shown

    def test_a_row_of_the_log_from_before_it_was_told_is_shown(self):
        block = {"image": self.image, "alt": "", "decorative": False, "caption": ""}
        page = StandardPageFactory(body=[("image", block)])
        rows = Publication.objects.filter(object_id=page.pk, resource=Resource.PAGES)
        old = rows.get().body.replace('"alt_language":null,', "")
        assert old != rows.get().body
        rows.update(body=old)

        self.assertContains(self.client.get(page.url), 'alt="Rows of beets"')


class EmbedTests(BlockTestCase):
    kind = "embed"

    def usual(self):
        url = "https://video.example.org/v/1"
        return {"title": "Video: the COE", "url": url, "description": "3 minutes"}

    def test_is_a_link_that_loads_nothing_from_elsewhere(self):
        response = self.client.get(self.publish().url)

        main = response.content.decode().partition("<main")[2]
        for element in ("<iframe", "<script", "<embed", "<object", "<video"):
            assert element not in main
        self.assertContains(response, 'href="https://video.example.org/v/1"')
        self.assertContains(response, "opens video.example.org")

    def test_json_names_the_host(self):
        assert self.value()["host"] == "video.example.org"

    def test_address_is_one_of_the_web(self):
        for url in ("javascript:alert(1)", "video", "http://["):
            assert "url" in self.refusals(url=url)
