"""Documents and the library that lists them."""

from .document import CustomDocument
from .library import DocumentLibraryPage
from .version import ChangeKind, DocumentVersion, PageUnit, Reading, VersionText

__all__ = [
    "ChangeKind",
    "CustomDocument",
    "DocumentLibraryPage",
    "DocumentVersion",
    "PageUnit",
    "Reading",
    "VersionText",
]
