"""Asking the API, and what all of its answers have in common."""

from typing import Any

from django.http import HttpResponse
from django.test import TestCase

API = "/api/v2/"


class ApiTestCase(TestCase):
    """`self.ask("pages/", limit=1)` is the response to GET /api/v2/pages/?limit=1."""

    def ask(self, path: str, headers: Any = None, **query: Any) -> HttpResponse:
        return self.client.get(API + path, query, headers=headers)

    def found(self, path: str, **query: Any) -> dict[str, Any]:
        """Return the JSON of an answer that must be there."""
        response = self.ask(path, **query)
        assert response.status_code == 200, response.content
        return response.json()

    def items(self, path: str, **query: Any) -> list[dict[str, Any]]:
        return self.found(path, **query)["items"]

    def ids(self, path: str, **query: Any) -> list[int]:
        return [item["id"] for item in self.items(path, **query)]

    def refused(self, path: str, **query: Any) -> list[dict[str, Any]]:
        """Return what is said of each parameter of a query that must be refused."""
        return assert_problem(self.ask(path, **query), 400)["errors"]


def assert_problem(response: HttpResponse, status: int) -> dict[str, Any]:
    """Assert the one shape that all errors have, and return it."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    problem = response.json()
    assert problem["type"] == "about:blank"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return problem
