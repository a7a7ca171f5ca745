"""Where documents meet Wagtail: its admin, its own download address, bulk actions."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import Page

from . import admin_views, release_messages
from .access import access_to
from .bulk_actions import AddToCollectionBulkAction, DeleteBulkAction
from .models import CustomDocument
from .reading_views import ReadAgainView


@hooks.register("register_admin_urls", order=-1)
def document_views() -> list[URLPattern]:
    """Put our views before Wagtail's of the same address; its names stay."""
    return [
        path("documents/", admin_views.IndexView.as_view()),
        path("documents/results/", admin_views.IndexView.as_view(results_only=True)),
        path("documents/add/", admin_views.CreateView.as_view()),
        path("documents/edit/<int:document_id>/", admin_views.EditView.as_view()),
        path("documents/delete/<int:document_id>/", admin_views.DeleteView.as_view()),
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
            "documents/read/<int:document_id>/",
            ReadAgainView.as_view(),
            name="document_read_again",
        ),
    ]


@hooks.register("register_permissions")
def release_permission() -> QuerySet[Permission]:
    """Offer the permission to release in the editor of groups."""
    return Permission.objects.filter(
        content_type__app_label="documents", codename="release_document"
    )


@hooks.register("before_serve_document", order=-1)
def to_our_download(document: CustomDocument, request: HttpRequest) -> HttpResponse:
    """Send whoever may see a document from Wagtail's address to ours."""
    if access_to(document, request) is None:
        raise Http404("No such document.")
    return redirect(document.download_path)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_releases(request: HttpRequest, page: Page) -> None:
    release_messages.tell(request, [page])


@hooks.register("after_bulk_action")
def tell_of_bulk_releases(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> None:
    if action_type == "publish":
        release_messages.tell(request, objects)


# After Wagtail's: of two actions with one name the later one holds.
for action in (DeleteBulkAction, AddToCollectionBulkAction):
    hooks.register("register_bulk_action", action, order=1)
