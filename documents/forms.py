"""The editor's form for a document."""

from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BoundField
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser

from .permissions import may_release

# Uploading from a page's editor, or many files at once, asks for the least.
SHORT_FORMS = ("document-chooser-upload", "doc-", "uploaded-document-")
SHORT_FIELDS = {"title", "file", "collection", "summary", "document_type", "language"}

# Headings of the form, with the first field below each.
HEADINGS = {
    "title": "Document",
    "document_date": "Date, series and topics",
    "status": "Status and replacement",
    "release_at": "Release",
    "releases_with_page": "Release",
    "tags": "For staff only",
}


class DocumentForm(BaseDocumentForm):
    """Asks for the record of a document; publishers alone release it by a set time."""

    original_file: Any

    class Meta(BaseDocumentForm.Meta):
        widgets = {
            **BaseDocumentForm.Meta.widgets,
            "summary": forms.Textarea(attrs={"rows": 3}),
            "document_date": AdminDateInput,
            "release_at": AdminDateTimeInput,
            "topics": forms.CheckboxSelectMultiple,
            "replaced_by": AdminDocumentChooser,
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
        self.may_release = user is None or may_release(user)
        if (self.prefix or "").startswith(SHORT_FORMS):
            self.keep_only(SHORT_FIELDS)
        if not self.may_release or self.instance.is_released:
            self.fields.pop("release_at", None)
        if self.instance.is_released:
            self.fields.pop("releases_with_page", None)
        if self.is_bound and self.instance._state.adding:
            self.ask_later_for_what_was_not_asked()

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
        cleaned = super().clean() or self.cleaned_data
        if self.instance.is_released and not self.may_release:
            raise ValidationError(
                "This document is public. Ask a publisher to change it."
            )
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Save; a file that was replaced goes when the new one is there to stay."""
        replaced = self.original_file if "file" in self.changed_data else None
        self.original_file = None
        document = super().save(commit)
        if commit and replaced:
            delete = partial(replaced.storage.delete, replaced.name)
            transaction.on_commit(delete)
        return document
