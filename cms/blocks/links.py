"""Lists of documents, and buttons."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.publishing.tags import list_tag

from .text import anchor_of


def document_types() -> list[tuple[str, str]]:
    """Return the types that the installation's documents have."""
    field = get_document_model()._meta.get_field("document_type")
    return list(field.choices or [])


class DocumentListBlock(blocks.StructBlock):
    """Documents of a series or of a type, as they come; or a few chosen by hand."""

    heading = blocks.CharBlock(
        max_length=160,
        required=False,
        help_text="For example “MEP Policy Q&As”.",
    )
    introduction = blocks.TextBlock(
        max_length=300,
        required=False,
        help_text="One or two sentences: what these documents answer.",
    )
    selection = blocks.ChoiceBlock(
        choices=[
            ("series", "All documents of a series"),
            ("type", "All documents of a type"),
            ("picked", "Documents chosen below"),
        ],
        default="picked",
        help_text="A series or a type also shows what is released later.",
    )
    series = SnippetChooserBlock(
        "cms.DocumentSeries",
        required=False,
        help_text="Needed for all documents of a series, for example “MEP Policy "
        "Q&As”.",
    )
    document_type = blocks.ChoiceBlock(
        choices=document_types,
        required=False,
        help_text="Needed for all documents of a type, for example “Guidance”.",
    )
    documents = blocks.ListBlock(
        DocumentChooserBlock(),
        default=[],
        help_text="Needed for documents chosen by hand. Readers see them in this "
        "order.",
    )

    class Meta:
        icon = "doc-full"
        template = "cms/blocks/document_list.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        name, message = {
            "series": ("series", "Choose the series whose documents are shown."),
            "type": ("document_type", "Choose the type of the documents shown."),
            "picked": (
                "documents",
                "Choose at least one document, or show a series or a type above.",
            ),
        }[cleaned["selection"]]
        if not cleaned[name]:
            raise blocks.StructBlockValidationError(
                block_errors={name: ValidationError(message)}
            )
        return cleaned

    def publish(self, value: Any, renderer: Any) -> dict[str, Any]:
        heading, series = value["heading"] or "", value["series"]
        by_series = value["selection"] == "series"
        return {
            "heading": heading,
            "anchor": anchor_of(heading) if heading else "",
            "introduction": value["introduction"] or "",
            "selection": value["selection"],
            "series": renderer.snippet(series) if by_series else None,
            "document_type": value["document_type"] or "",
            "documents": self.links(value, renderer),
        }

    def links(self, value: Any, renderer: Any) -> list[dict[str, Any]]:
        if value["selection"] == "picked":
            links = map(renderer.document, value["documents"])
        else:
            renderer.note(list_tag(get_document_model()))
            links = map(renderer.listed_document, self.found(value))
        return [link for link in links if link is not None]

    def found(self, value: Any) -> list[Any]:
        documents = get_document_model().objects.all()
        if value["selection"] == "series":
            found = documents.filter(series=value["series"])
            found = found.order_by("series_position", "document_date", "pk")
        else:
            found = documents.filter(document_type=value["document_type"])
            found = found.order_by("-document_date", "pk")
        return [document for document in found if document.is_listed]


class CallToActionBlock(blocks.StructBlock):
    """A button that leads to one place."""

    text = blocks.CharBlock(
        max_length=60, help_text="What happens, for example “Register today”."
    )
    page = blocks.PageChooserBlock(
        required=False, help_text="Choose this for a button to a page of this site."
    )
    document = DocumentChooserBlock(
        required=False,
        help_text="Choose this for a button to a document; it says type and size.",
    )
    url = blocks.URLBlock(
        label="Address elsewhere",
        required=False,
        help_text="Enter this for a button to another site, for example "
        "“https://example.org/register”. A button has one of the three.",
    )
    emphasis = blocks.ChoiceBlock(
        choices=[("primary", "Strong"), ("outline", "Quiet")],
        default="primary",
        help_text="One strong button a page is enough.",
    )

    class Meta:
        icon = "link"
        label = "Button"
        template = "cms/blocks/call_to_action.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if sum(bool(cleaned[n]) for n in ("page", "document", "url")) != 1:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "url": ValidationError(
                        "Choose a page, a document or an address: one of the three."
                    )
                }
            )
        return cleaned

    def publish(self, value: Any, renderer: Any) -> dict[str, Any] | None:
        link = self.link(value, renderer)
        return link and {
            "text": value["text"],
            "link": {"label": value["text"], **link},
            "emphasis": value["emphasis"],
        }

    def link(self, value: Any, renderer: Any) -> dict[str, Any] | None:
        if value["page"]:
            page = renderer.chosen_page(value["page"])
            return page and {"kind": "page", "url": page["path"], "page": page}
        if value["document"]:
            document = renderer.document(value["document"])
            return document and {
                "kind": "document",
                "url": document["path"],
                "document": document,
            }
        return {"kind": "external", "url": value["url"]}
