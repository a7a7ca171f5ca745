"""What others do to documents while the file of a form is being stored."""

from collections.abc import Callable
from typing import Any
from unittest import mock

from django.urls import reverse

from documents.models import CustomDocument
from tests.factories import DocumentFactory

from . import files
from .cases import AdminTestCase


def tables(document: CustomDocument) -> set[str]:
    """Return the names of the CSV files that the storage has, whoever left them."""
    names = document.file.storage.listdir("")[1]
    return {name for name in names if name.endswith(".csv")}


class MeanwhileTests(AdminTestCase):
    def edit(
        self, document: CustomDocument, meanwhile: Callable[[], Any], **values: Any
    ):
        """Send the form of a document with a new file; something else comes between."""
        self.tables = tables(document)
        store = CustomDocument.store_file

        def store_slowly(instance: CustomDocument) -> bool:
            stored = store(instance)
            if stored:
                meanwhile()
            return stored

        record = self.record(
            title=document.title, file=files.upload("New.csv", files.CSV), **values
        )
        url = reverse("wagtaildocs:edit", args=[document.pk])
        with mock.patch.object(CustomDocument, "store_file", store_slowly):
            return self.client.post(url, record)

    def assert_refused(self, document: CustomDocument, response: Any, why: str) -> None:
        self.assertContains(response, why)
        assert tables(document) == self.tables
        document.refresh_from_db()
        assert document.filename != "New.csv"

    def test_a_document_that_was_released_needs_a_note(self):
        document = DocumentFactory(released_at=None)

        response = self.edit(
            document, lambda: CustomDocument.objects.get(pk=document.pk).release()
        )

        self.assert_refused(document, response, "released while you had this form open")

    def test_a_document_that_replaces_the_other_is_not_replaced_by_it(self):
        document, other = DocumentFactory(released_at=None), DocumentFactory()

        def replace_the_other() -> None:
            other.replaced_by = document
            other.save()

        response = self.edit(document, replace_the_other, replaced_by=other.pk)

        self.assert_refused(document, response, "is itself replaced by this document")
