"""`{% load pictures %}`: an image in the sizes in which it exists."""

from typing import Any

from django import template

from cms.publishing.schemas import ImageLink

register = template.Library()


@register.inclusion_tag("cms/includes/picture.html")
def picture(
    image: ImageLink, sizes: str = "100vw", eager: bool = False
) -> dict[str, Any]:
    """Show an image; `sizes` as in HTML, `eager` for what is seen without scrolling."""
    return {
        "image": image,
        "sizes": sizes,
        "loading": "eager" if eager else "lazy",
    }
