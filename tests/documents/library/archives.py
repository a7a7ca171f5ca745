"""What tests of archives have in common: a series with files, and its ZIP."""

import csv
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from tests.factories import PDF

from .test_series import SeriesTestCase

PATH = "/documents/series/qas/qas.zip"


def pdf(*words: str) -> bytes:
    return PDF + "".join(f"%{word}\n" for word in words).encode()


class ArchiveTestCase(SeriesTestCase):
    def add(self, name: str, data: bytes = PDF, **values: Any):
        return self.document(name, file__filename=name, file__data=data, **values)

    def zip(self) -> ZipFile:
        response = self.get(PATH)
        assert response.status_code == 200
        return ZipFile(BytesIO(b"".join(response)))

    def manifest(self) -> list[dict[str, str]]:
        text = self.zip().read("MANIFEST.csv").decode("utf-8-sig")
        return list(csv.DictReader(StringIO(text)))
