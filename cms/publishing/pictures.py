"""Images in public forms: the words for one in a place, and the files it comes in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.images.models import AbstractImage

from cms.images import CARD, Size, by_media_type, sizes_of

Absolute = Callable[[str], str]


@dataclass(frozen=True)
class Picture:
    """An image with its alternative text here; None takes the image's own words."""

    image: AbstractImage
    alt: str | None = None


def picture(image: AbstractImage | None, alt: str = "") -> Picture | None:
    """Return the picture, or None where no image was chosen."""
    return Picture(image, alt or None) if image else None


def files_of(image: AbstractImage, absolute: Absolute) -> dict[str, Any]:
    """Return what an image comes in, beside the file as it was uploaded."""
    whole, card = sizes_of(image), sizes_of(image, CARD)
    return {
        "renditions": [rendition(size, absolute) for size in whole],
        "sources": sources(whole, absolute),
        # The last one is the widest, in the format that is known everywhere.
        "card": rendition(card[-1], absolute) | {"sources": sources(card, absolute)}
        if card
        else None,
    }


def rendition(size: Size, absolute: Absolute) -> dict[str, Any]:
    return {
        "url": absolute(size.path),
        "width": size.width,
        "height": size.height,
        "media_type": size.media_type,
    }


def sources(sizes: list[Size], absolute: Absolute) -> list[dict[str, str]]:
    return [
        {"media_type": media_type, "srcset": source_set(group, absolute)}
        for media_type, group in by_media_type(sizes)
    ]


def source_set(sizes: list[Size], absolute: Absolute) -> str:
    """Return the value of a `srcset`: `/320.webp 320w, /640.webp 640w`."""
    return ", ".join(f"{absolute(size.path)} {size.width}w" for size in sizes)
