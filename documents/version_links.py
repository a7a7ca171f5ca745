"""Links between the versions of a document, for machines: RFC 5829 in RFC 8288."""

from collections.abc import Iterable

from .access import Access, visible_versions
from .models import CustomDocument, DocumentVersion

Links = Iterable[tuple[str, str]]


def links_of_document(document: CustomDocument, access: Access) -> str:
    """Return the `Link` header of the file that a document has now."""
    return header([*history(document), *neighbors(document, access, None)])


def links_of_version(version: DocumentVersion, access: Access) -> str:
    """Return the `Link` header of one version of a file."""
    document = version.document
    latest = ("latest-version", document.download_path)
    return header([*history(document), latest, *neighbors(document, access, version)])


def history(document: CustomDocument) -> Links:
    yield "describedby", document.path
    yield "version-history", f"{document.path}#versions"


def neighbors(
    document: CustomDocument, access: Access, version: DocumentVersion | None
) -> Links:
    """Yield what came before a version and after it; None is the newest."""
    versions = visible_versions(document, access)
    number = version.number if version else document.version_number
    before = [v for v in versions if v.number < number]
    after = [v for v in versions if v.number > number]
    if before:
        yield "predecessor-version", before[-1].download_path
    if after:
        yield "successor-version", after[0].download_path


def header(links: Links) -> str:
    return ", ".join(f'<{path}>; rel="{relation}"' for relation, path in links)
