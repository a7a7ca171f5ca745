"""What a document knows of its file."""

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.core.files import File
from django.test import TestCase

from cms.publishing import record
from documents.models import CustomDocument
from documents.models.stored_document import document_storage
from tests.factories import PDF, DocumentFactory

from . import files
from .stores import stored_files

OTHER_PDF = PDF + b"% another one\n"


class FileFactsTests(TestCase):
    def test_are_read_from_the_bytes_of_a_document_saved_in_code(self):
        document = CustomDocument.objects.create(
            title="Q&As", file=files.named(files.HARD_NAME)
        )

        document.refresh_from_db()
        assert document.media_type == "application/pdf"
        assert document.size == len(PDF)
        assert document.sha256 == sha256(PDF).hexdigest()
        assert document.file_hash != ""
        assert document.filename == files.HARD_NAME

    def test_are_read_again_when_the_file_is_replaced(self):
        document = DocumentFactory(released_at=None)

        document.file = files.named("Newer (2).pdf", OTHER_PDF)
        document.save()

        document.refresh_from_db()
        assert document.filename == "Newer (2).pdf"
        assert document.sha256 == sha256(OTHER_PDF).hexdigest()
        assert document.size == len(OTHER_PDF)

    def test_are_read_when_the_file_was_stored_by_itself(self):
        document = DocumentFactory(released_at=None)

        document.file.save("Stored.csv", files.named("", files.CSV))

        document.refresh_from_db()
        assert document.filename == "Stored.csv"
        assert document.media_type == "text/csv"
        assert document.sha256 == sha256(files.CSV).hexdigest()

    def test_are_saved_with_the_file_where_other_fields_are_not(self):
        document = DocumentFactory(title="Old", released_at=None)

        document.title = "New"
        document.file = files.named("a.pdf", OTHER_PDF)
        document.save(update_fields=["file"])

        document.refresh_from_db()
        assert document.title == "Old"
        assert document.sha256 == sha256(OTHER_PDF).hexdigest()

    def test_are_not_read_again_without_another_file(self):
        document = CustomDocument.objects.get(pk=DocumentFactory().pk)
        document.file.storage.delete(document.file.name)

        document.title = "Renamed"
        document.save()

        assert CustomDocument.objects.get().title == "Renamed"

    def test_take_the_name_of_an_opened_file_without_its_folder(self):
        folder = Path(self.enterContext(TemporaryDirectory()))
        path = folder / "On a disk (1).pdf"
        path.write_bytes(PDF)

        with path.open("rb") as file:
            document = CustomDocument.objects.create(title="Disk", file=File(file))

        assert document.filename == "On a disk (1).pdf"


class StoringTests(TestCase):
    def test_comes_before_anybody_is_made_to_wait(self):
        """A bucket may take seconds for a file: the log is not locked meanwhile."""
        steps = []
        save, lock = type(document_storage())._save, record.lock

        def storing(*args):
            steps.append("store")
            return save(*args)

        def locking():
            steps.append("lock")
            lock()

        with (
            mock.patch.object(type(document_storage()), "_save", storing),
            mock.patch("documents.models.document.lock", locking),
        ):
            DocumentFactory()

        assert steps == ["store", "lock"]

    def test_is_taken_back_where_the_record_is_not_saved(self):
        document = DocumentFactory()
        before = stored_files()

        with pytest.raises(ValidationError, match="Say in a note"):
            document.replace_file(files.named("b.csv", files.CSV), note="")

        assert stored_files() == before

    def test_of_what_is_refused_leaves_nothing(self):
        before = stored_files()

        with pytest.raises(ValidationError):
            DocumentFactory(file__data=b"MZ", file__filename="program.pdf")

        assert stored_files() == before

    def test_reads_the_upload_and_not_the_store(self):
        with mock.patch.object(type(document_storage()), "_open") as opened:
            DocumentFactory()

        assert not opened.called


class StorageTests(TestCase):
    def test_files_have_no_address_of_their_own_and_a_name_that_cannot_be_guessed(self):
        first = DocumentFactory(file__filename="same.pdf")
        second = DocumentFactory(file__filename="same.pdf")

        assert "same" not in first.file.name
        assert first.file.name != second.file.name
        assert first.filename == second.filename == "same.pdf"
        assert self.client.get(f"/media/{first.file.name}").status_code == 404

    def test_a_file_that_is_not_what_its_name_says_is_not_saved(self):
        with pytest.raises(ValidationError) as refused:
            DocumentFactory(file__data=b"MZ\x90\x00", file__filename="program.pdf")

        assert "program.pdf" in refused.value.message_dict["file"][0]
        assert not CustomDocument.objects.exists()
