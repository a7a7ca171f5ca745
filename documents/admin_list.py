"""The list of documents in the admin: what each is, who sees it, how its file is."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import formats, timezone
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.documents.views import documents

from cms.templatetags.files import page_count

from .admin_filters import DocumentsFilterSet
from .inspection.accessibility import accessibility_of
from .models import CustomDocument, Reading
from .querysets import DocumentQuerySet


def release_state(document: CustomDocument) -> str:
    """Return who sees a document, for a list or a heading."""
    if document.is_released:
        return "Released"
    if document.release_at is None:
        return "Staff only"
    moment = formats.date_format(
        timezone.localtime(document.release_at), "SHORT_DATETIME_FORMAT"
    )
    return f"From {moment}"


def length(document: CustomDocument) -> str:
    """Return how long a file is, such as “3 slides”, or how far its reading is."""
    if document.pages:
        return page_count(document)
    version = document.current_version
    if version is None or version.reading == Reading.READ:
        return ""
    return str(version.get_reading_display())


def grade_label(document: CustomDocument) -> str:
    """Return how accessible a file is; nothing before it was read."""
    version = document.current_version
    if version is None or version.reading != Reading.READ:
        return ""
    return accessibility_of(version).label


class TitleAndFileColumn(TitleColumn):
    """The title, which leads to the editor, with the name and size of the file."""

    cell_template_name = "documents/admin/title_cell.html"

    class Media:
        css = {"all": ["documents/admin.css"]}


class KindColumn(Column):
    """The type of a document, with its place in a series."""

    cell_template_name = "documents/admin/kind_cell.html"


class StatusColumn(StatusTagColumn):
    """Who sees a document, and whether readers may rely on it."""

    cell_template_name = "documents/admin/status_cell.html"


class FileColumn(Column):
    """How long the file is, and how accessible."""

    cell_template_name = "documents/admin/file_cell.html"

    def get_cell_context_data(
        self, instance: CustomDocument, parent_context: Any
    ) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"length": length(instance), "grade": grade_label(instance)}


class IndexView(documents.IndexView):
    """The list of documents, with who sees them and whether they hold."""

    filterset_class = DocumentsFilterSet
    table_classname = "listing documents-listing documents-listing--chosen"

    def get_base_queryset(self) -> DocumentQuerySet:
        return super().get_base_queryset().select_related("series")

    @cached_property
    def columns(self) -> list[Column]:
        columns = {column.name: column for column in super().columns}
        title = TitleAndFileColumn(
            "title",
            label="Title",
            sort_key="title",
            get_url=self.get_edit_url,
            get_title_id=lambda document: f"document_{document.pk}_title",
            width="36%",
        )
        status = StatusColumn(
            "status",
            accessor=release_state,
            sort_key="status",
            primary=lambda document: document.is_released,
        )
        columns["usage_count"].width = None
        rest = ("collection", "created_at", "usage_count")
        return [
            columns["bulk_actions"],
            title,
            KindColumn("document_type", label="Type", sort_key="document_type"),
            status,
            FileColumn("pages", sort_key="pages"),
            *(columns[name] for name in rest if name in columns),
        ]

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Load what the rows show beside their documents, for all of them together."""
        shown = super().decorate_paginated_queryset(object_list)
        prefetch_related_objects(list(shown), "versions")
        return shown
