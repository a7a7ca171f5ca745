"""Time is a writer, too: what is due is published before anybody reads it late."""

from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model

from .models import Publication
from .record import follow_all, lock


def catch_up() -> None:
    """Publish what must have changed by now. One query where nothing is due."""
    now = timezone.now()
    waiting = get_document_model().objects.due_for_release(now).values("pk")
    if Publication.objects.due(now).values("pk").union(waiting, all=True).exists():
        follow_due()


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
