"""The picture beside a link that somebody shares: the page's own, or a drawn one."""

from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from django.utils.functional import Promise

from cms.publishing.schemas import ImageLink

WIDTH, HEIGHT = 1200, 630
# What all readers of previews show; a larger file, or another form, is cut for them.
COMMON_TYPES = {"image/jpeg", "image/png", "image/webp"}
MAX_BYTES = 600_000
NARROWEST, WIDEST = 1.6, 2.1


@dataclass(frozen=True)
class SharedPicture:
    """A picture at an absolute address; sizes in pixels."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Drawing:
    """A picture for all pages of a kind that have none, as a static file.

    It is rendered from the SVG of the same name, without words: those stand beside it.
    """

    path: str
    alt: str | Promise

    def at(self, root_url: str) -> SharedPicture:
        # Static files may have a host of their own.
        path = static(self.path)
        url = path if "://" in path else f"{root_url}{path}"
        return SharedPicture(url, WIDTH, HEIGHT, str(self.alt))


def own_picture(content: Any) -> SharedPicture | None:
    """Return the picture that a page was given, or the one that it shows first."""
    images = (getattr(content, n, None) for n in ("social_image", "image", "portrait"))
    found: ImageLink | None = next(filter(None, images), None)
    return shared(found) if found else None


def shared(image: ImageLink) -> SharedPicture:
    """Return the image as it is where it is fit to be shared, or else cut to 16:9."""
    if image.card is None or is_fit(image):
        return SharedPicture(image.url, image.width, image.height, image.alt)
    card = image.card
    return SharedPicture(card.url, card.width, card.height, image.alt)


def is_fit(image: ImageLink) -> bool:
    """Tell whether previews can show the file whole, and load it quickly."""
    return (
        image.media_type in COMMON_TYPES
        and image.size <= MAX_BYTES
        and NARROWEST <= image.width / image.height <= WIDEST
    )
