"""What a document's type and status are called in the reader's language.

The log has these words in the language of the page that shows them, and of a document
itself in the site's own.
"""

from wagtail.documents import get_document_model


def document_label(field: str, value: str) -> str:
    """Return the word for a value of `document_type` or `status`, or nothing."""
    choices = get_document_model()._meta.get_field(field).flatchoices
    return str(dict(choices).get(value, ""))
