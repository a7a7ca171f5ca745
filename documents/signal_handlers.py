"""Changes of a document that do not pass its `save`."""

from typing import Any

from django.db.models.signals import m2m_changed

from cms.publishing.record import follow

from .models import CustomDocument

SETTLED = {"post_add", "post_remove", "post_clear"}


def connect() -> None:
    m2m_changed.connect(
        topics_changed,
        sender=CustomDocument.topics.through,
        dispatch_uid="documents_topics",
    )


def topics_changed(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Follow a document whose topics were set: forms save them after the record."""
    if action in SETTLED and not reverse:
        follow(instance)
