"""What a document's type and status are called in the reader's language.

The log has these words in the language of the page that shows them, and of a document
itself in the site's own.
"""

from functools import cache
from typing import Any

from wagtail.documents import get_document_model


@cache
def choices(field: str) -> dict[str, Any]:
    """Return the words for the values of a field of documents, by value."""
    return dict(get_document_model()._meta.get_field(field).flatchoices)


def document_label(field: str, value: str) -> str:
    """Return the word for a value of `document_type` or `status`, or nothing."""
    return str(choices(field).get(value, ""))
