"""What a citation says of a document, and how people write it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cms import dates
from cms.publishing.schemas.site import SiteInfo
from cms.templatetags.files import type_label
from documents.addresses import official_address, permanent_address
from documents.api import DocumentDetail


@dataclass(frozen=True)
class Citation:
    """A document, and the site that stands behind it; None before there is one."""

    document: DocumentDetail
    site: SiteInfo | None

    @property
    def author(self) -> str:
        """Return the organization that is answerable for the document."""
        return (self.site.agency.name or self.site.name) if self.site else ""

    @property
    def publisher(self) -> str:
        """Return the name of the site, where it is not that of the author."""
        name = self.site.name if self.site else ""
        return "" if name == self.author else name

    @property
    def url(self) -> str:
        return official_address(self.document)

    @property
    def permanent_url(self) -> str:
        """Return the address without words: it stays when the title changes."""
        return permanent_address(self.document)

    @property
    def dated_on(self) -> date | None:
        """Return the document's own date, else the day of its release."""
        released_at = self.document.meta.first_published_at
        released_on = timezone.localdate(released_at) if released_at else None
        return self.document.document_date or released_on

    @property
    def kind(self) -> str:
        return type_label(self.document)

    @property
    def series(self) -> str:
        return self.document.series.name if self.document.series else ""

    @property
    def version(self) -> str:
        """Return the number of the version with its day: `2 (2017-08-31)`."""
        number = self.document.version_number
        newest = next(iter(self.document.versions), None)
        if newest is None or number == 1:
            return str(number)
        return f"{number} ({timezone.localdate(newest.published_at).isoformat()})"

    @property
    def key(self) -> str:
        """Return a word for the document that no other one of this site has."""
        year = self.dated_on.year if self.dated_on else ""
        words = "-".join(self.document.meta.slug.split("-")[:5])
        return f"{words}-{year}-{self.document.id}"

    @property
    def text(self) -> str:
        """Return the citation as people write it, in the active language.

        The checksum tells for good which file was meant. After the address stands no
        period, which would be taken for a part of it.
        """
        document = self.document
        day = dates.day(self.dated_on) if self.dated_on else _("n.d.")
        numbered = ", ".join(part for part in (self.series, document.issue) if part)
        title = f"{document.title} ({numbered})" if numbered else document.title
        version = _("Version %(number)d") % {"number": document.version_number}
        parts = [
            f"{self.author} ({day})" if self.author else day,
            f"{title} [{self.kind}, {document.extension.upper()}]",
            f"{version}, SHA-256 {document.sha256}",
            self.publisher,
            self.url,
        ]
        return ". ".join(part for part in parts if part)
