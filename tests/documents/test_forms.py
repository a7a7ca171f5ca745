"""Documents in the editor: upload and correction."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection

from cms.publishing.models import Publication
from documents.models import CustomDocument
from tests.factories import DocumentFactory, DocumentSeriesFactory, TopicFactory

from . import files
from .cases import AdminTestCase
from .stores import stored_files


class AddTests(AdminTestCase):
    def add(self, **values: Any):
        return self.client.post(reverse("wagtaildocs:add"), self.record(**values))

    def test_keeps_the_record_and_the_name_of_the_file(self):
        topic = TopicFactory()

        response = self.add(
            file=files.upload(files.HARD_NAME), topics=[topic.pk], fiscal_year="2017"
        )

        self.assertRedirects(response, reverse("wagtaildocs:index"))
        document = CustomDocument.objects.get()
        assert document.filename == files.HARD_NAME
        assert document.sha256
        assert document.fiscal_year == 2017
        assert list(document.topics.all()) == [topic]
        assert document.uploaded_by_user == self.publisher

    def test_leaves_the_document_to_staff(self):
        self.add(file=files.upload("a.pdf"))

        document = CustomDocument.objects.get()
        assert not document.is_released
        assert document.releases_with_page
        self.client.logout()
        assert self.client.get(document.path).status_code == 404

    def test_refuses_a_file_that_is_not_what_its_name_says(self):
        response = self.add(file=files.upload("program.pdf", b"MZ\x90\x00"))

        self.assertContains(response, "Allowed are CSV, DOCX, ODT, PDF")
        assert not CustomDocument.objects.exists()

    def test_stores_no_file_of_a_record_that_is_not_complete(self):
        before = stored_files()

        self.add(file=files.upload("a.pdf"), title="")

        assert stored_files() == before

    def test_asks_for_a_type(self):
        response = self.add(file=files.upload("a.pdf"), document_type="")

        self.assertContains(response, "This field is required.")
        assert not CustomDocument.objects.exists()

    def test_refuses_a_set_time_that_has_passed(self):
        response = self.add(file=files.upload("a.pdf"), release_at="2017-07-14 09:00")

        self.assertContains(response, "This time has passed.")

    def test_takes_a_set_time_in_the_future_from_publishers_only(self):
        tomorrow = timezone.localtime() + timedelta(days=1)
        self.client.force_login(self.editor)

        self.add(
            file=files.upload("a.pdf"), release_at=tomorrow.strftime("%Y-%m-%d %H:%M")
        )

        assert CustomDocument.objects.get().release_at is None

    def test_explains_each_field_with_a_sentence(self):
        response = self.client.get(reverse("wagtaildocs:add"))

        self.assertContains(
            response, "Staff only see the document until it is released"
        )
        self.assertContains(response, "The next issue of a series usually replaces")


class BulkUploadTests(AdminTestCase):
    def upload(self, file, **values: Any):
        collection = Collection.get_first_root_node()
        return self.client.post(
            reverse("wagtaildocs:add_multiple"),
            {
                "title": file.name,
                "files[]": file,
                "collection": collection.pk,
                **values,
            },
            headers={"x-requested-with": "XMLHttpRequest"},
        )

    def test_makes_an_unreleased_document_of_each_file(self):
        response = self.upload(files.upload(files.HARD_NAME))

        document = CustomDocument.objects.get()
        assert response.json()["doc_id"] == document.pk
        assert document.filename == files.HARD_NAME
        assert document.language == "en"
        assert document.status == "current"
        assert document.releases_with_page
        assert not document.is_released

    def test_asks_for_the_rest_in_its_second_step(self):
        number = self.upload(files.upload("a.pdf")).json()["doc_id"]
        url = reverse("wagtaildocs:edit_multiple", args=[number])
        record = {
            f"doc-{number}-{name}": value for name, value in self.record().items()
        }

        incomplete = self.client.post(url, record | {f"doc-{number}-document_type": ""})
        complete = self.client.post(url, record)

        assert incomplete.json()["success"] is False
        assert complete.json()["success"] is True
        document = CustomDocument.objects.get()
        assert document.document_type == "policy_qa"
        assert document.releases_with_page
        assert not document.is_released

    def test_asks_for_what_readers_find_documents_by(self):
        series, topic = DocumentSeriesFactory(), TopicFactory()
        number = self.upload(files.upload("a.pdf")).json()["doc_id"]
        values = self.record(
            document_date="2017-07-31",
            fiscal_year="2017",
            issue="v.1",
            series=series.pk,
            series_position="1",
            topics=[topic.pk],
        )

        self.client.post(
            reverse("wagtaildocs:edit_multiple", args=[number]),
            {f"doc-{number}-{name}": value for name, value in values.items()},
        )

        document = CustomDocument.objects.get()
        assert document.document_date == date(2017, 7, 31)
        assert (document.fiscal_year, document.issue) == (2017, "v.1")
        assert (document.series, document.series_position) == (series, 1)
        assert list(document.topics.all()) == [topic]

    def test_refuses_a_file_that_is_not_what_its_name_says(self):
        response = self.upload(files.upload("program.pdf", b"MZ\x90\x00"))

        assert response.json()["success"] is False
        assert "Allowed are" in response.json()["error_message"]
        assert not CustomDocument.objects.exists()


class ChooserUploadTests(AdminTestCase):
    def test_takes_a_file_from_the_editor_of_a_page(self):
        prefix = "document-chooser-upload"
        record = {f"{prefix}-{name}": value for name, value in self.record().items()}

        response = self.client.post(
            reverse("wagtaildocs_chooser:create"),
            record | {f"{prefix}-file": files.upload("a.pdf")},
        )

        document = CustomDocument.objects.get()
        assert response.json()["result"]["id"] == str(document.pk)
        assert document.releases_with_page
        assert not document.is_released


class EditTests(AdminTestCase):
    def edit(self, document: CustomDocument, follow: bool = False, **values: Any):
        url = reverse("wagtaildocs:edit", args=[document.pk])
        record = self.record(**{"title": document.title, **values})
        return self.client.post(url, record, follow=follow)

    def test_publishes_the_new_record_of_a_released_document(self):
        document = DocumentFactory(title="Old")

        self.edit(document, title="New")

        row = Publication.objects.get(resource="documents", object_id=document.pk)
        assert row.title == "New"

    def test_replaces_the_file_of_a_document_that_nobody_has_seen(self):
        document = DocumentFactory(released_at=None)
        old_name, storage = document.file.name, document.file.storage

        with self.captureOnCommitCallbacks(execute=True):
            self.edit(document, file=files.upload("New.csv", files.CSV))

        document.refresh_from_db()
        assert document.filename == "New.csv"
        with document.file.open() as file:
            assert file.read() == files.CSV
        assert not storage.exists(old_name)

    def test_keeps_a_file_that_readers_have_as_a_version(self):
        document = DocumentFactory()
        old_name, storage = document.file.name, document.file.storage

        with self.captureOnCommitCallbacks(execute=True):
            self.edit(
                document,
                file=files.upload("New.csv", files.CSV),
                change_note="Adds grade 4.",
                change_kind="substantive",
            )

        first, second = document.versions.order_by("number")
        assert storage.exists(old_name)
        assert (first.file.name, second.filename) == (old_name, "New.csv")
        assert (second.change_note, second.uploaded_by) == (
            "Adds grade 4.",
            self.publisher,
        )

    def test_asks_what_the_new_file_changes(self):
        document = DocumentFactory()

        response = self.edit(document, file=files.upload("New.csv", files.CSV))

        self.assertContains(response, "Say in a sentence what it changes.")
        self.assertContains(response, "a correction or a substantive change")
        document.refresh_from_db()
        assert document.filename != "New.csv"

    def test_explains_what_a_withdrawal_needs(self):
        document = DocumentFactory()

        response = self.edit(document, status="withdrawn")

        self.assertContains(response, "needs an explanation for its readers")

    def test_shows_the_file_that_there_is_when_something_is_wrong(self):
        document = DocumentFactory()

        response = self.edit(document, file=files.upload("b.csv", files.CSV))

        self.assertContains(response, "Say in a sentence what it changes.")
        self.assertContains(response, "Choose the file once more")
        self.assertContains(response, document.filename)
        self.assertNotContains(response, "The file could not be found")
        self.assertNotContains(response, "b.csv")

    def test_makes_a_document_superseded_that_is_replaced_and_says_so(self):
        document = DocumentFactory(title="Older")
        newer = DocumentFactory(title="Newer")

        response = self.edit(document, replaced_by=newer.pk, follow=True)

        self.assertContains(
            response, "“Older” is superseded now: its page leads readers to “Newer”."
        )
        document.refresh_from_db()
        assert document.status == "superseded"
        assert document.replaced_on == timezone.localdate()

    def test_does_not_make_current_what_stays_replaced(self):
        newer = DocumentFactory()
        document = DocumentFactory(replaced_by=newer)

        response = self.edit(document, replaced_by=newer.pk, status="current")

        self.assertContains(response, "replaces wholly is superseded")

    def test_of_a_public_document_is_for_publishers(self):
        document = DocumentFactory(title="Public")
        self.client.force_login(self.editor)

        response = self.edit(document, title="Changed")

        self.assertContains(response, "Ask a publisher to change it.")
        assert CustomDocument.objects.get().title == "Public"

    def test_of_an_unreleased_document_is_for_editors_as_well(self):
        document = DocumentFactory(released_at=None)
        self.client.force_login(self.editor)

        self.edit(document, title="Changed")

        assert CustomDocument.objects.get().title == "Changed"
