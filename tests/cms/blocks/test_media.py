"""Images, and media elsewhere."""

from tests.cms.blocks.cases import BlockTestCase
from tests.content import words
from tests.factories import (
    ImageFactory,
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
