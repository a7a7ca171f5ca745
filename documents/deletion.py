"""What keeps a document from being deleted, told before the database refuses."""

from collections.abc import Iterable
from typing import Any

from django.db.models import ProtectedError
from django.db.models.deletion import Collector

from cms.models import Attachment

from .models import CustomDocument
from .permissions import may_release


def refusal(user: Any, documents: Iterable[CustomDocument]) -> str:
    """Return why the user cannot delete one of the documents, or nothing."""
    for document in documents:
        if document.is_released and not may_release(user):
            return (
                f"“{document}” is public. Ask a publisher to delete it, or better to "
                "withdraw it: a withdrawn document keeps its page."
            )
        users = users_of(document)
        if users:
            return (
                f"“{document}” cannot be deleted while it is in use: {users}. Remove "
                "it there first."
            )
    return ""


def users_of(document: CustomDocument) -> str:
    """Return what the database would protect the document for, in words."""
    collector = Collector(using=document._state.db or "default", origin=document)
    try:
        collector.collect([document])
    except ProtectedError as error:
        return "; ".join(sorted({in_words(o) for o in error.protected_objects}))
    return ""


def in_words(user: Any) -> str:
    """Say what uses a document, as an editor knows it."""
    if isinstance(user, Attachment):
        return f"attached to “{user.page.title}”"
    if isinstance(user, CustomDocument):
        return f"replaces “{user}”"
    return f"shown by {user._meta.verbose_name} “{user}”"
