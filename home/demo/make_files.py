"""Make the sample documents and pictures of the demonstration anew.

    .venv/bin/python -m home.demo.make_files

A tool for developers: it needs the development packages and Chromium, and its
results are committed beside it. Two runs on one machine make the same bytes.

The sentence "a cobalt heron crosses the beet rows" stands on page 3 of the August
issue (sources/policy-qas-v2.html) and nowhere else: tests of the search ask for it.
"""

import io
import logging
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from pptx import Presentation
from pptx.util import Inches, Pt

from home.demo.drawings import DRAWINGS

HERE = Path(__file__).parent
SOURCES, FILES, IMAGES = HERE / "sources", HERE / "files", HERE / "images"

MADE_AT = datetime(2024, 1, 2, 12, 0)  # noqa: DTZ001 - file formats want it naive
SAMPLE = (
    "Sample document of a demonstration site. Not an official document: nothing in it"
    " may be relied on."
)

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Printed:
    """A document printed to PDF from a source of the same folder."""

    source: str
    filename: str
    title: str
    look: str = ""


PRINTED = [
    Printed(
        "policy-qas-v1",
        "MEP Policy Q&As FY17 v.1 IDR Special Edition (July).pdf",
        "MEP Policy Q&As FY17 v.1 IDR Special Edition (July), sample",
    ),
    Printed(
        "policy-qas-v2",
        "MEP Policy Q&As FY17 v.2 IDR Special Edition (August).pdf",
        "MEP Policy Q&As FY17 v.2 IDR Special Edition (August), sample",
    ),
    Printed(
        "guidance-2003-draft",
        "Non-Regulatory Guidance Draft October 23 2003.pdf",
        "Non-Regulatory Guidance, draft of October 23, 2003, sample",
    ),
    Printed(
        "guidance-2010",
        "Non-Regulatory Guidance October 2010.pdf",
        "Non-Regulatory Guidance, October 2010, sample",
    ),
    Printed(
        "guidance-2017-chapters",
        "Non-Regulatory Guidance Revised Chapters March 2017.pdf",
        "Non-Regulatory Guidance, chapters revised in March 2017, sample",
    ),
    Printed(
        "certificate-of-eligibility",
        "National Certificate of Eligibility OMB 1810-0662 (sample).pdf",
        "National Certificate of Eligibility (COE), OMB 1810-0662, sample",
        "form",
    ),
    Printed(
        "forum-presentation-2",
        "2017 National ID&R Forum Sample Presentation 2.pdf",
        "2017 National ID&R Forum, sample presentation 2",
        "slides",
    ),
    Printed(
        "forum-handout-1",
        "2017 National ID&R Forum Sample Handout 1.pdf",
        "2017 National ID&R Forum, sample handout 1",
    ),
    Printed(
        "forum-handout-1-corrected",
        "2017 National ID&R Forum Sample Handout 1 (corrected).pdf",
        "2017 National ID&R Forum, sample handout 1",
    ),
    Printed(
        "forum-handout-2",
        "2017 National ID&R Forum Sample Handout 2.pdf",
        "2017 National ID&R Forum, sample handout 2",
    ),
]

SLIDES = [
    ("What a session might tell", ["Why it matters", "What changed", "Whom to ask"]),
    (
        "What stays after the session",
        ["This file, at an address that does not change", "A handout", "One page"],
    ),
]


def page_of(document: Printed) -> str:
    """Return the whole HTML of a document; every page says that it is a sample."""
    body = (SOURCES / f"{document.source}.html").read_text()
    count = body.count("<section>")
    numbers = iter(range(1, count + 1))
    body = body.replace("<section>", f'<section><p class="sample">{SAMPLE}</p>')
    body = re.sub(
        "</section>",
        lambda _: f'<p class="folio">Page {next(numbers)} of {count}</p></section>',
        body,
    )
    style = (SOURCES / "document.css").read_text()
    return (
        f'<!doctype html><html lang="en-US"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{style}</style></head>"
        f'<body class="{document.look}">{body}</body></html>'
    )


def print_document(browser: Browser, document: Printed) -> None:
    page = browser.new_page()
    page.set_content(page_of(document))
    pdf = page.pdf(
        tagged=True,
        outline=True,
        print_background=True,
        width="13.333in" if document.look == "slides" else "8.5in",
        height="7.5in" if document.look == "slides" else "11in",
    )
    page.close()
    save(FILES / document.filename, with_fixed_dates(pdf))


def with_fixed_dates(pdf: bytes) -> bytes:
    """Put one date in place of the moment of printing, equally long: offsets stay."""
    return re.sub(rb"\(D:\d{14}", f"(D:{MADE_AT:%Y%m%d%H%M%S}".encode(), pdf)


def make_presentation() -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    facts = deck.core_properties
    facts.title = "2017 National ID&R Forum, sample presentation 1"
    facts.language, facts.author = "en-US", ""
    facts.created = facts.modified = MADE_AT
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Sample presentation 1"
    first.placeholders[
        1
    ].text = "2017 National ID&R Forum, September 19-21, 2017, New Orleans, Louisiana"
    for title, lines in SLIDES:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(lines)
    for slide in deck.slides:
        widen(slide, deck.slide_width)
        note = slide.shapes.add_textbox(
            Inches(0.9), Inches(6.8), Inches(11.5), Inches(0.5)
        )
        note.text_frame.text = SAMPLE
        note.text_frame.paragraphs[0].font.size = Pt(14)
    file = io.BytesIO()
    deck.save(file)
    save(
        FILES / "2017 National ID&R Forum Sample Presentation 1.pptx",
        with_fixed_entries(file),
    )


def widen(slide, slide_width: int) -> None:
    """Centre the placeholders: the layouts are made for slides of 10 inches."""
    for shape in slide.placeholders:
        shape.left, shape.top, shape.width, shape.height = (
            (slide_width - Inches(11.5)) // 2,
            shape.top,
            Inches(11.5),
            shape.height,
        )


def with_fixed_entries(file: io.BytesIO) -> bytes:
    """Pack an archive again, all entries dated alike."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, MADE_AT.timetuple()[:6])
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def draw(browser: Browser, name: str) -> None:
    """Take a picture of a drawing; flat shapes do with 128 colours."""
    page = browser.new_page(viewport={"width": 1600, "height": 1200})
    page.set_content(f"<style>body {{ margin: 0 }}</style>{DRAWINGS[name]()}")
    picture = Image.open(io.BytesIO(page.locator("svg").screenshot())).convert("RGB")
    page.close()
    png = io.BytesIO()
    picture.quantize(128, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    save(IMAGES / f"{name}.png", png.getvalue())


def save(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    logger.info("%7d bytes  %s", len(content), path.relative_to(HERE))


def browsers() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            # Chromium's sandbox refuses to run as root, as in a container.
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        yield browser
        browser.close()


def main() -> None:
    for browser in browsers():
        for document in PRINTED:
            print_document(browser, document)
        for name in DRAWINGS:
            draw(browser, name)
    make_presentation()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
