"""Each page of the demonstration is HTML as the standard has it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cms.publishing.models import Publication
from tests.home.demonstration import DemonstrationTestCase

from .nu import errors_of

# Beside what is in the log, in each language.
FRAMES = ["", "/es"]
BESIDE = [
    *("/search/", "/search/?q=coe&type=documents", "/search/?q=zzzz"),
    *("/search/?q=certifcate", "/documents/?status=any&q=guidance"),
    "/no-such-page/",
]


class ValidatorTests(DemonstrationTestCase):
    def test_finds_no_error_on_any_page(self):
        pages = {path: self.html(path) for path in self.paths()}

        with TemporaryDirectory() as directory:
            assert errors_of(pages, Path(directory)) == []
        assert len(pages) > 40

    def test_finds_the_errors_that_there_are(self):
        broken = "<!DOCTYPE html><title>A</title><p id=a><p id=a><img>"

        with TemporaryDirectory() as directory:
            found = errors_of({"/broken/": broken}, Path(directory))

        assert any("Duplicate ID" in error for error in found)
        assert all(error.startswith("/broken/, line 1") for error in found)

    def paths(self) -> list[str]:
        published = Publication.objects.filter(
            live=True, resource__in=["pages", "documents"]
        )
        paths = published.values_list("path", flat=True)
        series = ["/documents/series/mep-policy-qas/"]
        beside = [f"{frame}{path}" for frame in FRAMES for path in BESIDE]
        return [*filter(None, paths), *series, *beside]

    def html(self, path: str) -> str:
        response = self.client.get(path)
        assert response.status_code in (200, 404), f"{path}: {response.status_code}"
        return response.content.decode()
