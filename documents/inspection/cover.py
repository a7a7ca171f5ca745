"""The first page of a PDF as a small picture."""

from io import BytesIO
from pathlib import Path

# Pillow would load its plugins for all formats to find this one.
from PIL import WebPImagePlugin  # noqa: F401
from pypdfium2 import PdfPage

from .facts import Cover
from .pdf import open_pdf

WIDTH, HEIGHT = 600, 900
# Of all that WebP offers, what takes a tenth of the time for 2 % more bytes.
ENCODING = {"quality": 70, "method": 2}


def draw(path: Path) -> Cover:
    """Return the page within 600 by 900 pixels; raises what goes wrong."""
    with open_pdf(path) as document:
        page = document[0]
        # Without forms: what fills them in can run scripts.
        bitmap = page.render(scale=scale_for(page), may_draw_forms=False)
        picture, file = bitmap.to_pil().convert("RGB"), BytesIO()
        picture.save(file, "WEBP", **ENCODING)
        return Cover(file.getvalue(), *picture.size)


def scale_for(page: PdfPage) -> float:
    """Return by how much to scale a page; raises ValueError for one without size."""
    width, height = page.get_size()
    if not (width >= 1 and height >= 1):
        raise ValueError("The page has no size.")
    return min(WIDTH / width, HEIGHT / height)
