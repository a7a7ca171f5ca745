"""PDF: its pages, its words, and what it tells to assistive technology."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from .archives import PASSWORD, is_archive_too
from .facts import Facts, RefusedError
from .languages import language_tag
from .limits import Limits
from .texts import Enough, Texts, clean_line

LONGEST_TITLE = 300
LONGEST_LANGUAGE = 100
# Whether it is marked as tagged says nothing where none of these has any tags.
PAGES_LOOKED_AT_FOR_TAGS = 5
PLACEHOLDERS = {"untitled", "untitled document", "document", "title"}


def read(path: Path, texts: Texts, limits: Limits) -> Facts:
    if is_archive_too(path):
        raise RefusedError(
            "The file is a PDF and an archive at the same time, which can hide what it "
            "holds. Save it again as PDF, without other files inside."
        )
    with open_pdf(path) as document:
        count = len(document)
        if not count:
            raise RefusedError("The PDF has no pages. Save it again as PDF.")
        with suppress(Enough):
            read_pages(document, count, texts, limits)
        return facts_of(document, count, texts)


@contextmanager
def open_pdf(path: Path) -> Iterator[PdfDocument]:
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        raise RefusedError(why_not(error)) from error
    with document:
        yield document


def why_not(error: PdfiumError) -> str:
    if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return PASSWORD
    return (
        "The PDF is damaged or incomplete. Save it again in the program that made it, "
        "and upload that file."
    )


def read_pages(document: PdfDocument, count: int, texts: Texts, limits: Limits) -> None:
    if count > limits.pages:
        texts.note(
            f"The words of the first {limits.pages:,} of {count:,} pages can be "
            "searched."
        )
    for index in range(min(count, limits.pages)):
        texts.add(text_of_page(document, index))


def text_of_page(document: PdfDocument, index: int) -> str:
    """Return the words of a page; nothing for one that is damaged."""
    page = pdfium.FPDF_LoadPage(document, index)
    words = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        return text_of(words) if words else ""
    finally:
        if words:
            pdfium.FPDFText_ClosePage(words)
        if page:
            pdfium.FPDF_ClosePage(page)


def text_of(words: object) -> str:
    count = pdfium.FPDFText_CountChars(words)
    if count <= 0:
        return ""
    # A character beyond U+FFFF takes two places, and the end takes one.
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(words, 0, count, buffer)
    return bytes(memoryview(buffer)[: max(written - 1, 0)]).decode("utf-16", "ignore")


def facts_of(document: PdfDocument, count: int, texts: Texts) -> Facts:
    title = clean_line(document.get_metadata_value("Title"), LONGEST_TITLE)
    language = language_tag(catalog_language(document))
    return Facts(
        unit="page",
        count=count,
        title=title,
        language=language,
        is_tagged=is_tagged(document, count),
        has_title=bool(title) and title.lower() not in PLACEHOLDERS,
        has_language=bool(language),
        # A scan often has words on its first page, or stamped on some.
        has_text_layer=2 * texts.with_words >= texts.count if texts.count else None,
    )


def catalog_language(document: PdfDocument) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 0 < length <= LONGEST_LANGUAGE:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length
    )
    return buffer.raw.decode("utf-16-le", "ignore")


def is_tagged(document: PdfDocument, count: int) -> bool:
    """Tell whether the file says that it is tagged, and has tags."""
    if not document.is_tagged():
        return False
    looked_at = range(min(count, PAGES_LOOKED_AT_FOR_TAGS))
    return any(has_tags(document, index) for index in looked_at)


def has_tags(document: PdfDocument, index: int) -> bool:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return False
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        return bool(tree) and pdfium.FPDF_StructTree_CountChildren(tree) > 0
    finally:
        if tree:
            pdfium.FPDF_StructTree_Close(tree)
        pdfium.FPDF_ClosePage(page)
