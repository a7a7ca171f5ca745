"""The sizes in which images are sent, and their addresses.

Making a size waits until somebody asks for it. An address carries the version of
the file, so that it can be kept for good; no other sizes than these are made.
"""

import mimetypes
from dataclasses import dataclass
from hashlib import sha256

from django.urls import reverse
from wagtail.images.models import AbstractImage

WIDTHS = (320, 640, 960, 1280, 1920)
FORMAT = "webp"


@dataclass(frozen=True)
class Size:
    """One size of an image, in pixels."""

    path: str
    width: int
    height: int
    media_type: str


def version_of(image: AbstractImage) -> str:
    """Return what changes with the file and its focal point."""
    facts = (image.file_hash, image.file.name, image.get_focal_point())
    return sha256(repr(facts).encode()).hexdigest()[:12]


def sizes_of(image: AbstractImage) -> list[Size]:
    """Return the sizes that are not wider than the image, narrowest first."""
    return [_size(image, width) for width in WIDTHS if width <= image.width]


def _size(image: AbstractImage, width: int) -> Size:
    path = reverse("image_size", args=[image.pk, version_of(image), width])
    # As Wagtail's filter `width-N` rounds.
    height = int(image.height * width / image.width)
    return Size(path, width, height, f"image/{FORMAT}")


def original_path(image: AbstractImage) -> str:
    """Return the address of the file as it was uploaded."""
    return reverse("image_original", args=[image.pk, version_of(image), image.filename])


def media_type_of(image: AbstractImage) -> str:
    """Return the media type by the extension, which Wagtail checks at upload."""
    return mimetypes.guess_type(image.file.name)[0] or "application/octet-stream"
