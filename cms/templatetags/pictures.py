"""`{% load pictures %}`: an image in the sizes in which it exists."""

from itertools import groupby
from typing import Any

from django import template

from cms.publishing.schemas import ImageLink, Rendition

register = template.Library()

# What browsers read with fewer bytes comes first: they take the first they know.
PREFERRED = ["image/avif", "image/webp"]


@register.inclusion_tag("cms/includes/picture.html")
def picture(
    image: ImageLink, sizes: str = "100vw", eager: bool = False
) -> dict[str, Any]:
    """Show an image; `sizes` as in HTML, `eager` for what is seen without scrolling."""
    by_type = {
        media_type: list(group)
        for media_type, group in groupby(
            sorted(image.renditions, key=lambda r: (r.media_type, r.width)),
            key=lambda r: r.media_type,
        )
    }
    own = by_type.pop(image.media_type, [])
    others = sorted(by_type.items(), key=lambda item: _preference(item[0]))
    return {
        "image": image,
        "sizes": sizes,
        "loading": "eager" if eager else "lazy",
        # The smallest of at least 600 pixels serves browsers that know no srcset.
        "fallback": next((r for r in own if r.width >= 600), image),
        "srcset": source_set(own),
        "sources": [(media_type, source_set(group)) for media_type, group in others],
    }


def source_set(renditions: list[Rendition]) -> str:
    """Return the value of a `srcset`: `/small.webp 400w, /large.webp 800w`."""
    return ", ".join(f"{r.url} {r.width}w" for r in renditions)


def _preference(media_type: str) -> int:
    if media_type in PREFERRED:
        return PREFERRED.index(media_type)
    return len(PREFERRED)
