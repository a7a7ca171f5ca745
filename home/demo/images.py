"""Drawn pictures: nobody is shown, for no picture of a person was supplied."""

from dataclasses import dataclass

from cms.models import CustomImage

from .placing import place_image

CREDIT = "Drawing made for this demonstration"


@dataclass(frozen=True)
class Images:
    portrait: CustomImage
    hall: CustomImage
    social: CustomImage


def place_images() -> Images:
    return Images(
        portrait=place_image(
            "portrait-placeholder.png",
            title="Placeholder for a portrait of Dennis Luna",
            description="Placeholder drawing, not a photograph: an empty picture frame"
            " in a sugar beet field. No portrait of Dennis Luna was supplied.",
            credit=CREDIT,
        ),
        hall=place_image(
            "forum-hall.png",
            title="Hall before a session",
            description="Drawing of an empty hall before a session: rows of chairs, a"
            " lectern, and a screen.",
            credit=CREDIT,
        ),
        social=place_image(
            "social-default.png",
            title="Picture for shared links",
            description="Drawing of a sugar beet field under the word RESULTS.",
            credit=CREDIT,
        ),
    )
