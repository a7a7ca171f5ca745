"""What becomes of a file when another takes its place."""

import json

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from cms.publishing.models import Publication
from documents.models import ChangeKind, DocumentVersion
from tests.factories import PDF, DocumentFactory

from . import files
from .cases import DocumentTestCase, body_of, sent_by_us

SECOND, THIRD = PDF + b"% second\n", PDF + b"% third\n"


def private_collection(*groups: Group) -> Collection:
    """Return a collection for the members of groups."""
    collection = Collection.get_first_root_node().add_child(name="Members")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="groups"
    )
    restriction.groups.set(groups)
    return collection


def versions_in_the_log(document):
    row = Publication.objects.get(resource="documents", object_id=document.pk)
    return json.loads(row.body)["versions"]


class KeepingTests(DocumentTestCase):
    def test_the_first_file_is_the_first_version(self):
        document = DocumentFactory()

        version = document.versions.get()
        assert (version.number, version.file.name) == (1, document.file.name)
        assert (version.sha256, version.size) == (document.sha256, document.size)
        assert version.published_at == document.released_at
        assert version.was_public

    def test_saving_the_record_alone_makes_no_version(self):
        document = DocumentFactory()

        document.title = "Renamed"
        document.save()

        assert document.versions.count() == 1

    def test_another_file_of_a_released_document_is_the_second(self):
        document = DocumentFactory(file=files.named("First.pdf"))

        document.replace_file(files.named("Second.pdf", SECOND), "Corrects page 3.")

        first, second = document.versions.order_by("number")
        assert (first.filename, second.filename) == ("First.pdf", "Second.pdf")
        assert second.change_note == "Corrects page 3."
        assert second.change_kind == ChangeKind.SUBSTANTIVE
        assert first.file.storage.exists(first.file.name)
        assert document.version_number == 2

    def test_another_file_of_an_unreleased_document_leaves_nothing_of_the_first(self):
        document = DocumentFactory(released_at=None)
        name, storage = document.file.name, document.file.storage

        with self.captureOnCommitCallbacks(execute=True):
            document.replace_file(files.named("Second.pdf", SECOND), "")
            document.release()

        version = document.versions.get()
        assert (version.number, version.filename) == (1, "Second.pdf")
        assert version.published_at is not None
        assert not storage.exists(name)

    def test_a_released_file_is_not_replaced_without_a_word(self):
        document = DocumentFactory(file=files.named("First.pdf"))

        with pytest.raises(ValidationError, match="Say in a note"):
            document.replace_file(files.named("Second.pdf", SECOND), " ")

        document.refresh_from_db()
        assert document.filename == "First.pdf"
        assert document.versions.count() == 1

    def test_a_refused_file_leaves_the_version_as_it_was(self):
        document = DocumentFactory(released_at=None)
        name = document.file.name

        with pytest.raises(ValidationError), self.captureOnCommitCallbacks() as calls:
            document.replace_file(files.named("virus.pdf", b"MZ\x90"), "")

        document.refresh_from_db()
        assert document.file.name == name
        assert document.versions.get().file.name == name
        assert calls == []

    def test_a_published_version_is_not_deleted(self):
        version = DocumentFactory().versions.get()

        with pytest.raises(ProtectedError):
            version.delete()

    def test_the_files_go_with_the_document(self):
        document = DocumentFactory()
        document.replace_file(files.named("Second.pdf", SECOND), "Corrects page 3.")
        storage = document.file.storage
        names = [version.file.name for version in document.versions.all()]

        with self.captureOnCommitCallbacks(execute=True):
            document.delete()

        assert [name for name in names if storage.exists(name)] == []

    def test_a_stale_record_does_not_take_the_facts_back(self):
        document = DocumentFactory()
        stale = type(document).objects.get(pk=document.pk)
        document.versions.update(pages=3, page_unit="page")

        stale.save()

        document.refresh_from_db()
        assert (document.pages, document.page_unit) == (3, "page")

    def test_a_stale_record_does_not_take_the_file_back(self):
        for released_at in (None, timezone.now()):
            with self.subTest(released_at=released_at):
                document = DocumentFactory(released_at=released_at)
                stale = type(document).objects.get(pk=document.pk)
                document.replace_file(files.named("Second.pdf", SECOND), "Corrects it.")

                stale.title = "Renamed"
                stale.save()

                stored = type(document).objects.get(pk=document.pk)
                newest = stored.versions.get(number=stored.version_number)
                assert (stored.title, stored.filename) == ("Renamed", "Second.pdf")
                assert stored.file.name == newest.file.name
                assert (stored.sha256, stored.size) == (newest.sha256, newest.size)


class AddressTests(DocumentTestCase):
    def setUp(self):
        super().setUp()
        self.document = DocumentFactory(file=files.named("First.pdf"))
        self.document.replace_file(files.named("Second.pdf", SECOND), "Corrects it.")
        self.first, self.second = self.document.versions.order_by("number")

    def test_each_version_stays_at_its_own(self):
        assert body_of(self.get(self.first.download_path)) == PDF
        assert body_of(self.get(self.second.download_path)) == SECOND
        assert body_of(self.get(self.document.download_path)) == SECOND

    @sent_by_us
    def test_has_the_checksum_as_its_validator(self):
        response = self.get(self.first.download_path)

        again = self.get(
            self.first.download_path, headers={"If-None-Match": response["ETag"]}
        )

        assert response["ETag"] == f'"{self.first.sha256}"'
        assert again.status_code == 304

    def test_another_name_leads_to_the_right_one(self):
        response = self.get(f"/documents/{self.document.pk}/v/1/other.pdf")

        assert response.status_code == 302
        assert response["Location"] == self.first.download_path

    def test_an_unknown_version_is_not_there(self):
        assert self.get(f"/documents/{self.document.pk}/v/3/x").status_code == 404

    def test_links_lead_to_what_was_before_and_after(self):
        first = self.get(self.first.download_path)["Link"]
        newest = self.get(self.document.download_path)["Link"]

        latest = f'<{self.document.download_path}>; rel="latest-version"'
        assert latest in first
        assert f'<{self.second.download_path}>; rel="successor-version"' in first
        assert "predecessor-version" not in first
        assert f'<{self.first.download_path}>; rel="predecessor-version"' in newest
        assert f'<{self.document.path}#versions>; rel="version-history"' in newest

    def test_a_withdrawn_version_gives_its_explanation(self):
        self.first.withdraw("It named a child.")

        response = self.get(self.first.download_path)
        self.assertContains(response, "It named a child.", status_code=410)
        assert self.get(self.second.download_path).status_code == 200

    def test_a_withdrawn_document_withdraws_all_of_them(self):
        self.document.status = "withdrawn"
        self.document.status_explanation = "It named a child."
        self.document.save()

        for version in (self.first, self.second):
            response = self.get(version.download_path)
            self.assertContains(response, "It named a child.", status_code=410)


class PrivacyTests(DocumentTestCase):
    def setUp(self):
        super().setUp()
        members = Group.objects.create(name="Members")
        self.member.groups.add(members)
        self.private = private_collection(members)
        self.document = DocumentFactory(
            collection=self.private, file=files.named("Draft of members.pdf")
        )
        self.document.replace_file(files.named("Public.pdf", SECOND), "Takes names out")
        self.first, self.second = self.document.versions.order_by("number")

    def make_public(self):
        self.document.collection = Collection.get_first_root_node()
        self.document.save()

    def test_members_get_every_version(self):
        self.client.force_login(self.member)

        assert body_of(self.get(self.first.download_path)) == PDF
        assert body_of(self.get(self.second.download_path)) == SECOND

    def test_nobody_else_gets_one(self):
        assert self.get(self.first.download_path).status_code == 404
        assert self.get(self.second.download_path).status_code == 404

    def test_what_only_members_had_stays_theirs_when_the_document_is_public(self):
        self.make_public()

        assert self.get(self.first.download_path).status_code == 404
        assert body_of(self.get(self.second.download_path)) == SECOND
        assert "v/1" not in self.get(self.second.download_path)["Link"]
        shown = versions_in_the_log(self.document)
        assert [version["number"] for version in shown] == [2]

    def test_what_everybody_had_stays_when_the_collection_was_opened(self):
        CollectionViewRestriction.objects.all().delete()

        self.document.replace_file(files.named("Third.pdf", THIRD), "Adds a question.")

        shown = versions_in_the_log(self.document)
        assert [version["number"] for version in shown] == [3, 2]
        assert body_of(self.get(self.second.download_path)) == SECOND


class PublicFormTests(DocumentTestCase):
    def test_tells_each_version_and_its_change(self):
        document = DocumentFactory(file=files.named("First.pdf"))
        document.replace_file(files.named("Second.pdf", SECOND), "Corrects page 3.")

        second, first = versions_in_the_log(document)

        assert first["sha256"] == document.versions.get(number=1).sha256
        assert first["change_note"] == ""
        assert second["change_note"] == "Corrects page 3."
        assert second["download_url"].endswith(f"/{document.pk}/v/2/Second.pdf")
        assert first["withdrawal"] is None

    def test_tells_why_a_version_was_withdrawn(self):
        document = DocumentFactory()
        document.replace_file(files.named("Second.pdf", SECOND), "Corrects page 3.")

        document.versions.get(number=1).withdraw("It named a child.")

        _second, first = versions_in_the_log(document)
        assert first["withdrawal"]["explanation"] == "It named a child."

    def test_a_correction_does_not_move_the_date_of_the_last_update(self):
        document = DocumentFactory()
        released = document.versions.get().published_at

        document.replace_file(
            files.named("Second.pdf", SECOND), "A typing error.", ChangeKind.CORRECTION
        )

        assert document.public_updated_at == released

    def test_a_substantive_change_moves_it(self):
        document = DocumentFactory()
        before = timezone.now()

        document.replace_file(files.named("Second.pdf", SECOND), "Adds a question.")

        assert document.public_updated_at >= before

    def test_the_newest_version_is_withdrawn_with_the_document_alone(self):
        version: DocumentVersion = DocumentFactory().versions.get()

        with pytest.raises(ValidationError, match="status"):
            version.withdraw("Wrong.")
