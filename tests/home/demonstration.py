"""The loaded demonstration, as a visitor's browser and another app get it."""

from io import StringIO
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.core.management import call_command
from django.test import TestCase

HOME = "/"
IMPACT = "/impact/2014-15/"
STORY = "/stories/the-dennis-luna-story/"
FORUM_NEWS = "/news/2017-national-idr-forum-ome-presentations/"
QAS_NEWS = "/news/new-mep-policy-questions-and-answers/"
WEBINAR_NEWS = "/news/two-webinars-cspr-part-ii-sy-2016-17/"
WEBINARS = "/webinars/"
FORUM = "/webinars/2017-national-idr-forum/"
RESULTS_WEBINAR = "/webinars/mep-cspr-part-ii-results-and-changes-sy-2016-17/"
DATA_CHECK_WEBINAR = "/webinars/cspr-part-ii-data-check-sheet/"
LEGISLATION = "/legislation/"
ABOUT = "/about/"


def words(element: Tag) -> str:
    """Return the text of an element as it is read, with single spaces."""
    return " ".join(element.get_text(" ").split())


class DemonstrationTestCase(TestCase):
    """Has the demonstration in its database."""

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("demo", stdout=StringIO())
        # What a transaction that is never committed has not queued.
        call_command("read_documents", stdout=StringIO())

    def page(self, path: str) -> BeautifulSoup:
        """Return the HTML of a page that a visitor gets."""
        response = self.client.get(path)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return BeautifulSoup(response.content, "html.parser")

    def main(self, path: str) -> Tag:
        """Return what is particular to a page."""
        return self.page(path).find("main")

    def text(self, path: str) -> str:
        return words(self.main(path))

    def json(self, path: str) -> dict[str, Any]:
        """Return the page at this path as the API sends it."""
        return self.get_json("/api/v2/pages/find/", html_path=path)

    def get_json(self, url: str, **parameters: str) -> dict[str, Any]:
        response = self.client.get(url, parameters)
        assert response.status_code == 200, f"{url}: {response.content!r}"
        return response.json()

    def download(self, url: str) -> tuple[bytes, str]:
        """Return the bytes at an address and what is said of them."""
        response = self.client.get(url)
        assert response.status_code == 200, f"{url}: {response.status_code}"
        return response.getvalue(), response.get("Content-Disposition", "")

    def documents(self) -> dict[str, dict[str, Any]]:
        """Return the documents of the API by file name, whole."""
        items = self.get_json("/api/v2/documents/", fields="*", limit="20")["items"]
        return {item["filename"]: item for item in items}
