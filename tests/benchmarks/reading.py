"""What reading a file takes beside PDFium alone: `python -m tests.benchmarks.reading`.

Both open the same PDF of a hundred pages in a process of their own and take the text of
each page. Ours cleans it, hands it over, and draws the first page besides.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from fpdf import FPDF

from documents.inspection import inspect

from .content.text import chance_of, paragraphs

PAGES = 100
ROUNDS = 7
# What is allowed of the time that PDFium takes alone.
MOST = 3.0

ALONE = """
import sys
import pypdfium2
for page in pypdfium2.PdfDocument(sys.argv[1]):
    page.get_textpage().get_text_range()
"""


def sample() -> bytes:
    """Return a PDF whose pages are as full of words as a guidance's."""
    document = FPDF(format="letter")
    document.set_title("A sample of a hundred pages")
    document.set_lang("en-US")
    document.set_font("Helvetica", size=10)
    for number in range(PAGES):
        document.add_page()
        for text in paragraphs(chance_of(f"page {number}"), 6):
            # The font of PDF itself knows Latin letters alone.
            known = text.encode("latin-1", "ignore").decode("latin-1")
            document.multi_cell(0, 5, known, new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def alone(path: Path) -> None:
    program = [sys.executable, "-E", "-s", "-c", ALONE, str(path)]
    subprocess.run(program, check=True)


def ours(path: Path) -> None:
    read = inspect(path, "application/pdf")
    assert len(read.texts) == PAGES
    assert read.cover is not None


def seconds(action: Callable[[Path], None], path: Path) -> float:
    started = time.perf_counter()
    action(path)
    return time.perf_counter() - started


def main() -> int:
    """Print the least time of each, taken in turn, and their ratio."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "sample.pdf"
        path.write_bytes(sample())
        rounds = [(seconds(alone, path), seconds(ours, path)) for _ in range(ROUNDS)]
    bare, whole = (min(times) for times in zip(*rounds, strict=True))
    ratio = whole / bare
    print(
        f"Reading {PAGES} pages: {whole:.2f} s; PDFium alone: {bare:.2f} s; ratio "
        f"{ratio:.2f}, at most {MOST:g}"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
