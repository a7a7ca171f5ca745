"""By what the library is filtered, and in which order it stands."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from documents.choices import DocumentStatus


@dataclass(frozen=True)
class Filter:
    """A parameter of the address, which may be there several times.

    `facet` is its name in the log, and in the API.
    """

    name: str
    facet: str
    label: str | Promise


FILTERS = [
    Filter("type", "document_type", _("Type")),
    Filter("series", "series", _("Series")),
    Filter("topic", "topic", _("Topic")),
    Filter("year", "fiscal_year", _("Fiscal year")),
    Filter("language", "language", _("Language")),
]
# One choice among these; without any, what a reader may use.
STATUS = Filter("status", "status", _("Status"))
IN_USE = ("current", "under_review")
ALL_STATUSES = "all"
STATUSES: dict[str, tuple[str, ...]] = {
    "": IN_USE,
    "current": ("current",),
    "under_review": ("under_review",),
    "superseded": ("superseded",),
    ALL_STATUSES: (*IN_USE, DocumentStatus.SUPERSEDED.value),
}


@dataclass(frozen=True)
class Order:
    """An order of the list: the columns of the log, and what the API calls it."""

    label: str | Promise
    columns: tuple[str, ...]
    in_api: str


NEWEST, BEST = "newest", "best"
ORDERS = {
    # Of what is found by words; the rest after it, the newest first.
    BEST: Order(_("Best match"), ("-dated_at", "-object_id"), ""),
    NEWEST: Order(_("Newest"), ("-dated_at", "-object_id"), "-date"),
    "oldest": Order(_("Oldest"), ("dated_at", "object_id"), "date"),
    "title": Order(_("Title"), ("title", "object_id"), "title"),
}
