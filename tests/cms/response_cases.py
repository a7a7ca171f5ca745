"""What tests of the response cache ask, and whether Django hears of it."""

from typing import Any
from unittest import mock

from django.test import TestCase

from tests.factories import HomePageFactory, NewsPageFactory

DJANGO = "django.test.client.ClientHandler.get_response"


class ResponseCacheTestCase(TestCase):
    def setUp(self) -> None:
        self.home = HomePageFactory()
        self.page = NewsPageFactory(title="Before")
        self.detail = f"/api/v2/pages/{self.page.pk}/"
        self.paths = (
            *(self.detail, "/api/v2/pages/", "/api/v2/changes/", "/api/v2/site/"),
            *(f"/api/v2/pages/find/?html_path={self.page.url}", self.page.url, "/"),
        )

    def asks_django(self, path: str, **headers: str) -> bool:
        """Ask, and tell whether the response was made for it."""
        with mock.patch(DJANGO, side_effect=LookupError), Tried() as tried:
            self.client.get(path, headers=headers)
        return tried.failed


class Tried:
    """Whether what it encloses came as far as Django."""

    failed = False

    def __enter__(self) -> "Tried":
        return self

    def __exit__(self, kind: Any, *_rest: Any) -> bool:
        self.failed = kind is LookupError
        return self.failed
