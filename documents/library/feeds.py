"""Documents in feeds: those that are new or changed in substance, the last first."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.feeds import Entry, Feed, File
from cms.publishing.content import site_info
from cms.publishing.models import NEVER, PublicationQuerySet
from cms.publishing.reading import LogState
from cms.templatetags.files import file_facts
from documents.addresses import permanent_address
from documents.api import DocumentDetail
from documents.templatetags.documents import status_label, type_label

from .place import library_in
from .question import listed_documents
from .series import Series

ENTRIES = 50


def feed_of_all(request: HttpRequest, state: LogState) -> Feed:
    """Return the feed of all documents."""
    language = get_language() or "en"
    library = library_in(language)
    title = library.title if library else _("Documents")
    described = _("New documents, and those that changed in substance.")
    path = library.meta.path if library else reverse("search")
    return feed_in(request, state, listed_documents(), title, described, path)


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
    site = site_info(request)
    root = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    return Feed(
        title=f"{title} | {site.name}" if site and site.name else title,
        description=description,
        url=f"{root}{path}",
        address=f"{root}{request.path}",
        language=get_language() or "en",
        site=site,
        empty_since=state.recorded_at or NEVER,
        entries=entries_in(rows),
    )


def entries_in(rows: PublicationQuerySet) -> list[Entry]:
    last = rows.order_by("-public_updated_at", "-object_id")
    bodies = last.values_list("body", flat=True)[:ENTRIES]
    return [entry_of(DocumentDetail.model_validate_json(body)) for body in bodies]


def entry_of(document: DocumentDetail) -> Entry:
    meta = document.meta
    released_at = meta.first_published_at or NEVER
    return Entry(
        id=permanent_address(document),
        url=meta.html_url,
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
