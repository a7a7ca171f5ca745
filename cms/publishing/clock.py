"""Time is a writer, too: what is due is published before anybody reads it late."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists
from django.utils import timezone
from wagtail.documents import get_document_model

from .models import Counter, Publication
from .record import follow_all, lock


@dataclass(frozen=True)
class LogState:
    """How far the log is, and up to where tombstones may be missing in it."""

    sequence: int
    pruned_through: int


def catch_up() -> LogState:
    """Publish what must have changed by now. One query where nothing is due.

    Returns a state of the log that whoever reads afterwards sees at least.
    """
    state, is_due = look()
    if is_due:
        follow_due()
        state, _ = look()
    return state


def look() -> tuple[LogState, bool]:
    """Return the state of the log, and whether something is due."""
    now = timezone.now()
    waiting = get_document_model().objects.due_for_release(now)
    due = Exists(Publication.objects.due(now)) | Exists(waiting)
    found = Counter.objects.annotate(is_due=due)
    names = ("sequence", "pruned_through", "is_due")
    sequence, pruned_through, is_due = found.values_list(*names).get()
    return LogState(sequence, pruned_through), is_due


def follow_due() -> int:
    """Release the documents, and follow the rows, whose moment has come.

    Returns how many rows there were.
    """
    with transaction.atomic():
        lock()
        for document in get_document_model().objects.due_for_release(timezone.now()):
            document.release()
        due = Publication.objects.due(timezone.now())
        references = list(due.values_list("resource", "object_id"))
        follow_all(references)
    return len(references)
