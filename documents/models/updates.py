"""When a record last changed in what readers may see of it."""

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from .document import CustomDocument

# For staff alone: a reader is not told that one of these was changed.
FOR_STAFF = {
    *("id", "created_at", "updated_at", "uploaded_by_user_id", "file_hash"),
    *("collection_id", "review_due_on", "release_at", "releases_with_page"),
}


def note_update(document: "CustomDocument") -> None:
    """Move `updated_at` of a record that is about to be saved, if readers see why."""
    stored = type(document).objects.filter(pk=document.pk).values().first()
    if stored is None or any(
        getattr(document, name) != value
        for name, value in stored.items()
        if name not in FOR_STAFF
    ):
        document.updated_at = timezone.now()
