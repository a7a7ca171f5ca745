"""The form in which snippets and settings are edited."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from cms.publishing.record import lock
from cms.stale_forms import StaleForm


class RecordForm(StaleForm, WagtailAdminModelForm):
    """The editor's form: the later of two editors is told what the other one saved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.remember_record()

    def clean(self) -> dict[str, Any]:
        # Nobody saves the record between here and its saving.
        lock()
        cleaned = super().clean() or self.cleaned_data
        self.refuse_stale(cleaned)
        return cleaned
