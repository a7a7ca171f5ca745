"""What tests of feeds have in common: a library, and programs that read its feeds."""

import json
from typing import Any

import feedparser
from django.core.cache import caches
from django.test import TestCase

from tests.factories import DocumentLibraryPageFactory, DocumentSeriesFactory

KINDS = ("rss", "atom", "json")
XML_KINDS = ("rss", "atom")


class FeedTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = DocumentLibraryPageFactory(title="Documents")
        cls.series = DocumentSeriesFactory(name="Policy Q&As", slug="qas")

    def get(self, path: str, **headers: str):
        caches["answers"].clear()
        return self.client.get(path, headers=headers)

    def parsed(self, kind: str, path: str = "/documents/feed") -> Any:
        response = self.get(f"{path}.{kind}")
        assert response.status_code == 200
        found = feedparser.parse(response.content)
        assert not found.bozo, found.get("bozo_exception")
        return found

    def json(self, path: str = "/documents/feed.json") -> dict[str, Any]:
        return json.loads(self.get(path).content)

    def titles(self, path: str = "/documents/feed.json") -> list[str]:
        return [item["title"] for item in self.json(path)["items"]]
