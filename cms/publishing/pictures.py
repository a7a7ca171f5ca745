"""An image in one place: the words for it may differ from place to place."""

from dataclasses import dataclass

from wagtail.images.models import AbstractImage


@dataclass(frozen=True)
class Picture:
    """An image with its alternative text here; None takes the image's own words."""

    image: AbstractImage
    alt: str | None = None


def picture(image: AbstractImage | None, alt: str = "") -> Picture | None:
    """Return the picture, or None where no image was chosen."""
    return Picture(image, alt or None) if image else None
