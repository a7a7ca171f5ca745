"""A file in the storage of documents, with what its bytes say of it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, storages
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.utils.file import hash_filelike

from documents.media_types import checked_media_type, extension_of

LONGEST_NAME = 255


def document_storage() -> Storage:
    """Return the storage whose files have no address of their own."""
    return storages["documents"]


def uploaded_name(path: str) -> str:
    """Return a file's name as a download has it: exact, without its folder."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in name if c.isprintable())[-LONGEST_NAME:]


def stored_name(document: "StoredDocument", filename: str) -> str:
    """Return a name that no other file has or had; keep the given one beside it.

    All ways to store a file pass here, `document.file.save()` included.
    """
    document.original_filename = uploaded_name(filename)
    return f"{uuid4().hex}.{extension_of(document.original_filename)}"


class StoredDocument(AbstractDocument):
    """A document that knows its file: name, kind, size and checksum.

    The facts are read whenever another file is saved, by whatever way; saving one
    whose bytes are not what its name says raises ValidationError.
    """

    file = models.FileField(
        storage=document_storage,
        upload_to=stored_name,
        help_text=(
            "Readers get the file under the name that it has on your computer, for "
            "example “MEP Policy Q&As FY17 (July).pdf”."
        ),
    )
    original_filename = models.CharField(
        "file name", max_length=LONGEST_NAME, editable=False
    )
    media_type = models.CharField(max_length=100, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)

    FACTS: tuple[str, ...] = (
        *("original_filename", "media_type", "sha256", "file_size", "file_hash"),
    )

    # The file of the stored record; None where none was saved or loaded.
    _known_file: str | None = None
    # A file in the storage whose facts were read from the upload, on its way there.
    _read_file: str | None = None

    class Meta(AbstractDocument.Meta):
        abstract = True

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any) -> "StoredDocument":
        document = super().from_db(db, field_names, values)
        document._known_file = document.__dict__.get("file")
        return document

    def clean(self) -> None:
        """Check the bytes of a new file; Wagtail's look at the name is part of it."""
        if self.has_new_file():
            self.read_facts()

    def save(self, *args: Any, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        if self.brings_file(fields):
            self.read_facts()
            if fields is not None:
                kwargs["update_fields"] = {*fields, *self.FACTS}
        super().save(*args, **kwargs)
        if "file" not in self.get_deferred_fields():
            self._known_file = self.file.name

    @contextmanager
    def new_file_stored(self, fields: Collection[str] | None) -> Iterator[bool]:
        """Store a new file before anything is locked, and tell whether there is one.

        A bucket may take seconds for it, and nobody is to wait for that. The file is
        taken back where the rest fails. Raises StoreError.
        """
        brings_file = self.brings_file(fields)
        stored_now = brings_file and self.store_file()
        try:
            yield brings_file
        except BaseException:
            if stored_now:
                self.file.storage.delete(str(self.file.name))
            raise

    def store_file(self) -> bool:
        """Put an upload into the storage, and tell whether there was one.

        Raises ValidationError where it is refused, and StoreError.
        """
        if not self.has_new_file() or self._is_stored:
            return False
        self.read_facts()
        upload = self.file.file
        self.file.save(str(self.file.name), upload, save=False)
        # Whoever reads it next takes these bytes, and not those of the bucket.
        self.file.file = upload
        self._read_file = self.file.name
        return True

    def keep_file(self, fields: Collection[str] | None) -> None:
        """Take over a file that came between reading this record and saving it.

        To be called with the lock of the log held, by whoever brings no file.
        """
        names = ("file", *self.FACTS)
        if not self.file or (fields is not None and not {*names} & {*fields}):
            return
        stored = type(self)._default_manager.filter(pk=self.pk)
        facts = stored.exclude(file=self.file.name).values(*names).first()
        for name, value in (facts or {}).items():
            setattr(self, name, value)

    def has_new_file(self) -> bool:
        """Tell whether there is a file that the stored record does not have."""
        if "file" in self.get_deferred_fields() or not self.file:
            return False
        return not self._is_stored or self.file.name != self._known_file

    def brings_file(self, fields: Collection[str] | None) -> bool:
        """Tell whether saving these fields, or all, stores another file."""
        return self.has_new_file() and (fields is None or "file" in fields)

    @property
    def _is_stored(self) -> bool:
        """Tell whether the file is in the storage, and no upload still."""
        return self.file._committed  # type: ignore[attr-defined]

    def read_facts(self) -> None:
        """Read the facts of the file; raises ValidationError where it is refused."""
        if self._is_stored and self.file.name == self._read_file:
            return
        if not self._is_stored or not self.original_filename:
            self.original_filename = uploaded_name(str(self.file.name))
        with self.open_file() as file:
            try:
                self.media_type = checked_media_type(file, self.original_filename)
            except ValidationError as error:
                raise ValidationError({"file": error}) from error
            digest = sha256()
            for chunk in file.chunks():
                digest.update(chunk)
            self.sha256 = digest.hexdigest()
            file.seek(0)
            self.file_hash = hash_filelike(file)
            self.file_size = self.file.size
            file.seek(0)

    @property
    def filename(self) -> str:
        """Return the name that the file had on the editor's computer."""
        return self.original_filename

    @property
    def extension(self) -> str:
        return extension_of(self.original_filename)

    @property
    def size(self) -> int:
        """Return the size in bytes."""
        return self.file_size or 0

    @property
    def content_type(self) -> str:
        """Return what Wagtail's own view says of the file: what its bytes are."""
        return self.media_type
