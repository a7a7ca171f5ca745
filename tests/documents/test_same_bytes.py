"""Saying at upload that a file is there already."""

from typing import Any

from django.urls import reverse
from wagtail.models import Collection

from documents.models import CustomDocument
from tests.factories import PDF, DocumentFactory

from . import files
from .cases import AdminTestCase

OTHER = PDF + b"% other\n"


class SingleUploadTests(AdminTestCase):
    def add(self, data: bytes = PDF, **values: Any):
        record = self.record(file=files.upload("New.pdf", data), title="New", **values)
        return self.client.post(reverse("wagtaildocs:add"), record, follow=True)

    def test_names_the_other_document_and_leads_to_it(self):
        document = DocumentFactory(title="Old")

        response = self.add()

        self.assertContains(response, "The file of “New” is there already, in “Old”.")
        self.assertContains(response, reverse("wagtaildocs:edit", args=[document.pk]))
        assert CustomDocument.objects.filter(title="New").exists()

    def test_says_nothing_of_another_file(self):
        DocumentFactory(title="Old")

        self.assertNotContains(self.add(OTHER), "is there already")

    def test_knows_earlier_versions_as_well(self):
        document = DocumentFactory(title="Old")
        document.replace_file(files.named("Second.pdf", OTHER), "Corrects page 3.")

        self.assertContains(self.add(), "is there already, in “Old”.")

    def test_does_not_name_what_the_user_may_not_see(self):
        hidden = Collection.get_first_root_node().add_child(name="Hidden")
        for group in self.editor.groups.all():
            group.collection_permissions.all().delete()
        own = Collection.get_first_root_node().add_child(name="Own")
        self.let_work_in(own, self.editor)
        DocumentFactory(title="Secret", collection=hidden)
        self.client.force_login(self.editor)

        response = self.add(collection=own.pk)

        assert CustomDocument.objects.filter(title="New").exists()
        self.assertNotContains(response, "Secret")

    def test_is_said_when_a_file_is_replaced_too(self):
        DocumentFactory(title="Old", file=files.named("Old.pdf", OTHER))
        document = DocumentFactory(title="Mine", released_at=None)

        response = self.client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            self.record(title="Mine", file=files.upload("New.pdf", OTHER)),
            follow=True,
        )

        self.assertContains(response, "The file of “Mine” is there already, in “Old”.")


class ManyUploadsTests(AdminTestCase):
    def test_says_it_beside_the_form_of_the_file(self):
        document = DocumentFactory(title="Old")

        response = self.client.post(
            reverse("wagtaildocs:add_multiple"),
            {
                "title": "New",
                "files[]": files.upload("New.pdf"),
                "collection": Collection.get_first_root_node().pk,
            },
        )

        answer = response.json()
        assert answer["success"] is True
        assert "This file is there already." in answer["form"]
        assert reverse("wagtaildocs:edit", args=[document.pk]) in answer["form"]


class ChooserUploadTests(AdminTestCase):
    """Choosing in the editor of a page, with an upload that is there already."""

    prefix = "document-chooser-upload"

    def setUp(self):
        super().setUp()
        self.old = DocumentFactory(title="Old")
        record = self.record(title="New", file=files.upload("New.pdf"))
        self.answer = self.client.post(
            reverse("wagtaildocs_chooser:create"),
            {f"{self.prefix}-{name}": value for name, value in record.items()},
        ).json()
        self.new = CustomDocument.objects.get(title="New")
        self.url = reverse("wagtaildocs_chooser:create")

    def choose(self, document: CustomDocument, uploaded: CustomDocument):
        return self.client.post(
            f"{self.url}?uploaded={uploaded.pk}", {"same-file-chosen": document.pk}
        )

    def test_asks_which_document_is_meant(self):
        assert self.answer["step"] == "reshow_creation_form"
        for text in ("“New.pdf” is there already", "Old", "your upload"):
            assert text in self.answer["htmlFragment"]
        assert f"uploaded={self.new.pk}" in self.answer["htmlFragment"]

    def test_of_the_other_one_deletes_the_upload(self):
        answer = self.choose(self.old, self.new).json()

        assert answer["step"] == "chosen"
        assert answer["result"]["id"] == str(self.old.pk)
        assert list(CustomDocument.objects.all()) == [self.old]

    def test_of_the_upload_keeps_both(self):
        answer = self.choose(self.new, self.new).json()

        assert answer["result"]["id"] == str(self.new.pk)
        assert CustomDocument.objects.count() == 2

    def test_deletes_no_upload_of_somebody_else(self):
        response = self.choose(self.new, self.old)

        assert response.status_code == 404
        assert self.client.post(f"{self.url}?uploaded=x").status_code == 404
        assert CustomDocument.objects.count() == 2

    def test_takes_no_document_with_another_file(self):
        other = DocumentFactory(file=files.named("Other.pdf", OTHER))

        answer = self.choose(other, self.new).json()

        assert answer["step"] == "reshow_creation_form"
        assert CustomDocument.objects.count() == 3

    def test_asks_nothing_about_a_new_file(self):
        record = self.record(title="Newest", file=files.upload("N.pdf", OTHER))

        answer = self.client.post(
            self.url, {f"{self.prefix}-{name}": v for name, v in record.items()}
        ).json()

        assert answer["step"] == "chosen"
