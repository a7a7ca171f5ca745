"""What search engines and other sites are told of documents, series and the library."""

from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cms.sharing import (
    Crumb,
    Described,
    DescribedPage,
    Drawing,
    Thing,
    describes,
    thing,
)
from cms.sharing.described import SHORTEST_DESCRIPTION
from cms.sharing.things import reference
from cms.templatetags.files import type_label

from .api import DocumentDetail, DocumentLibraryDetail
from .citations import Citation
from .library.feeds import facts_of
from .library.series_page import SeriesPage

DOCUMENT = Drawing(
    "documents/social/document.png", _("Drawing of sheets of paper above a field.")
)
LIBRARY = "documents.DocumentLibraryPage"


class BesideTheLibrary(Described):
    """What is no page of the tree: readers come to it through the library."""

    drawing = DOCUMENT

    @cached_property
    def crumbs(self) -> list[Crumb]:
        links = self.site.navigation if self.site else []
        library = (
            Crumb(link.label, link.page.url)
            for link in links
            if link.page and link.page.type == LIBRARY
        )
        return [*super().crumbs, *library]


@describes(DocumentDetail)
class DescribedDocument(BesideTheLibrary):
    content: DocumentDetail

    @property
    def kind(self) -> str:
        return type_label(self.content)

    @property
    def summary(self) -> str:
        """Return the summary, with the facts of the document where that is short.

        Around a document in another language they also tell the page from that one.
        """
        summary = self.content.summary
        is_own = self.language == self.content.language
        if is_own and len(summary) >= SHORTEST_DESCRIPTION:
            return summary
        return f"{summary or self.title} ({facts_of(self.content)})"

    @property
    def published_at(self) -> datetime | None:
        return self.content.meta.first_published_at

    def about(self) -> Thing:
        document = self.content
        cited = Citation(document, self.site)
        return thing(
            "DigitalDocument",
            id=self.about_id,
            identifier=cited.permanent_url,
            name=self.title,
            description=self.description,
            url=self.url,
            mainEntityOfPage=reference(self.url),
            inLanguage=document.language,
            author=self.publisher,
            publisher=self.publisher,
            datePublished=cited.dated_on,
            dateModified=self.changed_at,
            version=str(document.version_number),
            creativeWorkStatus=document.status_label,
            genre=self.kind,
            keywords=[topic.name for topic in document.topics],
            thumbnailUrl=document.cover.url if document.cover else None,
            isPartOf=self.series(),
            encoding=self.file(),
        )

    def series(self) -> Thing | None:
        series = self.content.series
        return thing("CreativeWorkSeries", name=series.name) if series else None

    def file(self) -> Thing | None:
        """Return the file, unless the document is withdrawn and has none to send."""
        document = self.content
        if document.status == "withdrawn":
            return None
        return thing(
            "MediaObject",
            name=document.filename,
            contentUrl=document.meta.download_url,
            encodingFormat=document.media_type,
            contentSize=str(document.size),
            sha256=document.sha256,
        )


@describes(SeriesPage)
class DescribedSeries(BesideTheLibrary):
    content: SeriesPage
    page_type = "CollectionPage"

    @property
    def kind(self) -> str:
        return gettext("Series")

    @property
    def summary(self) -> str:
        """Return the description of the series, with how many documents it has."""
        series = self.content.series
        count = len(series.documents)
        text = ngettext(
            "%(count)d document of the series “%(name)s”, with its date and status.",
            "%(count)d documents of the series “%(name)s”, in their order.",
            count,
        )
        told = text % {"name": self.title, "count": count}
        return f"{series.detail.description} {told}".strip()

    def about(self) -> Thing:
        return thing(
            "CreativeWorkSeries",
            id=self.about_id,
            name=self.title,
            description=self.description,
            url=self.url,
            publisher=self.publisher,
        )


@describes(DocumentLibraryDetail)
class DescribedLibrary(DescribedPage):
    drawing, page_type = DOCUMENT, "CollectionPage"
