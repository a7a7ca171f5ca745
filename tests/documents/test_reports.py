"""The reports on documents, and what the dashboard says of them."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms.models import Attachment
from documents.models import CustomDocument, DocumentVersion
from documents.report_questions import BY_SLUG
from tests.assertions import assert_same_queries
from tests.factories import PDF, DocumentFactory, NewsPageFactory

from . import files
from .cases import AdminTestCase
from .test_admin_list import checked, read


def withdrawn(**values: Any) -> CustomDocument:
    return DocumentFactory(status="withdrawn", status_explanation="Wrong.", **values)


class ReportTestCase(AdminTestCase):
    def ask(self, slug: str, **query: Any):
        return self.client.get(reverse("document_report", args=[slug]), query)

    def titles(self, slug: str) -> list[str]:
        return [document.title for document in self.ask(slug).context["object_list"]]


class QuestionTests(ReportTestCase):
    def test_not_accessible_says_what_is_missing(self):
        checked(DocumentFactory(title="Good"))
        checked(DocumentFactory(title="Untagged"), is_tagged=False)
        checked(withdrawn(title="Gone"), is_tagged=False)
        DocumentFactory(title="Unread")

        response = self.ask("not-accessible")

        assert self.titles("not-accessible") == ["Untagged"]
        self.assertContains(response, "It is not tagged")

    def test_without_summary(self):
        DocumentFactory(title="Said", summary="What it answers.")
        DocumentFactory(title="Unsaid", summary="")
        DocumentFactory(title="Blank", summary=" \n")

        assert self.titles("without-summary") == ["Blank", "Unsaid"]

    def test_past_review_has_the_longest_overdue_first(self):
        today = timezone.localdate()
        for title, days, values in [
            ("Late", 1, {}),
            ("Later", 9, {}),
            ("Today", 0, {}),
            ("Old", 9, {"status": "superseded"}),
        ]:
            due = today - timedelta(days=days)
            DocumentFactory(title=title, review_due_on=due, **values)
        DocumentFactory(title="Never")

        assert self.titles("past-review") == ["Later", "Late"]

    def test_still_attached_says_where_and_what_to_attach_instead(self):
        older = DocumentFactory(
            title="Older", replaced_by=DocumentFactory(title="Newer")
        )
        gone, unused = withdrawn(title="Gone"), withdrawn(title="Unused")
        attachments = [Attachment(document=older), Attachment(document=gone)]
        page = NewsPageFactory(title="The news", attachments=attachments)
        NewsPageFactory(
            title="A draft", live=False, attachments=[Attachment(document=unused)]
        )

        response = self.ask("still-attached")

        assert self.titles("still-attached") == ["Gone", "Older"]
        self.assertContains(response, "Newer")
        self.assertContains(
            response, reverse("wagtailadmin_pages:edit", args=[page.pk])
        )
        self.assertNotContains(response, "A draft")

    def test_same_bytes_has_them_one_below_the_other(self):
        for title, data in [("A", PDF), ("B", PDF + b"% b\n"), ("C", PDF)]:
            DocumentFactory(title=title, file=files.named("file.pdf", data))

        response = self.ask("same-bytes")

        assert self.titles("same-bytes") == ["A", "C"]
        assert [d.copies for d in response.context["object_list"]] == [2, 2]

    def test_not_read_says_why(self):
        read(DocumentFactory(title="Read"))
        refused = DocumentFactory(title="Refused")
        DocumentVersion.objects.filter(document=refused).update(
            reading="refused", reading_note="It is protected with a password."
        )

        response = self.ask("not-read")

        assert self.titles("not-read") == ["Refused"]
        self.assertContains(response, "protected with a password")


class SpreadsheetTests(ReportTestCase):
    def setUp(self):
        super().setUp()
        self.older = DocumentFactory(
            title="Older", replaced_by=DocumentFactory(title="Newer")
        )
        NewsPageFactory(title="The news", attachments=[Attachment(document=self.older)])
        self.expected = {
            "Title": "Older",
            "File": "sample.pdf",
            "Type": "Document",
            "Status": "Superseded",
            "Release": "Released",
            "Pages": "The news",
            "Replaced by": "Newer",
        }

    def test_has_all_rows_as_csv(self):
        response = self.ask("still-attached", export="csv")

        text = b"".join(response.streaming_content).decode()
        assert list(csv.DictReader(StringIO(text))) == [self.expected]
        assert "documents-still-attached.csv" in response["Content-Disposition"]

    def test_has_all_rows_as_xlsx(self):
        response = self.ask("still-attached", export="xlsx")

        book = load_workbook(BytesIO(b"".join(response.streaming_content)))
        headings, row = book.active.iter_rows(values_only=True)
        assert dict(zip(headings, row, strict=True)) == self.expected

    def test_has_no_formulas(self):
        DocumentFactory(title='=HYPERLINK("https://example.org")', summary="")

        csv_answer = self.ask("without-summary", export="csv")
        xlsx_answer = self.ask("without-summary", export="xlsx")

        text = b"".join(csv_answer.streaming_content).decode()
        titles = [row["Title"] for row in csv.DictReader(StringIO(text))]
        assert '\'=HYPERLINK("https://example.org")' in titles
        book = load_workbook(BytesIO(b"".join(xlsx_answer.streaming_content)))
        assert {cell.data_type for cell in book.active["A"]} == {"s"}

    def test_is_there_for_each_report(self):
        for slug in BY_SLUG:
            for kind in ("csv", "xlsx"):
                response = self.ask(slug, export=kind)
                assert b"".join(response.streaming_content), (slug, kind)


class ReportsTests(ReportTestCase):
    def test_are_listed_with_how_many_each_finds(self):
        DocumentFactory.create_batch(2, summary="")

        response = self.client.get(reverse("document_reports"))

        counted = {q.slug: number for q, number in response.context["counted"]}
        assert counted["without-summary"] == counted["same-bytes"] == 2
        assert counted["past-review"] == 0
        for slug in BY_SLUG:
            self.assertContains(response, reverse("document_report", args=[slug]))

    def test_are_in_the_menu(self):
        response = self.client.get(reverse("wagtailadmin_home"))

        self.assertContains(response, reverse("document_reports"))

    def test_queries_do_not_grow_with_what_is_found(self):
        def add(number: int) -> None:
            for _ in range(number):
                document = DocumentFactory(
                    summary="",
                    replaced_by=DocumentFactory(),
                    review_due_on=timezone.localdate() - timedelta(days=1),
                )
                checked(document, is_tagged=False)
                NewsPageFactory(attachments=[Attachment(document=document)])

        add(1)
        for slug in BY_SLUG:
            assert_same_queries(lambda slug=slug: self.ask(slug), lambda: add(2))

    def test_are_for_those_who_work_on_documents(self):
        self.client.force_login(User.objects.create_user("reader"))

        for url in (
            reverse("document_reports"),
            reverse("document_report", args=["same-bytes"]),
        ):
            assert self.client.get(url).status_code == 302

    def test_show_nobody_what_they_may_not_change(self):
        DocumentFactory(title="Public", summary="")
        outsider = User.objects.create_user("outsider")
        outsider.user_permissions.add(self.access_admin)
        self.client.force_login(outsider)

        response = self.ask("without-summary", follow=True)

        self.assertNotContains(response, "Public", status_code=302)

    def test_there_is_none_by_another_name(self):
        assert self.ask("nonsense").status_code == 404


class DashboardTests(AdminTestCase):
    def test_counts_what_only_staff_sees_and_leads_there(self):
        DocumentFactory.create_batch(2, released_at=None)
        DocumentFactory()

        response = self.client.get(reverse("wagtailadmin_home"))

        self.assertContains(response, "2 Unreleased documents")
        self.assertContains(response, "/admin/documents/?release=unreleased")

    def test_says_nothing_to_those_who_do_not_work_on_documents(self):
        moderator = User.objects.create_user("moderator")
        moderator.user_permissions.add(self.access_admin)
        self.client.force_login(moderator)

        response = self.client.get(reverse("wagtailadmin_home"))

        self.assertNotContains(response, "release=unreleased")
