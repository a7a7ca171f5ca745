"""The site takes hostile files, or says why not, and goes on answering."""

import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import CustomDocument, Reading

from .cases import AdminTestCase
from .inspection import hostile, samples
from .inspection.test_hostile import CASES, LIMITS

SETTLED = {Reading.READ, Reading.REFUSED, Reading.FAILED}
MEGABYTE = 2**20

CHECKED = """
import sys
import django
django.setup()
from django.core.exceptions import ValidationError
from documents.media_types import checked_media_type
from tests.documents.inspection.measure import peak_bytes
before = peak_bytes()
with open(sys.argv[1], "rb") as file:
    try:
        print(checked_media_type(file, "a.docx"))
    except ValidationError as error:
        print(error.message)
print(peak_bytes() - before)
"""


class UploadTests(AdminTestCase):
    def upload(self, data: bytes, name: str):
        """Upload a file in the editor, have it read, and return the answer."""
        file = SimpleUploadedFile("a", data)
        # Not by the constructor, which takes the folder off as Django does.
        file._name = name
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(
                reverse("wagtaildocs:add"), self.record(file=file), follow=True
            )

    def assert_all_answer(self):
        for document in CustomDocument.objects.all():
            document.release()
            version = document.versions.get()
            assert version.reading in SETTLED
            assert version.reading == Reading.READ or version.reading_note
            for path in (
                reverse("wagtaildocs:edit", args=[document.pk]),
                document.path,
                f"/api/v2/documents/{document.pk}/",
            ):
                assert self.client.get(path).status_code == 200
        assert self.client.get(reverse("wagtaildocs:index")).status_code == 200

    def test_hostile_files(self):
        for make, extension, _outcome, _words in CASES:
            with (
                self.subTest(make.__name__),
                self.settings(DOCUMENT_READING_LIMITS=LIMITS.get(make, {})),
            ):
                answer = self.upload(make(), f"{make.__name__}.{extension}")

                assert answer.status_code == 200
        assert CustomDocument.objects.count() >= len(CASES) // 2
        self.assert_all_answer()

    def test_hostile_names(self):
        for name in hostile.names():
            with self.subTest(name):
                answer = self.upload(samples.pdf("Words"), name)

                assert answer.status_code == 200
        self.assert_all_answer()


def test_the_look_at_an_upload_takes_little_memory(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(hostile.endless_list())

    done = subprocess.run(
        [sys.executable, "-c", CHECKED, str(path)],
        env={"DJANGO_SETTINGS_MODULE": "settings.test"},
        capture_output=True,
        text=True,
        check=True,
    )

    said, growth = done.stdout.strip().rsplit("\n", 1)
    assert "Allowed are" in said
    assert int(growth) < 20 * MEGABYTE


@pytest.mark.parametrize("comment", [b"", b"x" * 1000])
def test_a_comment_hides_no_list(tmp_path, comment):
    from documents.inspection.archives import has_endless_list

    path = tmp_path / "a.docx"
    data = bytearray(hostile.endless_list(megabytes=4))
    data[-2:] = len(comment).to_bytes(2, "little")
    path.write_bytes(data + comment)

    with path.open("rb") as file:
        assert has_endless_list(file)
