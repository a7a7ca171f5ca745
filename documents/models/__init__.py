"""Documents and the library that lists them."""

from .document import CustomDocument
from .library import DocumentLibraryPage

__all__ = ["CustomDocument", "DocumentLibraryPage"]
