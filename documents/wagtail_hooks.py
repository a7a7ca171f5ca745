"""Where documents meet Wagtail: its admin, its own download address, bulk actions."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.documents.views.chooser import viewset as chooser
from wagtail.models import Page

from . import (
    admin_views,
    release_messages,
    replacement_messages,
    reports,
    version_views,
)
from .access import access_to
from .admin_list import IndexView
from .bulk_actions import (
    AddTagsBulkAction,
    AddToCollectionBulkAction,
    DeleteBulkAction,
    EditBulkAction,
    ReleaseBulkAction,
)
from .chooser_views import ChooserUploadView
from .dashboard import UnreleasedSummaryItem
from .history import DocumentHistoryView, WithdrawnVersion
from .models import CustomDocument
from .reading_views import ReadAgainView


@hooks.register("register_admin_urls", order=-1)
def document_views() -> list[URLPattern]:
    """Put our views before Wagtail's of the same address; its names stay."""
    return [
        path("documents/", IndexView.as_view()),
        path("documents/results/", IndexView.as_view(results_only=True)),
        path("documents/add/", admin_views.CreateView.as_view()),
        path("documents/edit/<int:document_id>/", admin_views.EditView.as_view()),
        path("documents/delete/<int:document_id>/", admin_views.DeleteView.as_view()),
        path(
            "documents/chooser/create/",
            chooser.construct_view(ChooserUploadView),
        ),
        path("documents/multiple/add/", admin_views.UploadView.as_view()),
        path(
            "documents/multiple/<int:doc_id>/delete/",
            admin_views.DeleteUploadedView.as_view(),
        ),
        path(
            "documents/release/<int:document_id>/",
            admin_views.ReleaseView.as_view(),
            name="document_release",
        ),
        path(
            "documents/history/<int:document_id>/",
            DocumentHistoryView.as_view(),
            name="document_history",
        ),
        path(
            "documents/history/<int:document_id>/results/",
            DocumentHistoryView.as_view(results_only=True),
            name="document_history_results",
        ),
        path(
            "documents/read/<int:document_id>/",
            ReadAgainView.as_view(),
            name="document_read_again",
        ),
        path(
            "documents/edit/<int:document_id>/versions/<int:number>/withdraw/",
            version_views.WithdrawView.as_view(),
            name="document_version_withdraw",
        ),
        path(
            "reports/documents/",
            reports.ReportsView.as_view(),
            name="document_reports",
        ),
        path(
            "reports/documents/<slug:slug>/",
            reports.DocumentReportView.as_view(),
            name="document_report",
        ),
    ]


@hooks.register("register_permissions")
def release_permission() -> QuerySet[Permission]:
    """Offer the permission to release in the editor of groups."""
    return Permission.objects.filter(
        content_type__app_label="documents", codename="release_document"
    )


@hooks.register("register_reports_menu_item")
def reports_menu_item() -> MenuItem:
    return reports.DocumentsMenuItem(
        "Documents",
        reverse("document_reports"),
        name="documents-report",
        icon_name="doc-full-inverse",
        order=750,
    )


@hooks.register("construct_homepage_summary_items")
def count_unreleased(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(UnreleasedSummaryItem(request))


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    actions.register_action(version_views.WITHDRAW)(WithdrawnVersion)


@hooks.register("before_serve_document", order=-1)
def to_our_download(document: CustomDocument, request: HttpRequest) -> HttpResponse:
    """Send whoever may see a document from Wagtail's address to ours."""
    if access_to(document, request) is None:
        raise Http404("No such document.")
    return redirect(document.download_path)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_documents(request: HttpRequest, page: Page) -> None:
    release_messages.tell(request, [page])
    replacement_messages.tell_of_attachments(request, page)


@hooks.register("after_bulk_action")
def tell_of_bulk_releases(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> None:
    if action_type == "publish":
        release_messages.tell(request, objects)


# After Wagtail's: of two actions with one name the later one holds.
for action in (
    EditBulkAction,
    ReleaseBulkAction,
    AddTagsBulkAction,
    AddToCollectionBulkAction,
    DeleteBulkAction,
):
    hooks.register("register_bulk_action", action, order=1)
