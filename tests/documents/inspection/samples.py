"""Files of each kind that are as they should be, and what is known of them."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from fpdf import FPDF
from openpyxl import Workbook
from pptx import Presentation

from documents.inspection import Inspection, Limits, inspect
from documents.media_types import MEDIA_TYPES

QAS = "MEP Policy Q&As FY17 v.1 IDR Special Edition (July).pdf"
DEMO_FILES = Path(__file__).parents[3] / "home" / "demo" / "files"


def inspected(
    directory: Path, data: bytes, extension: str, **limits: Any
) -> Inspection:
    """Inspect bytes as a file of this kind; raises what `inspect` raises."""
    path = directory / f"file.{extension}"
    path.write_bytes(data)
    return inspect(path, MEDIA_TYPES[extension], Limits(**limits))


def pdf(*pages: str, **facts: str) -> bytes:
    """Return a PDF with one page for each text, without tags."""
    document = FPDF(format="letter")
    document.set_font("Helvetica", size=12)
    if "title" in facts:
        document.set_title(facts["title"])
    if "lang" in facts:
        document.set_lang(facts["lang"])
    for text in pages:
        document.add_page()
        document.multi_cell(0, 6, text)
    return bytes(document.output())


def saved(document: Any) -> bytes:
    """Return what one of the office libraries makes of its document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def docx(*paragraphs: str, title: str = "") -> bytes:
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def pptx(*slides: str, title: str = "") -> bytes:
    deck = Presentation()
    deck.core_properties.title = title
    for text in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = text
    return saved(deck)


def xlsx(**sheets: list[list[Any]]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(workbook)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def odt(body: str, **parts: str) -> bytes:
    """Return an OpenDocument text of this XML; `meta` and `styles` are its parts."""
    content = (
        f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><o:body><o:text>'
        f"{body}</o:text></o:body></o:document-content>"
    )
    return zipped(
        {
            "mimetype": MEDIA_TYPES["odt"],
            "content.xml": content,
            **{f"{name}.xml": part for name, part in parts.items()},
        }
    )


def zipped(parts: dict[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def with_parts(data: bytes, **parts: str | bytes) -> bytes:
    """Return an archive with parts added; "__" stands for a slash in their names."""
    with ZipFile(BytesIO(data)) as archive:
        known = {name: archive.read(name) for name in archive.namelist()}
    return zipped(known | {n.replace("__", "/"): p for n, p in parts.items()})
