"""Wagtail's views of documents, with release: seen in the list, done in the editor."""

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.documents.views import documents, multiple
from wagtail.permissions import policy_registry

from cms.publishing.record import lock

from . import replacement_messages, same_bytes, same_summary
from .admin_list import release_state
from .deletion import published_among, refusal
from .history import LoggedEdit
from .models import CustomDocument, DocumentVersion
from .models.rules import missing_for_release
from .permissions import may_release
from .reading_views import reading_shown


class TellsWhatFollows:
    """Tells what else a saved form did, or what is odd about its file."""

    request: HttpRequest
    form: Any

    def save_instance(self) -> CustomDocument:
        document: CustomDocument = super().save_instance()  # type: ignore[misc]
        if "file" in self.form.changed_data:
            same_bytes.tell(self.request, document)
        if "summary" in self.form.changed_data:
            same_summary.tell(self.request, document)
        replacement_messages.tell_of_status(self.request, document, self.form)
        return document


class CreateView(TellsWhatFollows, documents.CreateView):
    """The editor of a document that is not there yet."""

    template_name = "documents/admin/add.html"


class EditView(TellsWhatFollows, documents.EditView):
    """The editor of a document, which leads to its release."""

    template_name = "documents/admin/edit.html"
    action_class = LoggedEdit

    @cached_property
    def release_url(self) -> str:
        """Return where the user releases the document, or nothing."""
        if self.object.is_released or not may_release(self.request.user):
            return ""
        return reverse("document_release", args=[quote(self.object.pk)])

    @cached_property
    def can_delete(self) -> bool:
        """Tell whether to offer it: what was published is withdrawn instead."""
        was_published = self.object.is_released or published_among([self.object])
        return bool(super().can_delete) and not was_published

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
            versions=self.versions,
            may_withdraw=may_release(self.request.user),
            replaced=self.object.replaced_documents.order_by("title"),
        )

    @property
    def versions(self) -> QuerySet[DocumentVersion]:
        """Return the versions with who uploaded them, the newest first."""
        found = self.object.versions.select_related("uploaded_by")
        return found.order_by("-number")


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
            messages.success(
                request,
                f"“{self.document.title}” is released: everybody can find it now.",
                buttons=[messages.button(self.document.path, "View live")],
            )
        return redirect(edit_url)

    @property
    def missing(self) -> str:
        return missing_for_release(self.document)

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
    """Deletes a document, unless it was published, is in use, or the user may not."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.refuse() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Nobody releases it between here and its end.
        lock()
        return self.refuse() or super().post(request, *args, **kwargs)

    def refuse(self) -> HttpResponse | None:
        """Lead back to the editor with the reason, if there is one not to delete it."""
        reason = refusal(self.request.user, [self.object])
        if not reason:
            return None
        messages.error(self.request, reason)
        return redirect("wagtaildocs:edit", self.object.pk)


class UploadView(multiple.AddView):
    """Takes many files, and says of each whether its bytes are there already."""

    template_name = "documents/admin/add_many.html"
    edit_form_template_name = "documents/admin/uploaded_form.html"

    def get_edit_object_form_context_data(self) -> dict[str, Any]:
        twins = same_bytes.links_to_twins(self.request.user, self.object)
        return super().get_edit_object_form_context_data() | {"twins": twins}


class DeleteUploadedView(multiple.DeleteView):
    """Takes a file back from the list of those just uploaded."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lock()
        document = get_object_or_404(CustomDocument, pk=kwargs[self.pk_url_kwarg])
        reason = refusal(request.user, [document])
        if reason:
            return JsonResponse({"success": False, "error_message": reason})
        return super().post(request, *args, **kwargs)
