"""Headings, running text, quotations and call-outs."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail import blocks

from cms.quotations import MARKS_MESSAGE, has_marks_around

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "term"]


def anchor_of(text: str) -> str:
    """Return the fragment identifier of a heading."""
    return slugify(text) or "section"


class HeadingBlock(blocks.StructBlock):
    """A heading within the page, which has the first level itself."""

    text = blocks.CharBlock(
        max_length=160, help_text="For example “Who is eligible?”, without a full stop."
    )
    level = blocks.ChoiceBlock(
        choices=[("2", "Section"), ("3", "Part of a section"), ("4", "Detail")],
        default="2",
        help_text="A part stands below a section, a detail below a part.",
    )
    anchor = blocks.RegexBlock(
        regex=r"^[a-z0-9][a-z0-9-]*$",
        required=False,
        error_messages={
            "invalid": "Use small letters, digits and hyphens, for example “forms”."
        },
        help_text="The word after # in a link to this heading, for example “forms”. "
        "Leave empty to have it made from the text.",
    )

    class Meta:
        icon = "title"
        template = "cms/blocks/heading.html"

    def publish(self, value: Any, renderer: Any) -> dict[str, Any]:
        return {
            "text": value["text"],
            "level": int(value["level"]),
            "anchor": value["anchor"] or anchor_of(value["text"]),
        }


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = "Text"

    def publish(self, value: Any, renderer: Any) -> str | None:
        return renderer.rich_text(value.source) or None


class QuoteBlock(blocks.StructBlock):
    """Words that somebody said."""

    text = blocks.TextBlock(
        max_length=600,
        help_text="Enter the words only; the page adds the quotation marks.",
    )
    attribution = blocks.CharBlock(
        max_length=120, help_text="Who said it, for example “Dennis Luna”."
    )

    class Meta:
        icon = "openquote"
        template = "cms/blocks/quote.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if has_marks_around(cleaned["text"]):
            raise blocks.StructBlockValidationError(
                block_errors={"text": ValidationError(MARKS_MESSAGE)}
            )
        return cleaned

    def publish(self, value: Any, renderer: Any) -> dict[str, Any]:
        return {"text": value["text"], "attribution": value["attribution"]}


class CalloutBlock(blocks.StructBlock):
    """A box that readers must not miss."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("information", "Information"),
            ("warning", "Warning"),
            ("success", "Good news"),
        ],
        default="information",
        help_text="A warning is for what costs the reader something if missed.",
    )
    heading = blocks.CharBlock(
        max_length=120, help_text="For example “The form has changed”."
    )
    text = blocks.RichTextBlock(
        features=["bold", "italic", "link", "document-link", "term"],
        help_text="Two or three sentences at most.",
    )

    class Meta:
        icon = "info-circle"
        label = "Call-out"
        template = "cms/blocks/callout.html"

    def publish(self, value: Any, renderer: Any) -> dict[str, Any]:
        return {
            "kind": value["kind"],
            "heading": value["heading"],
            "text": renderer.rich_text(value["text"].source),
        }
