"""The file of a document: its name, its headers, who keeps it."""

from tests.factories import PDF, DocumentFactory

from . import files
from .cases import DocumentTestCase, body_of, sent_by_us


@sent_by_us
class DownloadTests(DocumentTestCase):
    def test_sends_the_bytes_under_their_exact_name(self):
        document = DocumentFactory(file__filename=files.HARD_NAME)

        response = self.get(document.download_path)

        assert body_of(response) == PDF
        assert response["Content-Disposition"] == (
            "inline; filename*=utf-8''MEP%20Policy%20Q%26As%20FY17%20v.1%20IDR%20"
            "Special%20Edition%20%28July%29%20%E2%80%93%20a%C3%B1o.pdf"
        )
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Length"] == str(len(PDF))

    def test_keeps_ampersands_spaces_and_parentheses_in_plain_names(self):
        name = "MEP Policy Q&As FY17 v.1 IDR Special Edition (July).pdf"
        document = DocumentFactory(file__filename=name)

        response = self.get(document.download_path)

        assert response["Content-Disposition"] == f'inline; filename="{name}"'

    def test_sends_what_browsers_do_not_show_safely_as_an_attachment(self):
        document = DocumentFactory(file__filename="Table.csv", file__data=files.CSV)

        response = self.get(document.download_path)

        assert response["Content-Disposition"] == 'attachment; filename="Table.csv"'
        assert response["Content-Type"] == "text/csv; charset=utf-8"

    def test_lets_nothing_run_inside_the_file(self):
        text = DocumentFactory(file__filename="a.txt", file__data=b"<script>")
        pdf = DocumentFactory()

        of_text = self.get(text.download_path)
        of_pdf = self.get(pdf.download_path)

        assert of_text["X-Content-Type-Options"] == "nosniff"
        assert of_pdf["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in of_text["Content-Security-Policy"]
        assert "default-src 'none'" in of_text["Content-Security-Policy"]
        assert "default-src 'none'" in of_pdf["Content-Security-Policy"]
        assert "script-src" not in of_pdf["Content-Security-Policy"]

    def test_is_kept_and_validated_by_checksum(self):
        document = DocumentFactory()
        first = self.get(document.download_path)
        body_of(first)

        again = self.get(
            document.download_path, headers={"if-none-match": first["ETag"]}
        )

        assert first["ETag"] == f'"{document.sha256}"'
        assert "public" in first["Cache-Control"]
        assert "must-revalidate" in first["Cache-Control"]
        assert again.status_code == 304
        assert not first.cookies
        assert "Cookie" not in first.get("Vary", "")

    def test_head_gives_the_headers_without_the_bytes(self):
        document = DocumentFactory()

        response = self.client.head(document.download_path)

        assert response.status_code == 200
        assert response["Content-Length"] == str(len(PDF))
        assert body_of(response) == b""

    def test_is_only_read(self):
        document = DocumentFactory()

        assert self.client.post(document.download_path).status_code == 405
        assert self.client.delete(document.download_path).status_code == 405

    def test_another_name_leads_to_the_right_one(self):
        document = DocumentFactory(file__filename="Right & proper.pdf")

        response = self.get(f"/documents/{document.pk}/latest/wrong.pdf")

        self.assertRedirects(
            response, document.download_path, fetch_redirect_response=False
        )

    def test_of_a_withdrawn_document_is_gone_with_the_explanation(self):
        document = DocumentFactory(
            status="withdrawn", status_explanation="Chapter 3 was wrong."
        )

        response = self.get(document.download_path)

        self.assertContains(response, "Chapter 3 was wrong.", status_code=410)

    def test_of_a_superseded_document_still_works(self):
        document = DocumentFactory(status="superseded")

        assert self.get(document.download_path).status_code == 200

    def test_of_an_unreleased_document_is_for_staff_only(self):
        document = DocumentFactory(released_at=None)

        assert self.get(document.download_path).status_code == 404
        wrong = f"/documents/{document.pk}/latest/wrong.pdf"
        assert self.get(wrong).status_code == 404

        self.client.force_login(self.editor)
        response = self.get(document.download_path)
        assert body_of(response) == PDF
        assert response["Cache-Control"] == "private, no-store"

    def test_of_a_file_that_is_lost_is_not_found(self):
        document = DocumentFactory()
        document.file.storage.delete(document.file.name)

        assert self.get(document.download_path).status_code == 404
