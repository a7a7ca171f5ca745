"""What became of a document's record: who changed what of it, and when."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from wagtail.actions.edit import EditAction
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.history import HistoryView
from wagtail.log_actions import LogFormatter, log
from wagtail.models import BaseLogEntry

from cms.stale_forms import SEEN

from .models import CustomDocument


def labels_of_changes(form: Any) -> list[str]:
    """Return what a form changes, by the labels that its editor sees."""
    return [str(form[name].label) for name in form.changed_data if name != SEEN]


class LoggedEdit(EditAction):
    """Saves a form, and notes which of its fields were changed."""

    def __init__(self, instance: Model, **kwargs: Any) -> None:
        super().__init__(instance, **kwargs, log_action=None)

    def execute(self, **kwargs: Any) -> Model:
        labels = labels_of_changes(self.form)
        saved: Model = super().execute(**kwargs)
        log(
            saved,
            "wagtail.edit",
            user=self.user,
            data={"fields": labels},
            content_changed=self.content_changed,
        )
        return saved


class WithdrawnVersion(LogFormatter):
    """Says which version was taken back."""

    label = "Withdraw a version"

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return f"Version {log_entry.data.get('number', '')} withdrawn"


def in_words(entry: BaseLogEntry) -> str:
    """Return what was done, and to what of the record."""
    if entry.action == "wagtail.publish":
        return "Released"
    fields = ", ".join(entry.data.get("fields", ()))
    return f"{entry.message}: {fields}" if fields else str(entry.message)


class DocumentHistoryView(HistoryView):
    """All that was done to a document, the latest first."""

    model = CustomDocument
    pk_url_kwarg = "document_id"
    header_icon = "doc-full-inverse"
    index_url_name = "wagtaildocs:index"
    edit_url_name = "wagtaildocs:edit"
    history_url_name = "document_history"
    history_results_url_name = "document_history_results"

    def get_object(self) -> CustomDocument:
        document: CustomDocument = super().get_object()
        if not self.permission_policy.user_has_permission_for_instance(
            self.request.user, "change", document
        ):
            raise PermissionDenied
        return document

    @property
    def columns(self) -> list[Column]:
        _action, *others = super().columns
        return [Column("message", label="Action", accessor=in_words), *others]
