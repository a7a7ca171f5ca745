"""Documents in feeds: those that are new or changed in substance, the last first."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from cms.feeds import Channel, Entry, Feed, File, feed_at, last_of, merged
from cms.publishing.models import NEVER, PublicationQuerySet
from cms.publishing.reading import LogState
from cms.templatetags.files import file_facts, status_label, type_label
from documents.addresses import localized, permanent_address
from documents.api import DocumentDetail

from .place import library_in
from .question import listed_documents
from .series import Series

# New ones come up, and those that changed in substance.
ORDER = "public_updated_at"
NEW = _lazy("New documents, and those that changed in substance.")


def library_path(language: str) -> str:
    """Return the path of the library, or of the search where there is none."""
    library = library_in(language)
    return library.meta.path if library else reverse("search")


def feed_of_all(request: HttpRequest, state: LogState) -> Feed:
    """Return the feed of all documents."""
    language = get_language() or "en"
    library = library_in(language)
    title = library.title if library else _("Documents")
    path = library_path(language)
    return feed_in(request, state, listed_documents(), title, str(NEW), path)


def feed_of_series(request: HttpRequest, state: LogState, series: Series) -> Feed:
    described = series.detail.description or _("The documents of this series.")
    path = reverse("document_series", args=[series.slug])
    return feed_in(request, state, series.rows(), series.title, described, path)


def feed_in(
    request: HttpRequest,
    state: LogState,
    rows: PublicationQuerySet,
    title: str,
    description: str,
    path: str,
) -> Feed:
    """Return the last of rows as a feed; `path` is of the page that lists the same."""
    entries = merged([last_of(rows, ORDER, entry_in)])
    return feed_at(request, state, title, description, path, entries)


def entry_in(body: str) -> Entry:
    return entry_of(DocumentDetail.model_validate_json(body))


def entry_of(document: DocumentDetail) -> Entry:
    meta = document.meta
    released_at = meta.first_published_at or NEVER
    return Entry(
        id=permanent_address(document),
        url=localized(document).meta.html_url,
        title=document.title,
        summary=document.summary,
        facts=facts_of(document),
        published_at=released_at,
        updated_at=meta.last_published_at or released_at,
        language=document.language,
        categories=[type_label(document), *(topic.name for topic in document.topics)],
        file=File(
            meta.download_url, document.filename, document.size, document.media_type
        ),
    )


def facts_of(document: DocumentDetail) -> str:
    """Return what a reader wants to know before opening it, as one line."""
    year = document.fiscal_year
    series = document.series
    facts = [
        type_label(document),
        status_label(document),
        _("FY %(year)s") % {"year": year} if year is not None else "",
        series.name if series else "",
        document.issue,
        file_facts(document),
        *changes_in(document),
    ]
    return " · ".join(fact for fact in facts if fact)


def changes_in(document: DocumentDetail) -> list[str]:
    """Return what the newest version changed, where there was one before."""
    if document.version_number == 1 or not document.versions:
        return []
    newest = document.versions[0]
    text = _("Version %(number)d: %(note)s")
    return [text % {"number": newest.number, "note": newest.change_note}]


# Beside others in the feed of everything: in all languages, as in the library.
DOCUMENTS = Channel(
    name="documents",
    title=_lazy("Documents"),
    description=NEW,
    rows=lambda language: listed_documents(),
    order=ORDER,
    entry=entry_in,
    path=library_path,
)
