"""Time is a writer, too: what is due is published before anybody reads it late."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model

from .models import Publication
from .reading import LogState, read_state
from .record import follow_all, lock
from .schedule import publish_drafts

T = TypeVar("T")


def catch_up() -> LogState:
    """Publish what must have changed by now. One query where nothing is due.

    Returns a state of the log that whoever reads afterwards sees at least.
    """
    state, _ = up_to_date(lambda: (read_state(), None))
    return state


def up_to_date(read: Callable[[], tuple[LogState, T]]) -> tuple[LogState, T]:
    """Return what is read with the state of the log, after publishing what is due."""
    state, found = read()
    if state.is_due:
        follow_due()
        state, found = read()
    return state, found


def follow_due() -> int:
    """Publish drafts, release documents, and follow rows, whose moment has come.

    Returns how many rows there were.
    """
    with transaction.atomic():
        lock()
        publish_drafts(timezone.now())
        for document in get_document_model().objects.due_for_release(timezone.now()):
            document.release()
        due = Publication.objects.due(timezone.now())
        references = list(due.values_list("resource", "object_id"))
        follow_all(references)
    return len(references)
