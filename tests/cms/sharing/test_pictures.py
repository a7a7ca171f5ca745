"""Pictures beside a shared link."""

from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import SimpleTestCase
from PIL import Image

from cms.publishing.registry import published_types
from cms.publishing.schemas import ImageLink
from cms.publishing.schemas.references import CardPicture
from cms.sharing.described import FIELD, Described, DescribedPage
from cms.sharing.pictures import MAX_BYTES, shared
from cms.sharing.registry import _descriptions, described

# What shows the drawing of the site itself.
OF_THE_SITE = {"cms.GlossaryPage", "home.HomePage", "home.StandardPage"}
CARD = CardPicture(url="card.webp", width=1280, height=720, sources=[])


def image(width: int, height: int, **values: object) -> ImageLink:
    return ImageLink.model_construct(
        url="whole.png",
        width=width,
        height=height,
        alt="Beets",
        **{"size": 1000, "media_type": "image/png", "card": CARD, **values},
    )


class SharedImageTests(SimpleTestCase):
    def test_one_as_wide_as_previews_is_shared_whole(self):
        found = shared(image(1200, 630))

        assert (found.url, found.width, found.height) == ("whole.png", 1200, 630)
        assert found.alt == "Beets"

    def test_one_of_another_shape_is_cut(self):
        for width, height in ((600, 900), (1000, 1000), (3000, 1000)):
            assert shared(image(width, height)).url == "card.webp"

    def test_one_that_few_can_read_or_that_is_heavy_is_cut(self):
        assert shared(image(1200, 630, media_type="image/avif")).url == "card.webp"
        assert shared(image(1200, 630, size=MAX_BYTES + 1)).url == "card.webp"

    def test_one_too_small_to_be_cut_is_shared_as_it_is(self):
        assert shared(image(100, 100, card=None)).url == "whole.png"


def descriptions() -> list[type[Described]]:
    described(object(), None)  # All modules that describe something are loaded by it.
    return [DescribedPage, *_descriptions.values()]


class DrawingTests:
    def test_each_is_there_as_large_as_previews_want_it_and_small(self):
        paths = {each.drawing.path for each in descriptions()}

        assert len(paths) >= 6
        for path in paths:
            content = Path(finders.find(path)).read_bytes()
            with Image.open(BytesIO(content)) as picture:
                assert (picture.format, picture.size) == ("PNG", (1200, 630)), path
            assert len(content) < 25_000, path
            assert finders.find(path.replace(".png", ".svg")), path

    def test_each_says_what_it_shows(self):
        assert all(str(each.drawing.alt).endswith(".") for each in descriptions())

    @pytest.mark.parametrize(
        "published", published_types("pages"), ids=lambda t: t.name
    )
    def test_all_types_with_a_subject_of_their_own_have_one(self, published):
        descriptions()
        if published.name not in OF_THE_SITE:
            assert _descriptions[published.detail].drawing != FIELD
