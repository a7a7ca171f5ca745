"""One document taking the place of another: what may be said of it, what follows."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.choices import DocumentStatus, ReplacementExtent

if TYPE_CHECKING:
    from .document import CustomDocument

OUT_OF_USE = {DocumentStatus.SUPERSEDED, DocumentStatus.WITHDRAWN}


class Stored(NamedTuple):
    """What the database has of the replacement of a document."""

    replaced_by_id: int | None = None
    extent: str = ""
    replaced_on: date | None = None


def stored_replacement(document: "CustomDocument") -> Stored:
    rows = type(document).objects.filter(pk=document.pk)
    names = ("replaced_by_id", "replacement_extent", "replaced_on")
    return Stored(*(rows.values_list(*names).first() or ()))


def is_wholly_replaced(document: "CustomDocument") -> bool:
    whole = document.replacement_extent == ReplacementExtent.WHOLE
    return document.replaced_by_id is not None and whole


def is_news(document: "CustomDocument", stored: Stored) -> bool:
    """Tell whether another document takes its place, or more or less of it."""
    now = (document.replaced_by_id, document.replacement_extent)
    return now != (stored.replaced_by_id, stored.extent)


def settled_replacement(
    document: "CustomDocument", fields: Collection[str] | None
) -> dict[str, set[str]]:
    """Settle what follows from being replaced, where that is among the saved fields.

    Returns the fields to save then, as arguments of `save`. To be called with the lock
    of the log held.
    """
    if fields is None:
        settle(document)
        return {}
    if "replaced_by" not in fields:
        return {}
    settle(document)
    return {"update_fields": {*fields, "status", "replaced_on"}}


def settle(document: "CustomDocument") -> None:
    """Give a document the status and the day that follow from being replaced."""
    if document.replaced_by_id is None:
        document.replaced_on = None
        return
    refuse_circle(document)
    stored = stored_replacement(document)
    if not is_news(document, stored):
        return
    if is_wholly_replaced(document) and document.status not in OUT_OF_USE:
        document.status = DocumentStatus.SUPERSEDED
    if document.replaced_on == stored.replaced_on:
        document.replaced_on = timezone.localdate()


def replacement_errors(document: "CustomDocument") -> dict[str, str]:
    """Return what must be mended in what is said of a replacement, by field name."""
    if document.replaced_by_id is None:
        return {}
    if document.replaced_by_id == document.pk:
        return {"replaced_by": "A document cannot replace itself."}
    if closes_circle(document):
        return {"replaced_by": circle_message(document)}
    errors = {}
    if document.replaced_on and document.replaced_on > timezone.localdate():
        errors["replaced_on"] = (
            "This day is in the future. Readers see the replacement at once: choose "
            "today or an earlier day."
        )
    return errors | errors_of_status(document)


def errors_of_status(document: "CustomDocument") -> dict[str, str]:
    """Return what is wrong with the status of a document that stays replaced."""
    fits = document.status in OUT_OF_USE or not is_wholly_replaced(document)
    if fits or is_news(document, stored_replacement(document)):
        return {}
    return {
        "status": (
            "A document that another one replaces wholly is superseded. Choose "
            "“Superseded” or “Withdrawn” here, or say below that it is replaced in "
            "part, or by nothing."
        )
    }


def refuse_circle(document: "CustomDocument") -> None:
    """Raise ValidationError where documents would replace each other in a circle."""
    if closes_circle(document):
        raise ValidationError({"replaced_by": circle_message(document)})


def closes_circle(document: "CustomDocument") -> bool:
    """Tell whether a document would replace itself, at once or by several steps.

    Asks the database for each step: whoever holds the lock of the log sees what
    another editor has just saved.
    """
    others = type(document).objects
    seen, following = {document.pk}, document.replaced_by_id
    while following is not None:
        if following in seen:
            return True
        seen.add(following)
        rows = others.filter(pk=following)
        following = rows.values_list("replaced_by_id", flat=True).first()
    return False


def circle_message(document: "CustomDocument") -> str:
    return (
        f"“{document.replaced_by}” is itself replaced by this document, at once or by "
        "several steps. Choose another one, or mend that record first."
    )
