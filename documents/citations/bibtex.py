"""Citations as BibTeX."""

from documents.choices import DocumentType

from .citation import Citation
from .tex import escaped

MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)


def bibtex_of(citation: Citation) -> str:
    """Return one entry, with a line for each field that there is."""
    fields = {name: value for name, value in fields_of(citation).items() if value}
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@{entry_type(citation)}{{{citation.key},", *lines, "}", ""])


def entry_type(citation: Citation) -> str:
    is_report = citation.document.document_type == DocumentType.REPORT
    return "techreport" if is_report and citation.author else "misc"


def fields_of(citation: Citation) -> dict[str, str]:
    """Return the fields as they are written; empty where there is nothing to say."""
    document, day = citation.document, citation.dated_on
    is_report = entry_type(citation) == "techreport"
    return {
        # Twice in braces: an organization has no first name, titles keep capitals.
        "author": kept(citation.author),
        "institution" if is_report else "organization": kept(citation.author),
        "title": kept(document.title),
        "year": braced(str(day.year)) if day else "",
        "month": MONTHS[day.month - 1] if day else "",
        "day": braced(str(day.day)) if day else "",
        "series": kept(citation.series),
        "number": braced(escaped(document.issue)),
        "type": braced(escaped(citation.kind)),
        "publisher": kept(citation.publisher),
        "version": braced(escaped(citation.version)),
        "language": braced(document.language),
        # An address as `\url` reads it: nothing in it is escaped.
        "url": braced(citation.url.translate({ord("{"): "%7B", ord("}"): "%7D"})),
        "keywords": braced(escaped(", ".join(t.name for t in document.topics))),
        "abstract": braced(escaped(document.summary)),
        "note": braced(escaped(f"SHA-256: {document.sha256}")),
    }


def braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def kept(text: str) -> str:
    return f"{{{{{escaped(text)}}}}}" if text else ""
