"""Who may make a document public, and change or remove what is public."""

from typing import Any

RELEASE = "documents.release_document"


def may_release(user: Any) -> bool:
    """Tell whether the user publishes documents."""
    return user.has_perm(RELEASE)
