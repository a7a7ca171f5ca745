"""What a document's record must not say, as messages for its editor."""

from typing import TYPE_CHECKING

from .replacing import replacement_errors

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


def missing_for_release(document: "CustomDocument") -> str:
    """Return what the record lacks before readers may see it, as a request."""
    if not document.document_type:
        return "choose the type of the document first."
    if not document.summary.strip():
        return "write a summary for its readers first."
    return ""
