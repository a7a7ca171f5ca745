"""What the admin tells of a document's past."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.models import Attachment
from cms.publishing.clock import catch_up
from documents.models import CustomDocument
from tests.factories import PDF, DocumentFactory, NewsPageFactory

from . import files
from .cases import AdminTestCase


class HistoryTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(
            title="Sample",
            summary="A sample.",
            document_type="form",
            language="en",
            released_at=None,
        )
        self.edit_url = reverse("wagtaildocs:edit", args=[self.document.pk])
        self.url = reverse("document_history", args=[self.document.pk])

    def told(self) -> list[str]:
        table = self.client.get(self.url).context["table"]
        message = table.columns["message"]
        return [message.get_value(entry) for entry in table.data]

    def test_the_editor_leads_to_it(self):
        self.assertContains(self.client.get(self.edit_url), self.url)

    def test_names_the_fields_that_were_changed(self):
        self.client.post(
            self.edit_url,
            self.record(title="Renamed", summary="A sample.", document_type="form"),
        )

        assert self.told() == ["Edited: Title"]

    def test_a_new_file_is_named(self):
        self.client.post(
            self.edit_url,
            self.record(
                title="Sample",
                summary="A sample.",
                document_type="form",
                file=files.upload("New.pdf", PDF + b"% new\n"),
            ),
        )

        assert self.told() == ["Edited: File"]

    def test_bulk_actions_are_told_as_well(self):
        url = reverse(
            "wagtail_bulk_action", args=["documents", "customdocument", "edit"]
        )
        self.client.post(f"{url}?id={self.document.pk}", {"fiscal_year": "2017"})

        assert self.told() == ["Edited: Fiscal year"]

    def test_a_release_is_told_once_with_who_did_it(self):
        url = reverse("document_release", args=[self.document.pk])
        for _ in range(2):
            self.client.post(url)

        assert self.told() == ["Released"]
        assert self.users() == ["publisher"]

    def test_a_release_whose_time_came_is_nobodys(self):
        self.document.release_at = timezone.now() + timedelta(hours=1)
        self.document.save()
        CustomDocument.objects.update(release_at=timezone.now() - timedelta(hours=1))

        catch_up()

        assert self.told() == ["Released"]
        assert self.users() == [None]

    def test_a_release_with_a_page_is_told(self):
        NewsPageFactory(attachments=[Attachment(document=self.document)])

        assert self.told() == ["Released"]

    def test_a_withdrawn_version_is_named(self):
        self.document.release()
        self.document.replace_file(files.named("b.pdf", PDF + b"%"), "Corrects.")
        url = reverse("document_version_withdraw", args=[self.document.pk, 1])

        self.client.post(url, {"explanation": "Wrong."})

        assert self.told() == ["Version 1 withdrawn", "Released"]

    def test_who_may_not_change_the_document_may_not_read_it(self):
        Group.objects.get(name="Editors").collection_permissions.all().delete()
        self.client.force_login(self.editor)

        assert self.client.get(self.url).status_code == 302

    def users(self) -> list[str | None]:
        entries = ModelLogEntry.objects.for_instance(self.document)
        return [entry.user and entry.user.username for entry in entries]
