"""What a document's record must not say, as messages for its editor."""

from typing import TYPE_CHECKING

from documents.choices import DocumentStatus, ReplacementExtent

from .relations import closes_circle

if TYPE_CHECKING:
    from .document import CustomDocument


def document_errors(document: "CustomDocument") -> dict[str, str]:
    """Return what must be mended before the record is saved, by field name."""
    return (
        status_errors(document) | replacement_errors(document) | series_errors(document)
    )


def status_errors(document: "CustomDocument") -> dict[str, str]:
    if document.is_withdrawn and not document.status_explanation.strip():
        return {
            "status_explanation": (
                "A withdrawn document needs an explanation for its readers."
            )
        }
    return {}


def replacement_errors(document: "CustomDocument") -> dict[str, str]:
    if document.replaced_by is None:
        return {}
    if document.replaced_by_id == document.pk:
        return {"replaced_by": "A document cannot replace itself."}
    if closes_circle(document):
        return {
            "replaced_by": (
                f"“{document.replaced_by}” is itself replaced by this document, at "
                "once or by several steps. Choose another one, or mend that record "
                "first."
            )
        }
    wholly = document.replacement_extent == ReplacementExtent.WHOLE
    out_of_use = {DocumentStatus.SUPERSEDED, DocumentStatus.WITHDRAWN}
    if wholly and document.status not in out_of_use:
        return {
            "status": (
                "A document that another one replaces wholly is superseded. Choose "
                "“Superseded” here, or say below that it is replaced in part."
            )
        }
    return {}


def series_errors(document: "CustomDocument") -> dict[str, str]:
    position = document.series_position
    if position is None:
        return {}
    if document.series is None:
        return {"series": "Choose the series in which the document has this place."}
    others = (
        type(document).objects.filter(series=document.series).exclude(pk=document.pk)
    )
    same = others.filter(series_position=position, language=document.language).first()
    if same is not None:
        return {
            "series_position": (
                f"“{same}” has place {position} in this series already. Choose "
                "another number."
            )
        }
    return {}
