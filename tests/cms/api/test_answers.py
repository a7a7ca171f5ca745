"""What is answered is what the OpenAPI document says: bodies, statuses, headers."""

from collections.abc import Iterator
from typing import Any
from unittest import mock

import jsonschema_rs
from django.http import HttpResponse
from wagtail.contrib.redirects.models import Redirect

from cms.publishing.models import Counter, Publication, Resource
from home.models import HomePage
from tests.factories import HomePageFactory
from tests.home.demonstration import DemonstrationTestCase
from tests.publications import publication

from .cases import API, ApiTestCase

# Of each answer of the site: from Django and its middleware, not from the API.
GENERAL = {
    *(
        "Content-Type",
        "Content-Length",
        "Content-Security-Policy",
        "Permissions-Policy",
    ),
    *("Cross-Origin-Opener-Policy", "Referrer-Policy", "X-Content-Type-Options"),
    *("X-Frame-Options", "Access-Control-Allow-Origin"),
    "Access-Control-Expose-Headers",
}


LISTED = [resource for resource in Resource.values if resource != Resource.SITE]


class Contract:
    """The OpenAPI document, to which answers are held."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.components = document["components"]
        self.paths = document["paths"]

    def response(self, path: str, status: int) -> dict[str, Any]:
        return self.paths[path]["get"]["responses"][str(status)]

    def hold(self, path: str, answer: HttpResponse) -> None:
        """Assert that an answer has the body and the headers that it may have."""
        response = self.response(path, answer.status_code)
        self.hold_headers(response["headers"], answer)
        if 300 <= answer.status_code < 400:
            assert not answer.content
            return
        content = response["content"][answer["Content-Type"]]
        validator = self.validator(content["schema"])
        validator.validate(answer.json())

    def hold_headers(self, headers: dict[str, Any], answer: HttpResponse) -> None:
        sent = set(answer.headers) - GENERAL
        assert sent <= set(headers)
        assert {n for n, header in headers.items() if header.get("required")} <= sent
        for name in sent:
            schema = headers[name]["schema"]
            value: Any = answer[name]
            # Servers as strict as the one of development take nothing else.
            assert type(value) is str, f"{name}: {value!r}"
            if schema["type"] == "integer":
                value = int(value)
            self.validator(schema).validate(value)

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(
            {**schema, "components": self.components}, validate_formats=True
        )


class DemonstrationTests(DemonstrationTestCase):
    """Everything that the demonstration publishes, and each list of it."""

    def setUp(self):
        # The demonstration has none: each loading would leave another.
        Redirect.objects.create(
            old_path="/start", redirect_page=HomePage.objects.first()
        )
        self.contract = Contract(self.get_json(f"{API}openapi.json"))

    def hold(self, path: str, address: str, status: int = 200, **headers: Any) -> Any:
        answer = self.client.get(address, headers=headers)
        assert answer.status_code == status, answer.content
        self.contract.hold(path, answer)
        return answer

    def test_each_thing_is_what_its_schema_says(self):
        for row in Publication.objects.live().exclude(resource="site"):
            path = f"{API}{row.resource}/{{id}}/"

            answer = self.hold(path, path.format(id=row.object_id))

            assert set(answer.json()) >= {"id", "meta"}

    def test_each_list_is_what_its_schema_says(self):
        for resource in (*LISTED, "impact"):
            path = f"{API}{resource}/"

            answer = self.hold(path, f"{path}?limit=100")

            assert answer.json()["items"]

    def test_the_other_addresses(self):
        self.hold(f"{API}site/", f"{API}site/?locale=es")
        self.hold(f"{API}pages/find/", f"{API}pages/find/?html_path=/")
        answer = self.hold(f"{API}changes/", f"{API}changes/?limit=100")

        assert {entry["resource"] for entry in answer.json()["items"]} >= {"pages"}

    def test_what_has_not_changed(self):
        for path, address in self.addresses():
            etag = self.client.get(address)["ETag"]

            self.hold(path, address, 304, **{"If-None-Match": etag})

    def test_what_cannot_be_answered(self):
        for path, address in self.addresses():
            sign = "&" if "?" in address else "?"
            self.hold(path, f"{address}{sign}nope=1", 400)
            self.hold(path, f"{address}{sign}min_version=999999", 503)
            self.hold(path, address, 412, **{"If-Match": '"nope"'})

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Yield each path of the document with an address that is answered."""
        for path in self.contract.paths:
            resource = path.removeprefix(API).partition("/")[0]
            row = Publication.objects.live().filter(resource=resource).first()
            address = path.format(id=row.object_id if row else 0)
            yield path, f"{address}{self.asks(path)}"

    def asks(self, path: str) -> str:
        """Return the parameters without which an address is not answered."""
        if path.endswith("find/"):
            return "?html_path=/"
        return "?q=forum" if "/search/" in path else ""


class GoneTests(ApiTestCase):
    """What is no more there, and what never was."""

    def setUp(self):
        self.contract = Contract(self.found("openapi.json"))

    def test_what_is_gone_is_told_as_it_says(self):
        for number, resource in enumerate(LISTED, 1):
            publication(number, resource=resource, reason="deleted")
            answer = self.ask(f"{resource}/{number}/")

            assert answer.status_code == 410
            self.contract.hold(f"{API}{resource}/{{id}}/", answer)

    def test_what_never_was_is_told_as_it_says(self):
        for resource in ("pages", "documents", "images"):
            answer = self.ask(f"{resource}/12/")

            assert answer.status_code == 404
            self.contract.hold(f"{API}{resource}/{{id}}/", answer)
        self.contract.hold(f"{API}site/", self.ask("site/"))

    def test_the_ways_from_a_path_at_which_there_is_no_page(self):
        home = HomePageFactory()
        for path, values in (
            ("good", {"redirect_page": home}),
            ("while", {"redirect_page": home, "is_permanent": False}),
            ("else", {"redirect_link": "https://example.org/"}),
        ):
            Redirect.objects.create(old_path=f"/{path}", **values)
        for path, status in (("good", 301), ("while", 302), ("else", 404), ("no", 404)):
            answer = self.ask("pages/find/", html_path=path)

            assert answer.status_code == status
            self.contract.hold(f"{API}pages/find/", answer)

    def test_tombstones_are_what_their_schema_says(self):
        cursor = self.found("changes/")["meta"]["next"]
        for number, reason in enumerate(("deleted", "restricted"), 1):
            publication(number, reason=reason, path="/old/")

        answer = self.ask("changes/", cursor=cursor)

        assert len(answer.json()["items"]) == 2
        self.contract.hold(f"{API}changes/", answer)

    def test_a_cursor_that_is_too_old_is_told_as_it_says(self):
        publication(1)
        cursor = self.found("changes/")["meta"]["next"]
        Counter.objects.update(pruned_through=10**6)

        answer = self.ask("changes/", cursor=cursor)

        assert answer.status_code == 410
        self.contract.hold(f"{API}changes/", answer)

    def test_a_fault_of_ours_is_told_as_it_says(self):
        with mock.patch("cms.api.freshness.up_to_date", side_effect=RuntimeError):
            answer = self.ask("changes/")

        assert answer.status_code == 500
        self.contract.hold(f"{API}changes/", answer)
