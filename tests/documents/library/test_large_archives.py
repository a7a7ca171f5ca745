"""Archives of many files, up to the limits and at them."""

import hashlib
import tracemalloc
from unittest import mock

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from cms.publishing.models import Resource
from cms.publishing.record import follow_all
from documents.library import archive
from documents.models import CustomDocument
from documents.models.stored_document import document_storage

from .archives import PATH, ArchiveTestCase, pdf


class LimitTests(ArchiveTestCase):
    def test_of_files_is_told(self):
        self.add("a.pdf")
        self.add("b.pdf")

        with mock.patch.object(archive, "MAX_FILES", 1):
            refused, page = self.get(PATH), self.get()

        assert refused.status_code == 404
        self.assertContains(refused, "at most 1,000 files of 2 GB", status_code=404)
        self.assertNotContains(page, "qas.zip")
        self.assertContains(page, "There is no archive of all files")

    def test_of_bytes_is_told(self):
        self.add("a.pdf")

        with mock.patch.object(archive, "MAX_BYTES", 10):
            assert self.get(PATH).status_code == 404
        assert self.get(PATH).status_code == 200


class FiveHundredTests(ArchiveTestCase):
    """Five hundred documents of a quarter of a megabyte: 125 MB in all."""

    NUMBER, SIZE = 500, 250_000

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        # Each at once would be followed by all those before it.
        made = CustomDocument.objects.bulk_create(map(cls.made_up, range(cls.NUMBER)))
        follow_all((Resource.DOCUMENTS, document.pk) for document in made)
        follow_all([(Resource.SERIES, cls.series.pk)])
        cls.sums = [document.sha256 for document in made]

    @classmethod
    def made_up(cls, number: int) -> CustomDocument:
        data = pdf(f"{number:06}" * (cls.SIZE // 6))
        stored = document_storage().save(f"{number}.pdf", ContentFile(data))
        return CustomDocument(
            title=f"{number:03}",
            file=stored,
            original_filename="the same name.pdf",
            media_type="application/pdf",
            sha256=hashlib.sha256(data).hexdigest(),
            file_size=len(data),
            collection=Collection.get_first_root_node(),
            series=cls.series,
            series_position=number + 1,
            released_at=timezone.now(),
        )

    def test_are_sent_whole_in_little_memory(self):
        b"".join(self.get(PATH))  # Loads what the first request alone loads.
        tracemalloc.start()

        response = self.get(PATH)
        _now, before = tracemalloc.get_traced_memory()
        length, largest = 0, 0
        for chunk in response:
            length += len(chunk)
            largest = max(largest, len(chunk))
        _now, after = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert length == int(response["Content-Length"]) > self.NUMBER * self.SIZE
        assert largest < 1_000_000
        # What is in it takes a twentieth of it, and to send it takes no more.
        assert before < length / 20
        assert after - before < 1_000_000

    def test_have_the_right_checksums(self):
        found = self.zip()

        lines = found.read("SHA256SUMS").decode().splitlines()
        sums = dict(reversed(line.split("  ", 1)) for line in lines)
        names = found.namelist()[2:]
        assert [sums[name] for name in names] == self.sums
        assert [hashlib.sha256(found.read(name)).hexdigest() for name in names] == (
            self.sums
        )
