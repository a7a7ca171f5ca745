"""Pictures beside shared links are what their sources say.

`REWRITE_SNAPSHOTS=1 .venv/bin/pytest tests/browser/test_drawings.py` renders them anew.
"""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from settings.environment import BASE_DIR
from tests.snapshot import REWRITE

SOURCES = sorted(BASE_DIR.glob("*/static/*/social/*.svg"))
COLORS = 64
# Browsers draw edges a little differently.
TOLERANCE = 2.0


def rendered(browser: Browser, source: Path) -> Image.Image:
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(
        f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>"
        f"{source.read_text()}"
    )
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    # Flat shapes do with few colors.
    return picture.quantize(COLORS, dither=Image.Dither.NONE)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_is_the_picture_of_its_source(browser: Browser, source: Path) -> None:
    target, picture = source.with_suffix(".png"), rendered(browser, source)
    if os.environ.get(REWRITE):
        picture.save(target, "PNG", optimize=True)

    with Image.open(target) as kept:
        apart = ImageChops.difference(kept.convert("RGB"), picture.convert("RGB"))

    assert max(ImageStat.Stat(apart).mean) < TOLERANCE


def test_there_are_some() -> None:
    assert len(SOURCES) >= 6
