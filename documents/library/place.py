"""Where readers find the library, as the log has it."""

from cms.publishing.content import only_page
from cms.publishing.schemas import PageCard

LIBRARY = "documents.DocumentLibraryPage"


def library_in(language: str) -> PageCard | None:
    """Return the library of a language, else of any; None where none is public."""
    return only_page(LIBRARY, language)
