"""What keeps a document from being deleted, told before the database refuses."""

from collections.abc import Collection
from typing import Any

from .models import CustomDocument, DocumentVersion
from .permissions import may_release
from .uses import uses_of


def refusal(user: Any, documents: Collection[CustomDocument]) -> str:
    """Return why the user cannot delete one of the documents, or nothing."""
    published = published_among(documents)
    for document in documents:
        if document.is_released or document.pk in published:
            return published_refusal(user, document)
        uses = uses_of(document)
        if uses:
            return (
                f"“{document}” cannot be deleted while it is in use: "
                f"{'; '.join(uses)}. Remove it there first."
            )
    return ""


def published_among(documents: Collection[CustomDocument]) -> set[int]:
    """Return the numbers of the documents of which a version was ever published."""
    versions = DocumentVersion.objects.exclude(published_at=None)
    found = versions.filter(document__in=[document.pk for document in documents])
    return set(found.values_list("document", flat=True))


def published_refusal(user: Any, document: CustomDocument) -> str:
    asked = "Withdraw it" if may_release(user) else "Ask a publisher to withdraw it"
    return (
        f"“{document}” was published, and what was published is not deleted. {asked} "
        "by the status “Withdrawn”: its page stays and says why."
    )
