"""What the admin shows of the reading of a file, and having it read again."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import View
from wagtail.admin import messages
from wagtail.permissions import policy_registry

from .inspection.accessibility import Accessibility, accessibility_of
from .models import CustomDocument, DocumentVersion, Reading
from .tasks import read_again

UNDER_WAY = {Reading.WAITING, Reading.READING}


@dataclass(frozen=True)
class ReadingShown:
    """What is known of the newest file of a document, for its editor."""

    version: DocumentVersion
    may_read_again: bool

    @property
    def is_under_way(self) -> bool:
        return self.version.reading in UNDER_WAY

    @property
    def was_read(self) -> bool:
        return self.version.reading == Reading.READ

    @property
    def notes(self) -> list[str]:
        """Return what was left out, or why the file was not read."""
        return self.version.reading_note.splitlines()

    @property
    def accessibility(self) -> Accessibility:
        return accessibility_of(self.version)


def reading_shown(document: CustomDocument, user: Any) -> ReadingShown | None:
    """Return what to show of a document's file; None before it has one."""
    version = document.current_version
    return ReadingShown(version, may_change(document, user)) if version else None


def may_change(document: CustomDocument, user: Any) -> bool:
    policy = policy_registry.get_by_type(CustomDocument)
    allowed: bool = policy.user_has_permission_for_instance(user, "change", document)
    return allowed


class ReadAgainView(View):
    """Has the newest file of a document read again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, document_id: int) -> HttpResponse:
        document = get_object_or_404(CustomDocument, pk=document_id)
        if not may_change(document, request.user):
            raise PermissionDenied
        version = document.current_version
        if version is not None:
            read_again(version)
            messages.success(
                request,
                f"The file of “{document.title}” is being read again. Load this page "
                "anew to see what was found.",
            )
        return redirect("wagtaildocs:edit", document_id)
