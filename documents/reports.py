"""Reports on documents that need a look, in the admin and as spreadsheets."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from cms.api.csv_format import harmless

from .admin_list import TitleAndFileColumn, release_state
from .models import CustomDocument
from .querysets import DocumentQuerySet
from .report_questions import BY_SLUG, QUESTIONS, Fact, Question

PERMISSIONS = ["add", "change", "delete"]

COMMON = (
    Fact("Type", lambda document: document.document_type_label),
    Fact("Status", lambda document: document.status_label),
    Fact("Release", release_state),
)
# The table has the title as a link, and the name of the file below it in the list.
IN_SPREADSHEET = (
    Fact("Title", lambda document: document.title),
    Fact("File", lambda document: document.filename),
    *COMMON,
)


class DocumentsMenuItem(MenuItem):
    """Leads those who work on documents to the reports on them."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(CustomDocument)
        return policy.user_has_any_permission(request.user, PERMISSIONS)


def documents_seen_by(user: Any) -> DocumentQuerySet:
    """Return the documents that the list of the admin shows a user."""
    policy = policy_registry.get_by_type(CustomDocument)
    return policy.instances_user_has_any_permission_for(user, ["change", "delete"])


def number_found(question: Question, user: Any) -> int:
    return question.find(documents_seen_by(user)).count()


class ReportsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """All reports on documents, with how many each of them finds."""

    any_permission_required = PERMISSIONS
    page_title = "Documents that need a look"
    header_icon = "doc-full-inverse"
    template_name = "documents/admin/reports.html"

    @property
    def permission_policy(self) -> Any:
        return policy_registry.get_by_type(CustomDocument)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        counted = [(question, number_found(question, user)) for question in QUESTIONS]
        return super().get_context_data(**kwargs, counted=counted)


class DocumentReportView(ReportView):
    """The documents to which the answer of one question is yes."""

    model = CustomDocument
    any_permission_required = PERMISSIONS
    header_icon = "doc-full-inverse"
    template_name = "documents/admin/report.html"
    verbose_name_plural = "documents"
    table_classname = "listing documents-listing"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["slug"] not in BY_SLUG:
            raise Http404("No such report.")
        self.question = BY_SLUG[kwargs["slug"]]

    @cached_property
    def seen(self) -> DocumentQuerySet:
        return documents_seen_by(self.request.user)

    def get_base_queryset(self) -> DocumentQuerySet:
        found = self.question.find(self.seen)
        return found.order_by(*self.question.ordering).select_related("replaced_by")

    def decorate_paginated_queryset(self, object_list: Any) -> list[CustomDocument]:
        documents = list(object_list)
        prefetch_related_objects(documents, "versions")
        self.question.load(documents, self.seen)
        return documents

    @property
    def columns(self) -> list[Column]:
        title = TitleAndFileColumn("title", url_name="wagtaildocs:edit", width="30%")
        return [title, *map(column, (*COMMON, *self.question.facts))]

    @property
    def facts(self) -> dict[str, Fact]:
        """Return the columns of the spreadsheet by their headings."""
        return {fact.label: fact for fact in (*IN_SPREADSHEET, *self.question.facts)}

    @property
    def list_export(self) -> list[str]:
        return list(self.facts)

    @property
    def export_headings(self) -> dict[str, str]:
        return {label: label for label in self.facts}

    def to_row_dict(self, item: CustomDocument) -> dict[str, str]:
        return {label: fact.value(item) for label, fact in self.facts.items()}

    def preprocess_field_value(self, field: str, value: str, kind: str) -> str:
        """Return what a spreadsheet takes for no formula; XLSX says so by itself."""
        return harmless(value) if kind == self.FORMAT_CSV else value

    def get_filename(self) -> str:
        return f"documents-{self.question.slug}"

    def get_index_url(self) -> str:
        return reverse("document_report", args=[self.question.slug])

    def get_page_title(self) -> str:
        return self.question.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("document_reports"), "label": ReportsView.page_title}
        return [
            *self.breadcrumbs_items,
            above,
            {"url": "", "label": self.question.title},
        ]


def column(fact: Fact) -> Column:
    made = Column(fact.label.lower().replace(" ", "_"), fact.label, fact.value)
    made.cell_template_name = fact.cell_template
    return made
