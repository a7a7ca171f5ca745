"""Wagtail's views of documents, with release: seen in the list, done in the editor."""

from typing import Any

import django_filters
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.documents.views import documents, multiple
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from .choices import DocumentStatus, DocumentType
from .deletion import refusal
from .models import CustomDocument
from .permissions import may_release
from .querysets import DocumentQuerySet
from .reading_views import reading_shown


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


class DocumentsFilterSet(documents.DocumentsFilterSet):
    """Finds what is not released yet, or needs a look at its status."""

    release = django_filters.ChoiceFilter(
        method="filter_release",
        label="Release",
        choices=[("released", "Released"), ("unreleased", "Staff only")],
        empty_label="All",
    )
    status = django_filters.ChoiceFilter(
        label="Status", choices=DocumentStatus.choices, empty_label="All"
    )
    document_type = django_filters.ChoiceFilter(
        label="Type", choices=DocumentType.choices, empty_label="All"
    )

    def filter_release(
        self, documents: DocumentQuerySet, name: str, value: str
    ) -> DocumentQuerySet:
        released = value == "released"
        return documents.released() if released else documents.unreleased()


class IndexView(documents.IndexView):
    """The list of documents, with who sees them and whether they hold."""

    filterset_class = DocumentsFilterSet

    @cached_property
    def columns(self) -> list[Column]:
        columns = super().columns
        columns[3:3] = [
            StatusTagColumn(
                "release",
                label="Release",
                accessor=release_state,
                primary=lambda document: document.is_released,
            ),
            Column("status", label="Status", accessor="status_label"),
        ]
        return columns


class CreateView(documents.CreateView):
    """The editor of a document that is not there yet."""

    template_name = "documents/admin/add.html"


class EditView(documents.EditView):
    """The editor of a document, which leads to its release."""

    template_name = "documents/admin/edit.html"

    @cached_property
    def release_url(self) -> str:
        """Return where the user releases the document, or nothing."""
        if self.object.is_released or not may_release(self.request.user):
            return ""
        return reverse("document_release", args=[quote(self.object.pk)])

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if self.release_url:
            button = Button("Release", url=self.release_url, icon_name="view")
            buttons = [button, *buttons]
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            release_state=release_state(self.object),
            release_url=self.release_url,
            reading=reading_shown(self.object, self.request.user),
        )


class ReleaseView(WagtailAdminTemplateMixin, TemplateView):
    """Asks whether to show a document to everybody, and does so."""

    page_title = "Release document"
    header_icon = "doc-full-inverse"
    template_name = "documents/admin/confirm_release.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        self.document = get_object_or_404(CustomDocument, pk=kwargs["document_id"])
        policy = policy_registry.get_by_type(CustomDocument)
        may_change = policy.user_has_permission_for_instance(
            request.user, "change", self.document
        )
        if not may_change or not may_release(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, document_id: int) -> HttpResponse:
        edit_url = reverse("wagtaildocs:edit", args=[quote(document_id)])
        if self.missing:
            messages.error(request, f"Not released: {self.missing}")
        else:
            self.document.release()
            log(self.document, "wagtail.publish", user=request.user)
            messages.success(
                request,
                f"“{self.document.title}” is released: everybody can find it now.",
                buttons=[messages.button(self.document.path, "View live")],
            )
        return redirect(edit_url)

    @property
    def missing(self) -> str:
        """Return what the record lacks before readers may see it."""
        if not self.document.document_type:
            return "choose the type of the document first."
        if not self.document.summary.strip():
            return "write a summary for its readers first."
        return ""

    def get_page_subtitle(self) -> str:
        return self.document.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return none: the heading says what is asked, as when deleting."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs, document=self.document, missing=self.missing
        )


class DeleteView(documents.DeleteView):
    """Deletes a document, unless something uses it or the user may not."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reason = refusal(request.user, [self.object])
        if reason:
            messages.error(request, reason)
            return redirect("wagtaildocs:edit", self.object.pk)
        return super().post(request, *args, **kwargs)


class DeleteUploadedView(multiple.DeleteView):
    """Takes a file back from the list of those just uploaded."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        document = get_object_or_404(CustomDocument, pk=kwargs[self.pk_url_kwarg])
        reason = refusal(request.user, [document])
        if reason:
            return JsonResponse({"success": False, "error_message": reason})
        return super().post(request, *args, **kwargs)
