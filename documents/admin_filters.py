"""How the list of the admin is narrowed down."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django.db.models import Q
from wagtail.documents.views import documents

from cms.models import DocumentSeries, Topic

from .choices import DocumentStatus, DocumentType, language_choices
from .grades import GRADED, newest_versions
from .inspection.accessibility import Grade
from .models import CustomDocument, Reading
from .querysets import DocumentQuerySet


def fiscal_years() -> Iterable[tuple[int, str]]:
    """Return the fiscal years of documents, the latest first."""
    years = CustomDocument.objects.exclude(fiscal_year=None).order_by("-fiscal_year")
    found = years.values_list("fiscal_year", flat=True).distinct()
    return [(year, f"FY {year}") for year in found]


def choice(label: str, choices: Any, **kwargs: Any) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label="All", **kwargs
    )


def one_of(label: str, model: Any, **kwargs: Any) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        label=label, queryset=model.objects.all(), empty_label="All", **kwargs
    )


class DocumentsFilterSet(documents.DocumentsFilterSet):
    """Finds documents by what is said of them, who sees them and how their file is."""

    release = choice(
        "Release",
        [("released", "Released"), ("unreleased", "Staff only")],
        method="filter_release",
    )
    status = choice("Status", DocumentStatus.choices)
    document_type = choice("Type", DocumentType.choices)
    series = one_of("Series", DocumentSeries)
    topic = one_of("Topic", Topic, field_name="topics")
    fiscal_year = choice("Fiscal year", fiscal_years)
    language = choice("Language", language_choices)
    accessibility = choice(
        "Accessibility", Grade.choices, method="filter_accessibility"
    )
    reading = choice("Reading of the file", Reading.choices, method="filter_reading")

    def __init__(
        self, *args: Any, is_searching: bool | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, is_searching=is_searching, **kwargs)
        self.is_searching = is_searching

    def filter_queryset(self, queryset: DocumentQuerySet) -> DocumentQuerySet:
        """Narrow the list down; a search takes no other condition than on keys."""
        found = super().filter_queryset(queryset)
        if not self.is_searching or not self.form.has_changed():
            return found
        return queryset.filter(pk__in=found.order_by().values("pk"))

    def filter_release(
        self, documents: DocumentQuerySet, name: str, value: str
    ) -> DocumentQuerySet:
        released = value == "released"
        return documents.released() if released else documents.unreleased()

    def filter_accessibility(
        self, documents: DocumentQuerySet, name: str, value: str
    ) -> DocumentQuerySet:
        return with_newest(documents, GRADED[Grade(value)])

    def filter_reading(
        self, documents: DocumentQuerySet, name: str, value: str
    ) -> DocumentQuerySet:
        return with_newest(documents, Q(reading=value))


def with_newest(documents: DocumentQuerySet, condition: Q) -> DocumentQuerySet:
    """Return those for whose own file the condition holds."""
    return documents.filter(pk__in=newest_versions(condition).values("document"))
