"""Changes of a document that do not pass its `save`."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save

from cms.publishing.record import follow

from .models import CustomDocument, DocumentVersion, Reading
from .models.uploads import remove_files
from .tasks import read_when_committed

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
    post_save.connect(
        version_saved, sender=DocumentVersion, dispatch_uid="documents_version_reading"
    )


def topics_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Follow a document whose topics were set: forms save them after the record."""
    if action in SETTLED and not reverse:
        follow(instance)


def version_saved(instance: DocumentVersion, raw: bool, **kwargs: Any) -> None:
    """Have the file of a version read; queued twice, it is read once."""
    if instance.reading == Reading.WAITING and instance.file and not raw:
        read_when_committed(instance)


def version_deleted(instance: DocumentVersion, **kwargs: Any) -> None:
    """Remove the files of a version that went with its document."""
    remove_files(instance)
