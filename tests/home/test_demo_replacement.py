"""A file of the customer's page that is replaced: all places tell the same story."""

from hashlib import sha256
from html import escape
from typing import Any

import feedparser
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import Form
from django.urls import reverse

from documents.models import CustomDocument
from home.demo.placing import HERE
from tests.home.demonstration import (
    LEGISLATION,
    QAS_NEWS,
    DemonstrationTestCase,
)

JULY = "MEP Policy Q&As FY17 v.1 IDR Special Edition (July).pdf"
# Its bytes are those of another file, for it must be a real one.
CORRECTED = HERE / "files" / "MEP Policy Q&As FY17 v.2 IDR Special Edition (August).pdf"
NOTE = "Corrects the answer to question 2 & its date."


class ReplacementTests(DemonstrationTestCase):
    """An editor replaces the July issue under the name that it had."""

    def setUp(self) -> None:
        super().setUp()
        self.before = self.documents()[JULY]
        self.old_bytes, _ = self.download(self.before["meta"]["download_url"])
        self.cursor = self.read_to_the_end()
        self.new_bytes = CORRECTED.read_bytes()
        self.replace()
        self.after = self.documents()[JULY]

    def read_to_the_end(self) -> str:
        answer = self.get_json("/api/v2/changes/", limit="100")
        while answer["meta"]["has_more"]:
            answer = self.get_json(
                "/api/v2/changes/", limit="100", cursor=answer["meta"]["next"]
            )
        return answer["meta"]["next"]

    def replace(self) -> None:
        """Send the editor's form as it is, with the file and what it changes."""
        admin = get_user_model().objects.create_superuser("admin", "a@example.org", "x")
        self.client.force_login(admin)
        url = reverse("wagtaildocs:edit", args=[self.before["id"]])
        form = self.client.get(url).context["form"]
        change = {
            "file": SimpleUploadedFile(JULY, self.new_bytes),
            "change_note": NOTE,
            "change_kind": "correction",
        }
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(url, as_sent(form) | change)
        assert response.status_code == 302, response.context["form"].errors
        self.client.logout()

    def test_the_old_link_keeps_its_bytes_and_the_new_one_has_the_new(self):
        first, second = self.after["versions"][::-1]

        for version, content in ((first, self.old_bytes), (second, self.new_bytes)):
            sent, disposition = self.download(version["download_url"])
            assert sent == content
            assert f'filename="{JULY}"' in disposition
            assert version["sha256"] == sha256(content).hexdigest()

    def test_the_address_of_the_newest_stays_and_has_the_new_bytes(self):
        sent, _ = self.download(self.before["meta"]["download_url"])

        assert self.after["meta"]["download_url"] == self.before["meta"]["download_url"]
        assert sent == self.new_bytes

    def test_the_api_tells_note_kind_and_checksum(self):
        second = self.after["versions"][0]

        assert (second["number"], self.after["version_number"]) == (2, 2)
        assert (second["change_note"], second["change_kind"]) == (NOTE, "correction")
        assert self.after["sha256"] == sha256(self.new_bytes).hexdigest()

    def test_the_landing_page_tells_both_versions(self):
        text = self.text(self.after["meta"]["path"])

        assert NOTE in text
        assert "Correction" in text
        for content in (self.old_bytes, self.new_bytes):
            assert sha256(content).hexdigest() in text

    def test_the_news_and_the_legislation_page_lead_to_the_new_file(self):
        links = self.after["meta"]["path"], self.after["meta"]["download_url"]

        for path in (QAS_NEWS, LEGISLATION):
            found = [link.get("href", "") for link in self.main(path).find_all("a")]
            assert any(each and link.endswith(each) for link in links for each in found)
        [attached] = [
            each
            for each in self.json(QAS_NEWS)["attachments"]
            if each["id"] == self.after["id"]
        ]
        assert attached["size"] == len(self.new_bytes)

    def test_the_feed_tells_the_change(self):
        for path in ("feed.atom", "series/mep-policy-qas/feed.atom"):
            feed = feedparser.parse(self.client.get(f"/documents/{path}").content)
            [entry] = [e for e in feed.entries if self.before["title"] == e.title]
            assert f"Version 2: {escape(NOTE)}" in entry.summary

    def test_changes_has_the_document_once_and_nothing_that_did_not_change(self):
        answer = self.get_json("/api/v2/changes/", cursor=self.cursor, limit="100")

        found = [(item["resource"], item["id"]) for item in answer["items"]]
        assert found.count(("documents", self.after["id"])) == 1
        news = self.json(QAS_NEWS)
        assert ("pages", news["id"]) in found
        assert not [one for one in found if one[0] in ("images", "redirects")]
        [item] = [
            each
            for each in answer["items"]
            if (each["resource"], each["id"]) == ("documents", self.after["id"])
        ]
        assert item["item"]["versions"] == self.after["versions"]

    def test_another_record_has_none_of_it(self):
        assert CustomDocument.objects.filter(version_number=2).count() == 2


def as_sent(form: Form) -> dict[str, Any]:
    """Return what a browser sends of a form that nobody changed."""
    return {
        form.add_prefix(name): "" if field.value() is None else field.value()
        for name in form.fields
        if (field := form[name]).value() is not None or name != "file"
    }
