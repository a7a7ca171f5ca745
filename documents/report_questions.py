"""What the reports of the admin ask of documents: one question a report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import formats, timezone

from cms.publishing.models import Facet, Resource
from cms.publishing.sources import batched

from .grades import IS_CHECKED, LACKS_SOMETHING, newest_versions
from .inspection.accessibility import accessibility_of
from .models import CustomDocument, Reading
from .models.replacing import OUT_OF_USE
from .querysets import DocumentQuerySet

Documents = Sequence[CustomDocument]


@dataclass(frozen=True)
class Fact:
    """A column of a report, in the table and in the spreadsheet."""

    label: str
    value: Callable[[Any], str]
    # Where the table shows more than the spreadsheet can.
    cell_template: str = "wagtailadmin/tables/cell.html"


@dataclass(frozen=True)
class Question:
    """What a report finds, and what it says of each document beside its title.

    `load` gets the documents of a page of the list, or all for a spreadsheet, with all
    that the user sees.
    """

    slug: str
    title: str
    explanation: str
    find: Callable[[DocumentQuerySet], DocumentQuerySet]
    facts: tuple[Fact, ...] = ()
    ordering: tuple[str, ...] = ("title", "pk")
    load: Callable[[Documents, DocumentQuerySet], None] = field(
        default=lambda documents, seen: None
    )


# --- Not accessible ---------------------------------------------------------------


def not_accessible(documents: DocumentQuerySet) -> DocumentQuerySet:
    found = newest_versions(IS_CHECKED, LACKS_SOMETHING).values("document")
    return documents.not_withdrawn().filter(pk__in=found)


def grade(document: CustomDocument) -> str:
    version = document.current_version
    return accessibility_of(version).label if version else ""


def missing(document: CustomDocument) -> str:
    version = document.current_version
    return " ".join(accessibility_of(version).missing) if version else ""


# --- Without summary, past review -------------------------------------------------


def without_summary(documents: DocumentQuerySet) -> DocumentQuerySet:
    return documents.not_withdrawn().filter(summary__regex=r"^\s*$")


def past_review(documents: DocumentQuerySet) -> DocumentQuerySet:
    due = documents.filter(review_due_on__lt=timezone.localdate())
    return due.exclude(status__in=OUT_OF_USE)


def review_due(document: CustomDocument) -> str:
    day = document.review_due_on
    return formats.date_format(day, "SHORT_DATE_FORMAT") if day else ""


# --- Superseded, but still attached -----------------------------------------------


def links_of_public_pages() -> QuerySet[Facet]:
    """Return what the log has of links from public pages to documents."""
    pages = Facet.objects.filter(name="document", publication__live=True)
    return pages.filter(publication__resource=Resource.PAGES)


def still_attached(documents: DocumentQuerySet) -> DocumentQuerySet:
    number = Cast(OuterRef("pk"), CharField())
    found = documents.filter(status__in=OUT_OF_USE)
    return found.filter(Exists(links_of_public_pages().filter(value=number)))


@dataclass(frozen=True)
class Place:
    """A public page on which a document stands, with where it is edited."""

    title: str
    url: str


def load_places(documents: Documents, seen: DocumentQuerySet) -> None:
    by_number: dict[str, list[Place]] = {str(d.pk): [] for d in documents}
    for some in batched(by_number, 500):
        links = links_of_public_pages().filter(value__in=list(some))
        names = ("value", "publication__object_id", "publication__title")
        for number, page, title in links.order_by(names[-1]).values_list(*names):
            url = reverse("wagtailadmin_pages:edit", args=[page])
            by_number[number].append(Place(title, url))
    for document in documents:
        document.places = by_number[str(document.pk)]


def places(document: Any) -> str:
    return ", ".join(place.title for place in document.places)


def replacement(document: CustomDocument) -> str:
    return str(document.replaced_by or "")


# --- Same bytes twice -------------------------------------------------------------


def same_bytes(documents: DocumentQuerySet) -> DocumentQuerySet:
    checksums = documents.order_by().values("sha256").annotate(copies=Count("pk"))
    return documents.filter(
        sha256__in=checksums.filter(copies__gt=1).values("sha256")
    ).exclude(sha256="")


def load_copies(documents: Documents, seen: DocumentQuerySet) -> None:
    checksums = {document.sha256 for document in documents}
    copies: dict[str, int] = {}
    for some in batched(checksums, 500):
        counted = seen.filter(sha256__in=list(some)).order_by().values("sha256")
        copies |= counted.annotate(copies=Count("pk")).values_list("sha256", "copies")
    for document in documents:
        document.copies = copies[document.sha256]


# --- Not read ---------------------------------------------------------------------


def not_read(documents: DocumentQuerySet) -> DocumentQuerySet:
    unread = newest_versions().exclude(reading=Reading.READ)
    return documents.not_withdrawn().filter(pk__in=unread.values("document"))


def reading(document: CustomDocument) -> str:
    version = document.current_version
    return str(version.get_reading_display()) if version else ""


def reading_note(document: CustomDocument) -> str:
    version = document.current_version
    return version.reading_note if version else ""


QUESTIONS = [
    Question(
        "not-accessible",
        "Not accessible",
        "PDF files in which something is missing that readers with a disability need. "
        "Mend the file where it was made, and choose it in place of this one.",
        not_accessible,
        (Fact("Accessibility", grade), Fact("What is missing", missing)),
    ),
    Question(
        "without-summary",
        "Without summary",
        "Documents that do not say in plain words what they answer, and for whom.",
        without_summary,
    ),
    Question(
        "past-review",
        "Past review",
        "Documents that somebody was to look at by a day that has passed. Check that "
        "they are right, and set the next day.",
        past_review,
        (Fact("Review due", review_due),),
        ordering=("review_due_on", "title", "pk"),
    ),
    Question(
        "still-attached",
        "Superseded, but still attached",
        "Superseded and withdrawn documents that stand on public pages, by themselves "
        "or among all of a series or type. Attach what replaced them, unless the page "
        "is about the past.",
        still_attached,
        (
            Fact("Pages", places, "documents/admin/places_cell.html"),
            Fact("Replaced by", replacement),
        ),
        load=load_places,
    ),
    Question(
        "same-bytes",
        "Same bytes twice",
        "Documents that have the same file, one below the other. One record is enough "
        "for one document, wherever it is shown.",
        same_bytes,
        (
            Fact("Copies", lambda document: str(document.copies)),
            Fact("SHA-256", lambda document: document.sha256),
        ),
        ordering=("sha256", "title", "pk"),
        load=load_copies,
    ),
    Question(
        "not-read",
        "Not read",
        "Documents whose file was not read: the search does not find their words, and "
        "their pages and accessibility are not known.",
        not_read,
        (Fact("Reading", reading), Fact("Reason", reading_note)),
    ),
]
BY_SLUG = {question.slug: question for question in QUESTIONS}
