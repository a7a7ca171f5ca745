"""Images, and media that stay on the site where they are."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.publishing.pictures import Picture


class ImageBlock(blocks.StructBlock):
    """An image with the words that stand for it in this place."""

    image = ImageChooserBlock(
        help_text="A picture that adds to the text; it stands between two paragraphs."
    )
    alt = blocks.CharBlock(
        label="Alternative text",
        max_length=250,
        required=False,
        help_text="What the image tells a reader who does not see it, for example "
        "“A recruiter talks with a family beside a field.” Empty means that the "
        "image's own description is used.",
    )
    decorative = blocks.BooleanBlock(
        required=False,
        help_text="Tick when the image tells nothing that the text does not.",
    )
    caption = blocks.CharBlock(
        max_length=250,
        required=False,
        help_text="Shown below the image, for example “Beet fields near Fairview, "
        "Montana”.",
    )

    class Meta:
        icon = "image"
        template = "cms/blocks/image.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        described = cleaned["alt"] or cleaned["image"].description
        if not cleaned["decorative"] and not described:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "alt": ValidationError(
                        "Describe the image, or tick that it is decorative."
                    )
                }
            )
        return cleaned

    def publish(self, value: Any, renderer: Any) -> dict[str, Any] | None:
        if value["image"] is None:
            return None
        alt = "" if value["decorative"] else (value["alt"] or None)
        image = renderer.image(Picture(value["image"], alt))
        return image and {"image": image, "caption": value["caption"] or ""}


class EmbedBlock(blocks.StructBlock):
    """A video or another medium elsewhere: a link to it, and nothing loaded from it."""

    title = blocks.CharBlock(
        max_length=160, help_text="What it is, for example “Video: Filling in the COE”."
    )
    url = blocks.URLBlock(
        label="Address", help_text="Where it is, for example “https://example.org/v/1”."
    )
    description = blocks.TextBlock(
        max_length=300,
        required=False,
        help_text="What the reader finds there, how long it is, and whether it has "
        "captions.",
    )

    class Meta:
        icon = "media"
        label = "Media elsewhere"
        template = "cms/blocks/embed.html"

    def publish(self, value: Any, renderer: Any) -> dict[str, Any]:
        return {
            "title": value["title"],
            "url": value["url"],
            "host": urlsplit(value["url"]).hostname or "",
            "description": value["description"] or "",
        }
