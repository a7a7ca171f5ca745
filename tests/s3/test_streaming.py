"""A file of 25 MB is never whole in memory, on its way up or down."""

import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import quote

from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from wagtail.documents.forms import get_document_form

from documents.models import CustomDocument
from tests.documents.cases import AdminTestCase, sent_by_us
from tests.factories import PDF, DocumentFactory

MB = 1_000_000
SIZE = 25 * MB
# The most that may be held at once, whatever the size of the file.
ALLOWED = 5 * MB


def most_memory(work: Callable[[], Any]) -> int:
    """Return how many bytes Python had allocated at most at once during some work."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def large_upload() -> TemporaryUploadedFile:
    """Return an upload as Django hands it over: a file on disk."""
    upload = TemporaryUploadedFile("large.pdf", "application/pdf", SIZE, None)
    upload.write(PDF)
    for _ in range(SIZE // MB - 1):
        upload.write(b"% 345678\n" * (MB // 9))
    upload.write(b"\n" * (SIZE - upload.tell()))
    upload.seek(0)
    return upload


@sent_by_us
class LargeFileTests(AdminTestCase):
    def setUp(self):
        super().setUp()
        # What the first use of all these parts allocates is not counted.
        small = DocumentFactory(released_at=None)
        self.client.get(small.download_path).getvalue()

    def test_goes_up_and_down_in_pieces(self):
        up = most_memory(self.upload)
        document = CustomDocument.objects.latest("pk")
        received = sha256()
        down = most_memory(lambda: self.download(document, received))

        assert document.size == SIZE
        assert received.hexdigest() == document.sha256
        assert up < ALLOWED, up
        assert down < ALLOWED, down

    def upload(self) -> None:
        form = get_document_form(CustomDocument)(
            self.record(title="Large", collection=1),
            {"file": large_upload()},
            user=self.publisher,
        )
        assert form.is_valid(), form.errors
        form.save()

    def download(self, document: CustomDocument, received: Any) -> None:
        response = self.client.get(document.download_path)
        for piece in response:
            received.update(piece)

    def test_is_a_picture_in_pieces_too(self):
        self.client.force_login(User.objects.create_superuser("admin"))
        with large_upload() as upload:
            name = default_storage.save("original_images/large.png", upload)

        def download() -> None:
            response = self.client.get(f"/media/{quote(name)}")
            assert sum(len(piece) for piece in response) == SIZE

        most = most_memory(download)
        default_storage.remove(name)

        assert most < ALLOWED, most

    def test_is_opened_on_disk(self):
        document = DocumentFactory(file=large_upload())

        def read() -> None:
            with document.file.storage.open(document.file.name) as file:
                for _ in file.chunks():
                    pass

        assert most_memory(read) < ALLOWED

    def test_the_measure_sees_a_whole_file(self):
        with TemporaryFile() as file:
            file.truncate(SIZE)

            assert most_memory(file.read) > SIZE
