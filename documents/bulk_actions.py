"""What is done to many documents at once, in the list of the admin."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.documents.views import bulk_actions

from .deletion import refusal
from .models import CustomDocument
from .permissions import may_release


class DeleteBulkAction(bulk_actions.DeleteBulkAction):
    """Deletes documents, unless something uses one or the user may not."""

    def prepare_action(
        self, objects: Sequence[CustomDocument], objects_without_access: Any
    ) -> HttpResponse | None:
        reason = refusal(self.request.user, objects)
        if reason:
            messages.error(self.request, reason)
            return redirect(self.next_url)
        return super().prepare_action(objects, objects_without_access)


class AddToCollectionBulkAction(bulk_actions.AddToCollectionBulkAction):
    """Moves documents, which may make public ones private, or the other way round."""

    def check_perm(self, document: CustomDocument) -> bool:
        allowed = not document.is_released or may_release(self.request.user)
        return allowed and super().check_perm(document)
