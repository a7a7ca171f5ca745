"""Wagtail's ways to publish a page without its form, which would have checked it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.bulk_actions.publish import (
    PublishBulkAction as WagtailPublishBulkAction,
)
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.fields import StreamField
from wagtail.models import Page


def missing_in(draft: Page) -> list[str]:
    """Return what keeps a draft from being published, in sentences."""
    draft.live = draft.must_be_complete = True
    try:
        draft.full_clean()
    except ValidationError as error:
        found = error.message_dict.items()
        return [f"{label_of(draft, name)}: {' '.join(said)}" for name, said in found]
    return [
        f"{label_of(draft, field.name)}: something in it is not complete. Publish the "
        "page from its editor to see where."
        for field in draft._meta.fields
        if isinstance(field, StreamField) and not is_stream_complete(draft, field)
    ]


def label_of(draft: Page, name: str) -> str:
    """Return what the editor calls a field; what concerns no field is the page's."""
    labels = {field.name: str(field.verbose_name) for field in draft._meta.fields}
    # Its panel has another heading than Wagtail's field.
    labels["search_description"] = "search description"
    return labels.get(name, "page").capitalize()


def is_stream_complete(draft: Page, field: StreamField) -> bool:
    try:
        field.stream_block.clean(getattr(draft, field.name))
    except ValidationError:
        return False
    return True


def refuse(request: HttpRequest, draft: Page, missing: list[str]) -> None:
    """Tell the user why a page was not published, and lead to where it is mended."""
    edit_url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    messages.error(
        request,
        f"“{draft.title}” was not published. {' '.join(missing)}",
        buttons=[messages.button(edit_url, "Edit")],
    )


class WorkflowView(WorkflowActionView):
    """Approves a page from the dashboard or from its preview, if it is complete."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.action_name == "approve":
            # Not what was submitted: Wagtail publishes what was saved last.
            draft = self.object.get_latest_revision_as_object()
            if missing := missing_in(draft):
                refuse(request, draft, missing)
                return self.go_back()
        self.run_hooks("before_edit_page")
        response = super().post(request, *args, **kwargs)
        self.run_hooks("after_edit_page")
        return response

    def go_back(self) -> HttpResponse:
        if self.request.headers.get("x-requested-with") == "XMLHttpRequest":
            answer = {"step": "success", "redirect": self.redirect_url}
            return self.render_modal_json(self.request, answer)
        return redirect(self.redirect_url)

    def run_hooks(self, name: str) -> None:
        """Do as the page's editor does when a page is approved there."""
        page = Page.objects.get(pk=self.object.pk).specific
        for hook in hooks.get_hooks(name):
            hook(self.request, page)


workflow_action = require_admin_access(WorkflowView.as_view())


class PublishBulkAction(WagtailPublishBulkAction):
    """Publishes the chosen pages if all of them are complete, and none otherwise."""

    def prepare_action(
        self, objects: Sequence[Page], objects_without_access: Any
    ) -> HttpResponse | None:
        incomplete = False
        for page in self.pages_to_publish(objects):
            draft = page.get_latest_revision_as_object()
            if missing := missing_in(draft):
                refuse(self.request, draft, missing)
                incomplete = True
        return redirect(self.next_url) if incomplete else None

    def pages_to_publish(self, objects: Sequence[Page]) -> Iterator[Page]:
        for page in objects:
            yield page
            if self.cleaned_form.cleaned_data["include_descendants"]:
                yield from page.get_descendants().not_live()
