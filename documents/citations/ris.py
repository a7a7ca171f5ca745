"""Citations as RIS, which programs that keep references import."""

from collections.abc import Iterator

from documents.choices import DocumentType

from .citation import Citation

KINDS = {
    DocumentType.DATA: "DATA",
    DocumentType.PRESENTATION: "SLIDE",
    DocumentType.REPORT: "RPRT",
}
OTHER_KIND = "GOVDOC"


def ris_of(citation: Citation) -> str:
    """Return one record: a line for each value, with CRLF at its end."""
    lines = [(tag, one_line(value)) for tag, value in values_of(citation)]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "".join(f"{line}\r\n" for line in [*written, "ER  - "])


def values_of(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield tags with their values, the kind first as the format asks."""
    document, day = citation.document, citation.dated_on
    known = document.document_type in DocumentType
    kind = DocumentType(document.document_type) if known else None
    yield "TY", KINDS.get(kind, OTHER_KIND) if kind else OTHER_KIND
    yield "AU", citation.author
    yield "TI", document.title
    yield "T3", citation.series
    yield "IS", document.issue
    yield "PY", str(day.year) if day else ""
    yield "DA", day.strftime("%Y/%m/%d/") if day else ""
    yield "ET", citation.version
    yield "PB", citation.publisher
    yield "M3", citation.kind
    yield "LA", document.language
    yield "UR", citation.url
    yield "L1", document.meta.download_url if document.status != "withdrawn" else ""
    for topic in document.topics:
        yield "KW", topic.name
    yield "AB", document.summary
    yield "N1", f"SHA-256: {document.sha256}"
    yield "ID", citation.key


def one_line(text: str) -> str:
    """Return a text that does not begin a line of its own, and can be printed."""
    words = " ".join(text.split())
    return "".join(c for c in words if c.isprintable())
