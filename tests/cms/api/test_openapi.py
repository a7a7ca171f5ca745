"""The OpenAPI document: complete, and true of what is answered."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from django.urls import resolve
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from cms.api.openapi import references_in
from cms.publishing.models import SNIPPETS, Resource
from cms.publishing.registry import published_types
from tests.publications import publication
from tests.snapshot import assert_snapshot

from .cases import API, ApiTestCase

PATHS = {
    "/api/v2/",
    "/api/v2/pages/",
    "/api/v2/pages/find/",
    "/api/v2/pages/{id}/",
    "/api/v2/documents/",
    "/api/v2/documents/{id}/",
    "/api/v2/documents/{id}/text/",
    "/api/v2/images/",
    "/api/v2/images/{id}/",
    *(f"/api/v2/{resource}/" for resource in SNIPPETS),
    *(f"/api/v2/{resource}/{{id}}/" for resource in SNIPPETS),
    "/api/v2/impact/",
    "/api/v2/search/",
    "/api/v2/search/suggest/",
    "/api/v2/redirects/",
    "/api/v2/redirects/{id}/",
    "/api/v2/site/",
    "/api/v2/changes/",
}
ONE = [*SNIPPETS, Resource.REDIRECTS, Resource.DOCUMENTS, Resource.IMAGES]
CARDS = {"pages": "PageCard"} | {r.value: f"{r.label.title()}Card" for r in ONE}
DETAILS = {"pages": "Page"} | {r.value: f"{r.label.title()}Detail" for r in ONE}


def parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield each name with its value, at any depth."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield name, part
            yield from parts(part)
    elif isinstance(value, list):
        for part in value:
            yield from parts(part)


class OpenApiTestCase(ApiTestCase):
    def setUp(self):
        self.document = self.found("openapi.json")
        self.operations = {
            path: methods["get"] for path, methods in self.document["paths"].items()
        }

    def schema(self, name: str) -> dict[str, Any]:
        return self.document["components"]["schemas"][name]

    def named(self, reference: dict[str, str]) -> dict[str, Any]:
        """Return the schema to which a reference leads."""
        return self.schema(reference["$ref"].rpartition("/")[2])


class DocumentTests(OpenApiTestCase):
    def test_is_openapi_3_1_of_each_address_and_no_other(self):
        assert self.document["openapi"].startswith("3.1")
        assert set(self.document["paths"]) == PATHS
        for path in PATHS:
            assert resolve(path.replace("{id}", "1"))

    def test_is_valid_as_openapi_and_as_json_schema(self):
        OPENAPI_31_VALIDATOR.validate(self.document)
        for schema in self.document["components"]["schemas"].values():
            jsonschema_rs.meta.validate(schema)

    def test_is_its_snapshot(self):
        assert_snapshot("openapi", self.document)

    def test_references_lead_somewhere(self):
        schemas = self.document["components"]["schemas"]
        references = {part for name, part in parts(self.document) if name == "$ref"}

        assert {ref.removeprefix("#/components/schemas/") for ref in references} <= set(
            schemas
        )

    def test_rich_text_is_html_or_a_tree_of_nodes(self):
        html, tree = self.schema("RichTextItem")["properties"]["value"]["anyOf"]

        assert html["type"] == "string"
        assert tree["type"] == "array"
        assert references_in(tree) == {"ParagraphNode", "HeadingNode", "ListNode"}
        assert references_in(self.schema("ListItemNode")) == {
            "ParagraphNode",
            "ListNode",
        }

    def test_operations_have_names_of_their_own(self):
        names = [operation["operationId"] for operation in self.operations.values()]

        assert len(set(names)) == len(names) == len(PATHS)

    def test_each_operation_and_parameter_is_described(self):
        for operation in self.operations.values():
            assert operation["summary"]
            assert operation["description"]
            for parameter in operation["parameters"]:
                assert parameter.get("description"), parameter["name"]

    def test_lists_answer_with_a_card_of_each_published_type(self):
        for resource, card in CARDS.items():
            answer = self.operations[f"/api/v2/{resource}/"]["responses"]["200"]
            schema = self.named(answer["content"]["application/json"]["schema"])

            items = schema["properties"]["items"]["items"]

            assert items == reference_to(card)
            assert types_in(self, card) == types_of(resource)

    def test_details_answer_with_each_published_type(self):
        for resource, detail in DETAILS.items():
            answer = self.operations[f"/api/v2/{resource}/{{id}}/"]["responses"]["200"]

            schema = answer["content"]["application/json"]["schema"]

            assert schema == reference_to(detail)
            assert types_in(self, detail) == types_of(resource)

    def test_changes_are_told_apart_by_their_resource(self):
        (items,) = self.schema("Changes")["properties"]["items"]["items"].values()
        published = [self.named(i) for i in items if i != reference_to("Tombstone")]
        resources = [p["properties"]["resource"]["const"] for p in published]

        assert sorted(resources) == sorted(Resource.values)

    def test_problems_have_their_media_type_and_an_example(self):
        for operation in self.operations.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    (media_type,) = response["content"]
                    (content,) = response["content"].values()

                    assert media_type == "application/problem+json"
                    assert content["example"]["status"] == int(status)

    def test_defaults_are_told_in_words_so_that_clients_do_not_send_them(self):
        parameters = self.operations["/api/v2/pages/"]["parameters"]
        told = {p["name"]: p["description"] for p in parameters}

        assert "Where it is left out: `20`." in told["limit"]
        assert "Where it is left out: `-date`." in told["order"]
        assert not [p["name"] for p in parameters if "default" in p["schema"]]

    def test_lists_of_words_are_joined_by_commas(self):
        parameters = self.operations["/api/v2/pages/"]["parameters"]
        arrays = [p for p in parameters if p["schema"].get("type") == "array"]

        assert {"type", "order", "topic"} <= {p["name"] for p in arrays}
        assert all(p["explode"] is False for p in arrays)


def reference_to(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def types_of(resource: str) -> list[str]:
    return sorted(published.name for published in published_types(resource))


def types_in(case: OpenApiTestCase, name: str) -> list[str]:
    """Return the constants by which the members of a union are told apart."""
    schema = case.schema(name)
    shapes = [case.named(part) for part in schema.get("anyOf", [])] or [schema]
    metas = [case.named(shape["properties"]["meta"]) for shape in shapes]
    return sorted(meta["properties"]["type"]["const"] for meta in metas)


class ParameterTests(OpenApiTestCase):
    """What the document says of parameters is what the addresses understand."""

    def test_declared_parameters_are_those_that_are_allowed(self):
        publication(1, path="/")
        for path, operation in self.operations.items():
            address = path.removeprefix(API).replace("{id}", "1")
            declared = {
                p["name"] for p in operation["parameters"] if p["in"] == "query"
            }

            (error,) = self.refused(address, nope="1")

            assert set(error["allowed"]) == declared

    def test_values_of_an_enumeration_are_understood(self):
        for path in ("pages/", "documents/"):
            for parameter in self.operations[API + path]["parameters"]:
                schema = parameter["schema"]
                for value in schema.get("items", schema).get("enum", []):
                    response = self.ask(path, **{parameter["name"]: value})

                    assert response.status_code == 200, response.content

    def test_bounds_are_where_it_says(self):
        for parameter in self.operations["/api/v2/pages/"]["parameters"]:
            name, schema = parameter["name"], parameter["schema"]
            if name in ("limit", "offset"):
                self.found("pages/", **{name: schema["minimum"]})
                self.found("pages/", **{name: schema["maximum"]})
                self.refused("pages/", **{name: schema["minimum"] - 1})
                self.refused("pages/", **{name: schema["maximum"] + 1})


class DocumentationPageTests(ApiTestCase):
    def test_loads_nothing_from_elsewhere_and_runs_no_inline_script(self):
        response = self.ask("docs/")

        html = response.content.decode()
        sources = re.findall(r'(?:src|href)="([^"]*)"', html)
        scripts = re.findall(r"<script(?P<attributes>[^>]*)>", html)
        assert sources
        assert all(source.startswith("/") for source in sources)
        assert all("src=" in s or "application/json" in s for s in scripts)

    def test_its_policy_allows_no_other_origin_and_no_inline_script(self):
        policy = self.ask("docs/")["Content-Security-Policy"]

        assert "default-src 'self'" in policy
        assert "script-src" not in policy
        assert "http" not in policy
        assert "unsafe" not in policy

    def test_it_names_the_document(self):
        assert "/api/v2/openapi.json" in self.ask("docs/").content.decode()
