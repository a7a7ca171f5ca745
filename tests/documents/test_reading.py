"""What becomes of an upload when its file is read, and when it cannot be."""

import json
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.files.storage import InMemoryStorage
from django.core.management import call_command

from cms.publishing.models import PageText, Publication
from documents import reading
from documents.inspection import FailedError, Limits
from documents.models import CustomDocument, Reading
from documents.tasks import read_again, read_version
from tests.factories import PDF, DocumentFactory

from . import files
from .cases import DocumentTestCase
from .inspection import hostile, samples
from .inspection.samples import DEMO_FILES, QAS

TAGGED = (DEMO_FILES / QAS).read_bytes()


def body_in_the_log(document):
    row = Publication.objects.get(resource="documents", object_id=document.pk)
    return json.loads(row.body)


class ReadingTestCase(DocumentTestCase):
    def uploaded(self, data: bytes = TAGGED, name: str = "a.pdf", **values):
        """Return a document whose file was read as soon as the upload was there."""
        with self.captureOnCommitCallbacks(execute=True):
            document = DocumentFactory(file=files.named(name, data), **values)
        document.refresh_from_db()
        return document


class UploadTests(ReadingTestCase):
    def test_the_file_is_read_when_the_upload_is_there_to_stay(self):
        with self.captureOnCommitCallbacks(execute=True):
            document = DocumentFactory(file=files.named("a.pdf", TAGGED))
            assert document.versions.get().reading == Reading.WAITING

        version = document.versions.get()
        assert version.reading == Reading.READ
        assert (version.pages, version.page_unit) == (3, "page")
        assert version.title_in_file == f"{QAS.removesuffix('.pdf')}, sample"
        assert version.language_in_file == "en-US"
        assert (version.is_tagged, version.has_title) == (True, True)
        assert (version.has_language, version.has_text_layer) == (True, True)
        assert "Where the questions came from" in version.texts.get(number=1).text
        assert version.texts.count() == 3
        assert version.read_at is not None

    def test_the_document_and_the_log_know_what_was_read(self):
        document = self.uploaded()

        assert (document.pages, document.page_unit) == (3, "page")
        assert body_in_the_log(document)["pages"] == 3
        texts = PageText.objects.filter(publication__object_id=document.pk)
        assert texts.filter(text__contains="Where the questions").count() == 1

    def test_reading_is_no_update_of_the_document(self):
        with self.captureOnCommitCallbacks() as calls:
            document = DocumentFactory(file=files.named("a.pdf", TAGGED))
        before = CustomDocument.objects.get().updated_at

        for call in calls:
            call()

        assert CustomDocument.objects.get().updated_at == before
        assert document.versions.get().reading == Reading.READ

    def test_nothing_of_an_unreleased_document_comes_into_the_log(self):
        self.uploaded(released_at=None)

        assert not Publication.objects.filter(resource="documents").exists()
        assert not PageText.objects.exists()

    def test_the_picture_of_the_first_page_lies_beside_the_file(self):
        version = self.uploaded().versions.get()

        assert version.thumbnail.storage is version.file.storage
        assert version.thumbnail.read()[8:12] == b"WEBP"
        version.thumbnail.close()

    def test_a_file_is_read_once_however_often_it_is_queued(self):
        document = self.uploaded()

        with patch("documents.tasks.read") as read:
            read_version.call(document.versions.get().pk)

        read.assert_not_called()

    def test_a_failing_queue_leaves_the_upload_alone(self):
        with patch("documents.tasks.read_version") as task:
            task.enqueue.side_effect = OSError
            document = self.uploaded()

        assert document.versions.get().reading == Reading.WAITING
        assert reading.unread().get() == document.versions.get()


class TroubleTests(ReadingTestCase):
    def test_a_refused_file_keeps_its_record_with_the_reason(self):
        document = self.uploaded(hostile.polyglot())

        version = document.versions.get()
        assert version.reading == Reading.REFUSED
        assert "an archive at the same time" in version.reading_note
        assert (version.pages, version.texts.count()) == (None, 0)
        assert not version.thumbnail
        assert document.is_public()

    def test_a_missing_file_can_be_read_when_it_is_back(self):
        with self.captureOnCommitCallbacks() as calls:
            document = DocumentFactory(file=files.named("a.pdf", TAGGED))
        storage, name = document.file.storage, document.file.name
        storage.delete(name)

        with self.captureOnCommitCallbacks(execute=True):
            for call in calls:
                call()
        failed = document.versions.get()
        storage.save(name, files.named("a.pdf", TAGGED))
        with self.captureOnCommitCallbacks(execute=True):
            read_again(failed)

        assert failed.reading == Reading.FAILED
        assert "could not be fetched" in failed.reading_note
        version = document.versions.get()
        assert (version.reading, version.reading_note) == (Reading.READ, "")

    def test_what_was_read_stays_when_another_time_fails(self):
        document = self.uploaded()

        with (
            patch("documents.reading.inspect", side_effect=FailedError("Too slow.")),
            self.captureOnCommitCallbacks(execute=True),
        ):
            read_again(document.versions.get())

        version = document.versions.get()
        assert (version.reading, version.reading_note) == (Reading.FAILED, "Too slow.")
        assert (version.pages, version.texts.count()) == (3, 3)

    def test_a_file_that_was_replaced_meanwhile_leaves_nothing(self):
        document = self.uploaded(released_at=None)
        stale = document.versions.get()
        with self.captureOnCommitCallbacks(execute=True):
            document.replace_file(files.named("b.pdf", samples.pdf("New words")), "")
        before = stored_names(document)

        reading.read(stale)

        version = document.versions.get()
        assert [text.text for text in version.texts.all()] == ["New words"]
        assert stored_names(document) == before

    def test_no_picture_is_left_where_the_facts_cannot_be_kept(self):
        document = self.uploaded(released_at=None)
        before = stored_names(document)

        with (
            patch("documents.reading.show", side_effect=RuntimeError),
            self.assertLogs("documents.reading"),
        ):
            reading.read(document.versions.get())

        version = document.versions.get()
        assert version.reading == Reading.FAILED
        assert "could not be kept" in version.reading_note
        assert stored_names(document) == before

    def test_reading_again_puts_one_picture_in_the_place_of_another(self):
        document = self.uploaded()
        first, before = document.versions.get().thumbnail.name, stored_names(document)

        with self.captureOnCommitCallbacks(execute=True):
            read_again(document.versions.get())

        second = document.versions.get().thumbnail.name
        assert before - stored_names(document) == {first}
        assert stored_names(document) - before == {second}

    def test_the_second_version_is_read_and_the_first_stays_as_it_was(self):
        document = self.uploaded()
        with self.captureOnCommitCallbacks(execute=True):
            document.replace_file(
                files.named("b.docx", samples.docx("Corrected words")), "Corrected."
            )

        first, second = document.versions.order_by("number")
        document.refresh_from_db()
        assert (first.pages, first.texts.count()) == (3, 3)
        assert (second.pages, second.texts.get().text) == (None, "Corrected words")
        assert (document.pages, document.page_unit) == (None, "")
        assert body_in_the_log(document)["pages"] is None


def stored_names(document: CustomDocument) -> set[str]:
    """Return the names of all files in the storage of a document."""
    return set(document.file.storage.listdir("")[1])


class OtherStorageTests(DocumentTestCase):
    def test_a_file_without_a_path_is_copied_in_pieces(self):
        document = DocumentFactory(file=files.named("a.pdf", TAGGED))
        version = document.versions.get()
        version.file.storage = InMemoryStorage()
        version.file.storage.save(version.file.name, files.named("a.pdf", TAGGED))

        with reading.local_copy(version.file) as path:
            assert path.read_bytes() == TAGGED

        assert not path.exists()


class LimitTests(DocumentTestCase):
    def test_the_defaults_of_the_settings_are_those_of_the_reader(self):
        assert reading.limits() == Limits()

    def test_settings_change_them(self):
        with self.settings(DOCUMENT_READING_LIMITS={"pages": 7}):
            assert reading.limits() == Limits(pages=7)


class CommandTests(ReadingTestCase):
    def called(self, *arguments: str) -> str:
        out = StringIO()
        call_command("read_documents", *arguments, stdout=out)
        return out.getvalue()

    def test_reads_what_waits_or_was_broken_off(self):
        for name, state in (("a", Reading.WAITING), ("b", Reading.READING)):
            document = DocumentFactory(file=files.named(f"{name}.pdf", TAGGED))
            document.versions.update(reading=state)

        assert "2 of 2 files read." in self.called()
        assert self.called() == "No file waits to be read.\n"

    def test_names_those_that_cannot_be_read(self):
        DocumentFactory(title="Odd", file=files.named("a.pdf", PDF))

        said = self.called()

        assert "Odd, version 1: The PDF is damaged or incomplete." in said
        assert "0 of 1 files read." in said

    def test_reads_all_of_them_again(self):
        self.uploaded()

        assert "1 of 1 files read." in self.called("--again")


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_a_file_without_words_has_no_digest(texts):
    assert reading.digest_of(texts) == ""


def test_where_pages_part_makes_another_text():
    assert reading.digest_of(["ab", "c"]) != reading.digest_of(["a", "bc"])
