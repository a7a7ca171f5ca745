"""Which module reads which kind of file."""

OFFICE = "application/vnd.openxmlformats-officedocument"
READERS = {
    "application/pdf": "pdf",
    "application/vnd.oasis.opendocument.text": "opendocument",
    "text/csv": "plain_text",
    "text/plain": "plain_text",
    f"{OFFICE}.presentationml.presentation": "slides",
    f"{OFFICE}.spreadsheetml.sheet": "spreadsheet",
    f"{OFFICE}.wordprocessingml.document": "word",
}


def reader_of(media_type: str) -> str:
    """Return the name of the module; raises ValueError that names what can be read."""
    if media_type not in READERS:
        raise ValueError(
            f"{media_type} cannot be read. These can: {', '.join(sorted(READERS))}."
        )
    return READERS[media_type]
