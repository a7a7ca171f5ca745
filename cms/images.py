"""The sizes in which images are sent, and their addresses.

An image comes whole in a few widths, and as a card cut to a shape around its focal
point, each as AVIF and as WebP. There are no other sizes than these. An address
carries the version of the file, so that it can be kept for good.
"""

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from django.urls import reverse
from wagtail.images.models import AbstractImage

# Browsers take the first that they know: the one with fewer bytes stands first.
FORMATS = ("avif", "webp")


@dataclass(frozen=True)
class Preset:
    """Widths in pixels, and the shape as width and height; None keeps the image's."""

    name: str
    widths: tuple[int, ...]
    shape: tuple[int, int] | None = None


WHOLE = Preset("whole", (320, 640, 960, 1280, 1920))
CARD = Preset("card", (320, 640, 960, 1280), (16, 9))


@dataclass(frozen=True)
class Size:
    """One file of an image; sizes are in pixels, `spec` is Wagtail's recipe for it."""

    path: str
    width: int
    height: int
    media_type: str
    spec: str


def version_of(image: AbstractImage) -> str:
    """Return what changes with the file and its focal point."""
    facts = (image.file_hash, image.file.name, image.get_focal_point())
    return sha256(repr(facts).encode()).hexdigest()[:12]


def sizes_of(image: AbstractImage, preset: Preset = WHOLE) -> list[Size]:
    """Return the files that the image is large enough for, narrowest first by format.

    None of a drawing in vectors, which has no pixels to choose from.
    """
    if image.is_svg():
        return []
    return [
        _size(image, preset, width, extension)
        for extension in FORMATS
        for width in preset.widths
        if _fits(image, preset, width)
    ]


def size_at(image: AbstractImage, path: str) -> Size | None:
    """Return the size that has this address, or None where none has it."""
    sizes = (size for preset in (WHOLE, CARD) for size in sizes_of(image, preset))
    return next((size for size in sizes if size.path == path), None)


def by_media_type(sizes: list[Size]) -> Iterator[tuple[str, list[Size]]]:
    """Yield media types, the preferred first, with the sizes that there are."""
    for media_type, group in groupby(sizes, key=lambda size: size.media_type):
        yield media_type, list(group)


def _fits(image: AbstractImage, preset: Preset, width: int) -> bool:
    return width <= image.width and _height(image, preset, width) <= image.height


def _height(image: AbstractImage, preset: Preset, width: int) -> int:
    across, down = preset.shape or (image.width, image.height)
    # As Wagtail's filter `width-N` rounds.
    return max(1, int(down * width / across))


def _size(image: AbstractImage, preset: Preset, width: int, extension: str) -> Size:
    height = _height(image, preset, width)
    address = [image.pk, version_of(image), preset.name, width, extension]
    return Size(
        path=reverse("image_size", args=address),
        width=width,
        height=height,
        media_type=f"image/{extension}",
        spec=f"{f'fill-{width}x{height}' if preset.shape else f'width-{width}'}"
        f"|format-{extension}",
    )


def original_path(image: AbstractImage) -> str:
    """Return the address of the file as it was uploaded."""
    return reverse("image_original", args=[image.pk, version_of(image), image.filename])


def media_type_of(image: AbstractImage) -> str:
    """Return the media type by the extension, which Wagtail checks at upload."""
    return mimetypes.guess_type(image.file.name)[0] or "application/octet-stream"
