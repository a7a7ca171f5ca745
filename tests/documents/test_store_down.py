"""A file store that does not answer: nothing is half saved, and nobody sees a 500."""

from typing import Any

from django.urls import reverse
from wagtail.models import Collection

from documents.models import CustomDocument
from tests.factories import DocumentFactory, give_cover

from . import files
from .cases import AdminTestCase, DocumentTestCase, sent_by_us
from .stores import store_down, stored_files

SAID = "The file store does not answer. Nothing was saved: try again"


class UploadTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.before = stored_files()

    def tearDown(self):
        assert stored_files() == self.before

    def post(self, address: str, data: dict[str, Any], **kwargs: Any):
        with store_down():
            return self.client.post(address, data, **kwargs)

    def test_is_refused_at_the_form(self):
        response = self.post(
            reverse("wagtaildocs:add"), self.record(file=files.upload("a.pdf"))
        )

        self.assertContains(response, SAID)
        assert not CustomDocument.objects.exists()

    def test_works_again_when_the_store_does(self):
        form = self.record(file=files.upload("a.pdf"))
        self.post(reverse("wagtaildocs:add"), form)

        self.client.post(
            reverse("wagtaildocs:add"), self.record(file=files.upload("a.pdf"))
        )

        document = CustomDocument.objects.get()
        assert document.file.storage.exists(document.file.name)
        document.file.storage.delete(document.file.name)

    def test_of_many_files_is_refused_file_by_file(self):
        response = self.post(
            reverse("wagtaildocs:add_multiple"),
            {
                "title": "a.pdf",
                "files[]": files.upload("a.pdf"),
                "collection": Collection.get_first_root_node().pk,
            },
            headers={"x-requested-with": "XMLHttpRequest"},
        )

        assert response.json()["success"] is False
        assert SAID in response.json()["error_message"]
        assert not CustomDocument.objects.exists()

    def test_in_the_editor_of_a_page_is_refused_there(self):
        prefix = "document-chooser-upload"
        record = {f"{prefix}-{name}": value for name, value in self.record().items()}

        response = self.post(
            reverse("wagtaildocs_chooser:create"),
            record | {f"{prefix}-file": files.upload("a.pdf")},
        )

        assert SAID in response.json()["htmlFragment"]
        assert not CustomDocument.objects.exists()


class ReplacingTests(AdminTestCase):
    def test_leaves_the_file_and_the_record_as_they_were(self):
        document = DocumentFactory(title="Old")
        before = stored_files()
        change = {"change_note": "Corrects page 3.", "change_kind": "correction"}

        with store_down():
            response = self.client.post(
                reverse("wagtaildocs:edit", args=[document.pk]),
                self.record(
                    title="New", file=files.upload("b.csv", files.CSV), **change
                ),
            )

        self.assertContains(response, SAID)
        again = CustomDocument.objects.get()
        assert (again.title, again.filename) == ("Old", document.filename)
        assert again.versions.count() == 1
        assert stored_files() == before


@sent_by_us
class DownloadTests(DocumentTestCase):
    def test_asks_to_come_back(self):
        document = DocumentFactory()

        with store_down():
            response = self.get(document.download_path)

        assert response.status_code == 503
        assert response["Retry-After"] == "30"
        assert "no-store" in response["Cache-Control"]
        self.assertContains(response, "please try again", status_code=503)

    def test_of_the_picture_of_a_first_page_asks_to_come_back(self):
        document = DocumentFactory()
        give_cover(document)

        with store_down():
            response = self.get(f"/documents/{document.pk}/v/1/cover.webp")

        assert response.status_code == 503
        assert "no-store" in response["Cache-Control"]

    def test_headers_and_what_a_visitor_has_need_no_store(self):
        document = DocumentFactory()
        known = {"If-None-Match": f'"{document.sha256}"'}

        with store_down():
            assert self.client.head(document.download_path).status_code == 200
            assert self.get(document.download_path, headers=known).status_code == 304

    def test_tells_nothing_of_a_document_that_is_not_released(self):
        document = DocumentFactory(released_at=None)

        with store_down():
            assert self.get(document.download_path).status_code == 404

    def test_the_page_of_a_document_is_there(self):
        document = DocumentFactory()

        with store_down():
            assert self.get(document.path).status_code == 200


class DeletionTests(AdminTestCase):
    def test_of_a_record_leaves_the_file_to_be_found_later(self):
        document = DocumentFactory(released_at=None)

        with store_down(), self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(
                reverse("wagtaildocs:delete", args=[document.pk])
            )

        assert response.status_code == 302
        assert not CustomDocument.objects.exists()
        assert document.file.name in stored_files()
