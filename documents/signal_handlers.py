"""Changes of a document that do not pass its `save`."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete

from cms.publishing.record import follow

from .models import CustomDocument, DocumentVersion
from .models.uploads import remove_files

SETTLED = {"post_add", "post_remove", "post_clear"}


def connect() -> None:
    m2m_changed.connect(
        topics_changed,
        sender=CustomDocument.topics.through,
        dispatch_uid="documents_topics",
    )
    post_delete.connect(
        version_deleted, sender=DocumentVersion, dispatch_uid="documents_version_files"
    )


def topics_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Follow a document whose topics were set: forms save them after the record."""
    if action in SETTLED and not reverse:
        follow(instance)


def version_deleted(instance: DocumentVersion, **kwargs: Any) -> None:
    """Remove the files of a version that went with its document."""
    remove_files(instance)
