"""Who is sent to the bucket, and what the address there says.

The server of these tests lets everybody do everything: what is proven is what we sign,
and for whom.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.test import override_settings

from tests.documents import files
from tests.documents.cases import DocumentTestCase, body_of, from_bucket
from tests.factories import PDF, DocumentFactory

from .signatures import holds, parameters


class RedirectTests(DocumentTestCase):
    def address(self, document, **kwargs) -> str:
        response = self.client.get(document.download_path, **kwargs)
        assert response.status_code == 302
        return response["Location"]

    def test_a_public_file_comes_from_the_bucket(self):
        document = DocumentFactory(file__filename=files.HARD_NAME)

        address = self.address(document)

        assert address.startswith(f"{settings.S3_ENDPOINT_URL}/{settings.S3_BUCKET}/")
        assert urlsplit(address).path.endswith(f"/documents/{document.file.name}")
        assert body_of(from_bucket(self.client.get(document.download_path), {})) == PDF

    def test_the_address_is_signed_for_a_minute(self):
        address = self.address(DocumentFactory())

        signed = parameters(address)
        assert holds(address)
        assert signed["X-Amz-Expires"] == "60"
        assert signed["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256"
        age = datetime.now(UTC) - datetime.fromisoformat(signed["X-Amz-Date"])
        assert abs(age) < timedelta(minutes=1)

    def test_name_and_media_type_are_inside_of_the_signature(self):
        for data, name, kind, disposition in (
            (
                *(PDF, files.HARD_NAME, "application/pdf"),
                "inline; filename*=utf-8''MEP%20Policy%20Q%26As%20FY17%20v.1%20IDR%20"
                "Special%20Edition%20%28July%29%20%E2%80%93%20a%C3%B1o.pdf",
            ),
            (
                *(files.CSV, 'Table "1" & 2.csv', "text/csv; charset=utf-8"),
                'attachment; filename="Table \\"1\\" & 2.csv"',
            ),
            (
                *(b"<script>", "page.txt", "text/plain; charset=utf-8"),
                'inline; filename="page.txt"',
            ),
        ):
            document = DocumentFactory(file__filename=name, file__data=data)
            address = self.address(document)

            signed = parameters(address)
            assert signed["response-content-disposition"] == disposition
            assert signed["response-content-type"] == kind
            assert not holds(address.replace("response-content-type", "versionId"))
            assert not holds(address.replace("inline", "attachment") + "&x=1")

    def test_the_bucket_says_what_is_signed(self):
        document = DocumentFactory(file__filename="Table.csv", file__data=files.CSV)

        response = self.get(document.download_path)

        assert response["Content-Type"] == "text/csv; charset=utf-8"
        assert response["Content-Disposition"] == 'attachment; filename="Table.csv"'
        assert body_of(response) == files.CSV

    def test_no_cache_keeps_the_way_longer_than_it_leads_anywhere(self):
        response = self.client.get(DocumentFactory().download_path)

        assert response["Cache-Control"] == "private, no-store"
        assert "ETag" not in response
        assert not response.cookies

    def test_each_version_comes_from_the_bucket(self):
        document = DocumentFactory()
        document.replace_file(files.named("b.csv", files.CSV), "A table instead.")

        for version in document.versions.all():
            response = self.client.get(version.download_path)

            assert urlsplit(response["Location"]).path.endswith(version.file.name)
            assert "version-history" in response["Link"]

    def test_parts_are_asked_of_the_bucket(self):
        response = self.get(
            DocumentFactory().download_path, headers={"Range": "bytes=1-4"}
        )

        assert response.status_code == 206
        assert body_of(response) == PDF[1:5]


class SentByUsTests(DocumentTestCase):
    def test_what_is_not_public_never_comes_from_the_bucket(self):
        document = DocumentFactory(released_at=None)
        assert self.client.get(document.download_path).status_code == 404

        self.client.force_login(self.editor)
        response = self.client.get(document.download_path)

        assert response.status_code == 200
        assert body_of(response) == PDF
        assert "Amz" not in str(response.headers)

    def test_headers_come_without_the_bucket(self):
        document = DocumentFactory()

        response = self.client.head(document.download_path)

        assert response.status_code == 200
        assert response["Content-Length"] == str(len(PDF))
        assert response["ETag"] == f'"{document.sha256}"'
        assert response["Content-Disposition"] == 'inline; filename="sample.pdf"'

    def test_who_has_the_file_is_told_so_without_the_bucket(self):
        document = DocumentFactory()
        known = {"If-None-Match": f'"{document.sha256}"'}

        response = self.client.get(document.download_path, headers=known)

        assert response.status_code == 304

    @override_settings(S3_REDIRECTS=False)
    def test_all_of_it_where_visitors_do_not_reach_the_bucket(self):
        document = DocumentFactory()

        response = self.client.get(document.download_path)

        assert response.status_code == 200
        assert body_of(response) == PDF
        assert "must-revalidate" in response["Cache-Control"]

    def test_pages_and_the_api_name_no_address_of_the_bucket(self):
        document = DocumentFactory()

        for path in (document.path, f"/api/v2/documents/{document.pk}/"):
            content = self.client.get(path).content.decode()

            assert settings.S3_BUCKET not in content
            assert document.file.name not in content
