"""The editor's form for an image."""

from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """Says what the description of an image is for."""

    class Meta(BaseImageForm.Meta):
        help_texts = {
            "description": (
                "Say what the image tells a reader who does not see it, for example "
                "“A recruiter talks with a family beside a field.” Pages use it as "
                "alternative text."
            ),
        }
