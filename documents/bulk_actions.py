"""What is done to many documents at once, in the list of the admin."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.documents.views import bulk_actions
from wagtail.documents.views.bulk_actions.document_bulk_action import DocumentBulkAction
from wagtail.log_actions import log

from cms.publishing.record import following_together, lock

from .admin_list import IndexView
from .bulk_edit import BulkEditForm, Changes
from .deletion import refusal
from .history import labels_of_changes
from .models import CustomDocument
from .models.rules import missing_for_release
from .permissions import may_release

Change = Callable[[CustomDocument], None]

# Each is checked and saved by itself, while no other change can be published.
MOST_AT_ONCE = 200
# Of more than these, nobody reads what is wrong with them.
MOST_ERRORS = 10


class OfTheList:
    """Takes “all in the listing” as what the list shows: narrowed down, or searched."""

    request: Any

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> list[int]:
        view = IndexView()
        view.setup(self.request)
        return [document.pk for document in view.get_queryset()]


class DeleteBulkAction(OfTheList, bulk_actions.DeleteBulkAction):
    """Deletes documents, unless something uses one or the user may not."""

    def prepare_action(
        self, objects: Sequence[CustomDocument], objects_without_access: Any
    ) -> HttpResponse | None:
        # Nobody releases one of them between here and its end.
        lock()
        reason = refusal(self.request.user, objects)
        if reason:
            messages.error(self.request, reason)
            return redirect(self.next_url)
        return super().prepare_action(objects, objects_without_access)


class AddTagsBulkAction(OfTheList, bulk_actions.AddTagsBulkAction):
    pass


class AddToCollectionBulkAction(OfTheList, bulk_actions.AddToCollectionBulkAction):
    """Moves documents, which may make public ones private, or the other way round."""

    def check_perm(self, document: CustomDocument) -> bool:
        allowed = not document.is_released or may_release(self.request.user)
        return allowed and super().check_perm(document)


class ChangeBulkAction(OfTheList, DocumentBulkAction):
    """Does the same to each of the documents, or to none of them where one fails.

    Each passes the checks and the saving of its model, in one transaction; the log
    follows all of them at its end.
    """

    template_name = "documents/admin/confirm_bulk_change.html"
    # What is asked, above the list of the documents, and what the buttons say.
    question = ""
    yes, no = "", ""

    @classmethod
    def get_queryset(
        cls, model: Any, object_ids: Collection[Any]
    ) -> QuerySet[CustomDocument]:
        found = CustomDocument.objects.filter(pk__in=object_ids).order_by("title", "pk")
        return found.select_related("collection")

    def check_perm(self, document: CustomDocument) -> bool:
        user = self.request.user
        if document.is_released and not may_release(user):
            return False
        return self.permission_policy.user_has_permission_for_instance(
            user, "change", document
        )

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if self.number_chosen() <= MOST_AT_ONCE:
            return super().dispatch(request, *args, **kwargs)
        messages.error(
            request,
            f"Choose at most {MOST_AT_ONCE} documents at once. The filters of the list "
            "make it shorter.",
        )
        return redirect(self.next_url)

    def number_chosen(self) -> int:
        chosen = self.request.GET.getlist("id")
        if "all" in chosen:
            return len(self.get_all_objects_in_listing_query(None))
        return len(chosen)

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)

    def get_execution_context(self) -> dict[str, Any]:
        return {"change": self.change_of_each()}

    def change_of_each(self) -> Change:
        """Return what is done to each; it raises ValidationError where it fails."""
        raise NotImplementedError

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[CustomDocument],
        *,
        change: Change,
    ) -> tuple[int, int]:
        errors = []
        with following_together():
            # Read again, for now nobody else changes them.
            documents = cls.get_queryset(CustomDocument, [o.pk for o in objects])
            for document in documents:
                try:
                    change(document)
                except ValidationError as error:
                    errors.append(f"“{document}”: {' '.join(error.messages)}")
            refuse_if_any(errors)
        return len(documents), 0

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, action=self)


def refuse_if_any(errors: Sequence[str]) -> None:
    """Raise ValidationError that names the first of the errors, if there are any."""
    if not errors:
        return
    more = len(errors) - MOST_ERRORS
    also = [f"And {more} more."] if more > 0 else []
    first = "Nothing was changed. Mend this first, or leave these documents out:"
    raise ValidationError([first, *errors[:MOST_ERRORS], *also])


class EditBulkAction(ChangeBulkAction):
    """Sets the type, series, fiscal year, topics or status of documents."""

    display_name = "Edit"
    action_type = "edit"
    aria_label = "Edit the selected documents"
    action_priority = 5
    form_class = BulkEditForm
    question = "What is set here is set for each of these documents:"
    yes, no = "Change these documents", "Change nothing"

    def change_of_each(self) -> Change:
        changes = Changes.from_form(self.cleaned_form)
        labels = labels_of_changes(self.cleaned_form)

        def change(document: CustomDocument) -> None:
            changes.apply(document)
            log(document, "wagtail.edit", data={"fields": labels}, content_changed=True)

        return change

    def get_success_message(self, num_parent_objects: int, *args: int) -> str:
        count = num_parent_objects
        return f"{count} document{'s were' if count != 1 else ' was'} changed."


class ReleaseBulkAction(ChangeBulkAction):
    """Shows documents to everybody, if each has what readers need."""

    display_name = "Release"
    action_type = "release"
    aria_label = "Release the selected documents"
    action_priority = 10
    question = (
        "From now on everybody can find and download these documents. A released "
        "document can be withdrawn later, with an explanation, but not hidden again."
    )
    yes, no = "Yes, release them", "No, keep them for staff"

    def check_perm(self, document: CustomDocument) -> bool:
        return may_release(self.request.user) and super().check_perm(document)

    def change_of_each(self) -> Change:
        return release

    def get_success_message(self, num_parent_objects: int, *args: int) -> str:
        count = num_parent_objects
        are = "s are" if count != 1 else " is"
        return f"{count} document{are} released: everybody can find them now."


def release(document: CustomDocument) -> None:
    """Release a document; raises ValidationError with what its record lacks."""
    missing = missing_for_release(document)
    if missing and not document.is_released:
        raise ValidationError(f"not released: {missing}")
    document.release()
