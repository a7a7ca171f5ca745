"""The editor's form for an image, and what it has in common with documents."""

import logging
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.images.forms import BaseImageForm

from cms.publishing.record import lock
from cms.stale_forms import StaleForm
from cms.storages.stores import StoreError

logger = logging.getLogger(__name__)

STORE_DOWN = (
    "The file store does not answer. Nothing was saved: try again in a few minutes, "
    "and tell the administrators of the site if it goes on."
)


CHOOSE_AGAIN = "Choose the file once more: nothing was saved yet."


class FileForm(StaleForm):
    """Stores a new file as the last step of validation, so that failure is said here.

    The record is saved after it, in a moment; while a slow store takes the file, no
    one waits. A form that is shown again has the file that there is, for the upload is
    gone: a browser does not send it twice.
    """

    errors: Any
    changed_data: list[str]
    cleaned_data: dict[str, Any]
    original_file: Any
    add_error: Any

    def clean(self) -> dict[str, Any]:
        # Nobody changes the record between here and saving. A new file is stored
        # first, for which nobody is to wait.
        if "file" not in self.changed_data:
            lock()
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc]
        self.refuse_stale(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if "file" not in self.changed_data:
            return
        if not self.errors:
            self.store_file()
        if self.errors:
            self.give_upload_back()

    def store_file(self) -> None:
        try:
            self.instance.store_file()
        except StoreError:
            logger.exception("An upload was not stored.")
            self.add_error("file", STORE_DOWN)
            return
        lock()
        try:
            self.check_again()
        except ValidationError as error:
            self.add_error(None, error)
        if self.errors:
            self.instance.file.storage.delete(self.instance.file.name)

    def check_again(self) -> None:
        """See what others have done to the record while the file was stored."""
        self.refuse_stale(self.cleaned_data)

    def give_upload_back(self) -> None:
        # Past the field, which would open a picture to measure it.
        vars(self.instance)["file"] = self.original_file
        if "file" not in self.errors:
            self.add_error("file", CHOOSE_AGAIN)


class ImageForm(FileForm, BaseImageForm):
    """Says what the description of an image is for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.prefix:
            self.remember_record()

    def save(self, commit: bool = True) -> Any:
        """Save; a picture that was replaced goes when that is there to stay."""
        replaced = self.original_file if "file" in self.changed_data else None
        self.original_file = None
        image = super().save(commit)
        if commit and replaced:
            image.renditions.all().delete()
            name = str(replaced.name)
            transaction.on_commit(partial(replaced.storage.delete, name))
        return image

    class Meta(BaseImageForm.Meta):
        help_texts = {
            "description": (
                "Say what the image tells a reader who does not see it, for example "
                "“A recruiter talks with a family beside a field.” Pages use it as "
                "alternative text."
            ),
        }
