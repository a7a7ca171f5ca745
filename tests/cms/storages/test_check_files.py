"""Files without a row and rows without a file are told, on a directory and a bucket."""

from io import StringIO
from unittest import mock

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.test import TestCase

from cms import images
from tests.documents import files
from tests.factories import DocumentFactory, ImageFactory


def remove_all() -> None:
    """Remove what other tests of the same process have left."""
    for alias in ("default", "documents"):
        for file in list(storages[alias].files()):
            storages[alias].remove(file.name)


class CheckFilesTests(TestCase):
    def setUp(self):
        remove_all()
        self.document = DocumentFactory()
        self.document.replace_file(files.named("b.csv", files.CSV), "A table instead.")
        self.image = ImageFactory()
        self.client.get(images.sizes_of(self.image)[0].path)
        self.addCleanup(remove_all)

    def check(self, **options) -> str:
        output = StringIO()
        call_command("check_files", stdout=output, **{"min_age": 0, **options})
        return output.getvalue()

    def differences(self, **options) -> str:
        output = StringIO()
        with pytest.raises(CommandError, match="do not agree"):
            call_command("check_files", stdout=output, **{"min_age": 0, **options})
        return output.getvalue()

    def test_all_is_well_where_each_file_has_its_row(self):
        said = self.check()

        assert "default: files without a row: 0, lost files: 0" in said
        assert "documents: files without a row: 0, lost files: 0" in said

    def test_a_file_without_a_row_is_told(self):
        for alias in ("default", "documents"):
            name = storages[alias].save("left.bin", ContentFile(b"left"))

            said = self.differences()

            assert f"{alias}: {name} (4 bytes, " in said
            assert f"{alias}: files without a row: 1, lost files: 0" in said
            storages[alias].remove(name)

    def test_a_young_file_is_left_alone(self):
        name = storages["documents"].save("young.bin", ContentFile(b"young"))

        said = self.check(min_age=1, delete_files_without_row=True)

        assert "documents: files removed: 0" in said
        assert storages["documents"].exists(name)

    def test_a_lost_file_is_told_with_all_that_names_it(self):
        first, second = self.document.versions.order_by("number")
        size = self.image.renditions.get()
        lost = {
            first: "document version",
            self.document: f"document version {second.pk} (file), document ",
            self.image: f"image {self.image.pk} (file)",
            size: "custom rendition",
        }
        for row, named_by in lost.items():
            storage, name = row.file.storage, row.file.name
            with storage.open(name) as file:
                data = file.read()
            storage.remove(name)

            said = self.differences()

            assert f"{name} is not there, but named by {named_by}" in said
            storage.receive(name, ContentFile(data))

    def test_files_without_a_row_are_removed_when_asked_for(self):
        name = storages["documents"].save("left.bin", ContentFile(b"left"))

        said = self.check(delete_files_without_row=True)

        assert "documents: files removed: 1" in said
        assert not storages["documents"].exists(name)
        assert storages["documents"].exists(self.document.file.name)
        self.check()

    def test_a_lost_file_stays_an_error_when_others_are_removed(self):
        self.document.file.storage.remove(self.document.file.name)

        self.differences(delete_files_without_row=True)

    def test_what_is_stored_while_it_looks_is_not_lost(self):
        store = storages["documents"]
        listed = list(store.files())
        DocumentFactory()

        with mock.patch.object(type(store), "files", side_effect=[[], listed]):
            said = self.check()

        assert "documents: files without a row: 0, lost files: 0" in said

    def test_a_wrong_age_is_named(self):
        with pytest.raises(CommandError, match="--min-age is a number of hours"):
            call_command("check_files", min_age=-1)
