"""The editor's form for a document."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser

from cms.forms import FileForm

from .models import ChangeKind
from .models.replacing import refuse_circle
from .models.uploads import Upload, newest_version
from .permissions import may_release

# Uploading from a page's editor asks for the least, many files at once for what
# readers find them by.
SHORT_FIELDS = {"title", "file", "collection", "summary", "document_type", "language"}
BULK_FIELDS = SHORT_FIELDS | {
    *("document_date", "fiscal_year", "issue", "series", "series_position", "topics"),
}
# By the prefix of the form.
FIELDS_ASKED = {
    "document-chooser-upload": SHORT_FIELDS,
    "doc-": BULK_FIELDS,
    "uploaded-document-": BULK_FIELDS,
}
# Asked for where readers have the file that is replaced.
NOTE_FIELDS = ["change_note", "change_kind"]

# Headings of the form, with the first field below each.
HEADINGS = {
    "title": "Document",
    "document_date": "Date, series and topics",
    "status": "Status and replacement",
    "release_at": "Release",
    "releases_with_page": "Release",
    "review_due_on": "For staff only",
}


class DocumentForm(FileForm, BaseDocumentForm):
    """Asks for the record of a document; publishers alone release it by a set time."""

    original_file: Any

    change_note = forms.CharField(
        label="What the new file changes",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=(
            "Readers see this note beside the new version, for example “Corrects the "
            "date in question 4.” It is needed only when you choose another file; the "
            "file that is replaced stays available as an earlier version."
        ),
    )
    change_kind = forms.ChoiceField(
        label="Kind of change",
        choices=[("", "---------"), *ChangeKind.choices],
        required=False,
        help_text=(
            "A correction leaves the meaning as it was. A substantive change moves the "
            "date on which the document was last updated."
        ),
    )

    class Meta(BaseDocumentForm.Meta):
        widgets = {
            **BaseDocumentForm.Meta.widgets,
            "summary": forms.Textarea(attrs={"rows": 3}),
            "document_date": AdminDateInput,
            "release_at": AdminDateTimeInput,
            "topics": forms.CheckboxSelectMultiple,
            "replaced_by": AdminDocumentChooser,
            "replaced_on": AdminDateInput,
            "review_due_on": AdminDateInput,
            "status_explanation": forms.Textarea(attrs={"rows": 3}),
        }

        help_texts = {
            "topics": "What the document is about. Readers filter the library by it.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            name = self.instance._meta.get_field("file").help_text
            size = self.fields["file"].help_text
            self.fields["file"].help_text = f"{name} {size}"
        self.compare_with_the_record()
        self.user = user
        self.may_release = user is None or may_release(user)
        for prefix, names in FIELDS_ASKED.items():
            if (self.prefix or "").startswith(prefix):
                self.keep_only(names)
        if not self.may_release or self.instance.is_released:
            self.fields.pop("release_at", None)
        if self.instance.is_released:
            self.fields.pop("releases_with_page", None)
        if self.replaces_published_file:
            self.move_after_file(NOTE_FIELDS)
        else:
            for name in NOTE_FIELDS:
                self.fields.pop(name, None)
        if self.is_bound and self.instance._state.adding:
            self.ask_later_for_what_was_not_asked()
        if self.instance.pk and not self.prefix:
            self.remember_record()

    def compare_with_the_record(self) -> None:
        """See what was changed where Django would ask a hidden field: we show none."""
        for field in self.fields.values():
            field.show_hidden_initial = False

    @property
    def replaces_published_file(self) -> bool:
        """Tell whether another file would be the second that readers get."""
        newest = newest_version(self.instance) if "file" in self.fields else None
        return newest is not None and newest.published_at is not None

    def move_after_file(self, names: list[str]) -> None:
        order = [name for name in self.fields if name not in names]
        at = order.index("file") + 1
        self.order_fields([*order[:at], *names, *order[at:]])

    @property
    def sections(self) -> list[tuple[str, list[BoundField]]]:
        """Return the fields in their order, by heading."""
        sections: dict[str, list[BoundField]] = {}
        heading = ""
        for field in self:
            heading = HEADINGS.get(field.name, heading)
            sections.setdefault(heading, []).append(field)
        return list(sections.items())

    def keep_only(self, names: set[str]) -> None:
        for name in set(self.fields) - names:
            del self.fields[name]

    def ask_later_for_what_was_not_asked(self) -> None:
        """Accept the first step of the bulk upload, which sends no more than a file.

        What it could not fill in is asked for in its second step, and the document
        is not released before.
        """
        for name in set(self.fields) - {"title", "file", "collection"}:
            widget = self.fields[name].widget
            if widget.value_omitted_from_data(
                self.data, self.files, self.add_prefix(name)
            ):
                self.fields[name].required = False

    def clean_release_at(self) -> datetime | None:
        moment = self.cleaned_data["release_at"]
        if "release_at" not in self.changed_data or moment is None:
            return moment
        if moment <= timezone.now():
            raise ValidationError(
                "This time has passed. Choose one in the future, or leave it empty and "
                "release the document when it is saved."
            )
        if not self.cleaned_data.get("summary"):
            raise ValidationError("Write the summary before you set a time.")
        return moment

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "file" in self.changed_data:
            self.ask_for_note(cleaned)
        if self.instance.is_released and not self.may_release:
            raise ValidationError(
                "This document is public. Ask a publisher to change it."
            )
        return cleaned

    def ask_for_note(self, cleaned: dict[str, Any]) -> None:
        """Ask what a file changes that takes the place of a published one."""
        if not self.replaces_published_file:
            return
        if "change_note" not in self.fields:
            raise ValidationError(
                "The document was released while you had this form open. Open it "
                "again, and choose the file once more."
            )
        if not cleaned.get("change_note", "").strip():
            self.add_error(
                "change_note",
                "You chose another file. Say in a sentence what it changes.",
            )
        if not cleaned.get("change_kind"):
            self.add_error(
                "change_kind",
                "Say whether the new file is a correction or a substantive change.",
            )

    def check_again(self) -> None:
        super().check_again()
        self.ask_for_note(self.cleaned_data)
        refuse_circle(self.instance)

    def give_upload_back(self) -> None:
        super().give_upload_back()
        if self.instance.pk:
            self.instance.refresh_from_db(fields=self.instance.FACTS)

    def save(self, commit: bool = True) -> Any:
        """Save; what becomes of a file that was replaced is for its version to say."""
        self.original_file = None
        cleaned = self.cleaned_data
        self.instance.upload = Upload(
            cleaned.get("change_note", ""), cleaned.get("change_kind", ""), self.user
        )
        return super().save(commit)
