"""The files of a series in one ZIP."""

import hashlib
import subprocess
import tempfile
from io import BytesIO
from unittest import mock
from zipfile import ZipFile

from django.core.files.base import ContentFile

from cms.storages.stores import StoreError
from documents.library.archive import Archive
from documents.library.series import public_series
from documents.models.stored_document import document_storage
from tests.assertions import assert_same_queries
from tests.factories import PDF, DocumentFactory

from .archives import PATH, ArchiveTestCase, pdf


class ContentTests(ArchiveTestCase):
    def test_has_the_file_of_each_document_under_its_own_name(self):
        names = ["MEP Policy Q&As FY17 v.1 (July).pdf", "Guía – año.pdf", "a.pdf"]
        for place, name in enumerate(names, start=1):
            self.add(name, pdf(name), series_position=place)

        found = self.zip()

        assert found.namelist() == ["MANIFEST.csv", "SHA256SUMS", *names]
        assert [found.read(name) for name in names] == [pdf(name) for name in names]
        assert found.testzip() is None

    def test_tells_apart_files_of_one_name(self):
        for place, name in enumerate(
            ("a.pdf", "A.pdf", "a.pdf", "a (2).pdf", "MANIFEST.csv"), start=1
        ):
            data = b"a,b\n" if name.endswith("csv") else pdf(str(place))
            self.add(name, data, series_position=place)

        names = self.zip().namelist()[2:]

        assert names == [
            *("a.pdf", "A (2).pdf", "a (3).pdf", "a (2) (2).pdf", "MANIFEST (2).csv")
        ]
        assert len({name.casefold() for name in names}) == 5

    def test_says_of_each_file_what_it_is(self):
        document = self.add("a.pdf", issue="v.1", status="superseded")

        (line,) = self.manifest()

        assert line["file"] == "a.pdf"
        assert line["document"] == str(document.pk)
        assert line["issue"] == "v.1"
        assert line["status"] == "superseded"
        assert line["sha256"] == hashlib.sha256(PDF).hexdigest()
        assert line["address"].endswith(document.path)
        assert line["note"] == ""

    def test_has_checksums_that_sha256sum_reads(self):
        for name in ("a.pdf", "b c.pdf", "Guía “x” $y.pdf", "-n.pdf"):
            self.add(name, pdf(name))
        directory = self.enterContext(tempfile.TemporaryDirectory())
        self.zip().extractall(directory)

        checked = subprocess.run(
            ["sha256sum", "--check", "--strict", "SHA256SUMS"],
            cwd=directory,
            capture_output=True,
            text=True,
            check=False,
        )

        assert checked.returncode == 0, checked.stdout + checked.stderr
        assert checked.stdout.count(": OK") == 5

    def test_has_the_newest_version_alone(self):
        document = self.add("a.pdf")
        document.replace_file(ContentFile(pdf("new"), "b.pdf"), "Adds an answer.")

        assert self.zip().namelist()[2:] == ["b.pdf"]
        assert self.manifest()[0]["version_number"] == "2"


class PrivacyTests(ArchiveTestCase):
    def test_has_nothing_that_lists_do_not_have(self):
        self.add("public.pdf")
        self.add("secret.pdf", released_at=None)
        self.add("withdrawn.pdf", status="withdrawn", status_explanation="Wrong.")

        assert self.zip().namelist()[2:] == ["public.pdf"]
        assert len(self.manifest()) == 1

    def test_leaves_out_what_is_private_by_now_whatever_the_log_says(self):
        self.add("public.pdf")
        private = self.add("private.pdf")
        type(private).objects.filter(pk=private.pk).update(released_at=None)

        assert self.zip().namelist()[2:] == ["public.pdf"]
        notes = {line["title"]: line["note"] for line in self.manifest()}
        assert "changed while it was made" in notes["private.pdf"]

    def test_leaves_out_a_file_that_is_not_the_one_of_the_log(self):
        self.add("public.pdf")
        changed = self.add("changed.pdf")
        type(changed).objects.filter(pk=changed.pk).update(sha256="0" * 64)

        assert self.zip().namelist()[2:] == ["public.pdf"]

    def test_is_not_there_where_nothing_is(self):
        assert self.get(PATH).status_code == 404

        self.add("secret.pdf", released_at=None)
        assert self.get(PATH).status_code == 404

        self.add("gone.pdf", status="withdrawn", status_explanation="Wrong.")
        assert self.get(PATH).status_code == 404

    def test_has_one_address(self):
        self.add("a.pdf")

        for name in ("other", "QAS", "qas.zip"):
            path = f"/documents/series/qas/{name}.zip"
            assert self.get(path).status_code == 404


class MissingFileTests(ArchiveTestCase):
    def test_is_noted_and_the_rest_is_sent(self):
        self.add("here.pdf")
        lost = self.add("lost.pdf")
        document_storage().delete(lost.file.name)

        with self.assertLogs("documents.library.archive", "ERROR"):
            found = self.zip()

        assert found.namelist()[2:] == ["here.pdf"]
        assert found.testzip() is None
        with self.assertLogs("documents.library.archive", "ERROR"):
            (line,) = [x for x in self.manifest() if x["title"] == "lost.pdf"]
        assert line["file"] == ""
        assert "could not be read" in line["note"]

    def test_that_is_shorter_than_it_was_counts_as_one(self):
        cut = self.add("cut.pdf")
        document_storage().delete(cut.file.name)
        document_storage().save(cut.file.name, ContentFile(b"%PDF"))

        with self.assertLogs("documents.library.archive", "ERROR"):
            assert self.zip().namelist() == ["MANIFEST.csv", "SHA256SUMS"]


class ResponseTests(ArchiveTestCase):
    def test_has_a_clean_name_a_length_and_nothing_that_runs(self):
        self.add("a.pdf")

        response = self.get(PATH)
        content = b"".join(response)

        assert response["Content-Type"] == "application/zip"
        assert response["Content-Disposition"] == 'attachment; filename="qas.zip"'
        assert response["Content-Length"] == str(len(content))
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
        assert "must-revalidate" in response["Cache-Control"]
        assert not response.cookies

    def test_of_head_is_the_same_without_the_files(self):
        self.add("a.pdf")

        with mock.patch.object(type(document_storage()), "stream") as opened:
            response = self.client.head(PATH)

        assert response.status_code == 200
        assert int(response["Content-Length"]) > len(PDF)
        assert not opened.called

    def test_comes_once_to_a_reader_who_has_it(self):
        document = self.add("a.pdf")
        etag = self.get(PATH)["ETag"]

        again = self.client.get(PATH, headers={"if-none-match": etag})
        document.replace_file(ContentFile(pdf("new"), "a.pdf"), "Adds an answer.")
        changed = self.client.get(PATH, headers={"if-none-match": etag})

        assert again.status_code == 304
        assert changed.status_code == 200

    def test_sends_what_was_public_when_it_began(self):
        self.add("a.pdf", series_position=1)
        late = self.add("b.pdf", series_position=2)
        response = self.get(PATH)
        chunks = iter(response)
        first = next(chunks)

        late.status, late.status_explanation = "withdrawn", "Wrong."
        late.save()

        found = ZipFile(BytesIO(first + b"".join(chunks)))
        assert found.namelist()[2:] == ["a.pdf", "b.pdf"]
        assert self.zip().namelist()[2:] == ["a.pdf"]

    def test_closes_its_files_when_the_reader_leaves(self):
        self.add("a.pdf", pdf("x" * 600_000))
        opened = []
        open_stream = document_storage().stream

        def keep(name: str):
            stream = open_stream(name)
            stream.close = mock.Mock(wraps=stream.close)
            opened.append(stream)
            return stream

        with mock.patch.object(type(document_storage()), "stream", side_effect=keep):
            pieces = iter(Archive(public_series("qas").documents).stream())
            while not opened:
                next(pieces)
            opened[0].close.assert_not_called()
            pieces.close()

        opened[0].close.assert_called_once()

    def test_says_where_the_store_does_not_answer(self):
        self.add("a.pdf")
        storage = type(document_storage())

        with mock.patch.object(storage, "size", side_effect=StoreError("Down.")):
            response = self.get(PATH)

        assert response.status_code == 503
        assert int(response["Retry-After"]) > 0

    def test_queries_do_not_grow_with_the_files(self):
        self.add("a.pdf")

        assert_same_queries(
            lambda: b"".join(self.client.get(PATH)),
            grow=lambda: DocumentFactory.create_batch(9, series=self.series),
        )
