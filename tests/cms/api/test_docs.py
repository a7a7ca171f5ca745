"""docs/api.md is true: it names each address and parameter, and no others."""

import json
import re
from typing import Any, get_args

import pytest
from django.conf import settings

from cms.api.declared_filters import facets_of
from cms.api.parameters import ORDERS
from cms.api.query import PageListQuery
from cms.publishing.models import Resource
from cms.publishing.registry import published_types
from cms.publishing.rich_text import tree_of
from cms.publishing.rich_text_tree import TAGS
from cms.publishing.schemas import PageCard, PageDetail, blocks, rich_text
from settings.environment import BASE_DIR
from tests.factories import HomePageFactory, WebinarPageFactory

from .cases import ApiTestCase

TEXT = (BASE_DIR / "docs" / "api.md").read_text()


def section(heading: str) -> str:
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table in a section, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]


def names_in(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def declared(document: dict[str, Any]) -> dict[str, set[str]]:
    """Return each address of the OpenAPI document with its parameters."""
    return {
        path.replace("{id}", "<id>"): {
            parameter["name"].partition("__")[0]
            for parameter in methods["get"]["parameters"]
            if parameter["in"] == "query"
        }
        - {"date", "first_published_at", "last_published_at", "public_updated_at"}
        for path, methods in document["paths"].items()
    }


def ranges(document: dict[str, Any]) -> set[str]:
    """Return the names of parameters that are another's with an ending."""
    return {
        parameter["name"]
        for methods in document["paths"].values()
        for parameter in methods["get"]["parameters"]
        if "__" in parameter["name"]
    }


class AddressTests(ApiTestCase):
    def setUp(self):
        self.document = self.found("openapi.json")
        self.declared = declared(self.document)

    def test_each_address_has_the_parameters_that_it_says(self):
        named = {row[0].strip("`"): names_in(row[2]) for row in rows("Addresses")}

        assert named == self.declared

    def test_each_ending_stands_beside_the_names_that_have_it(self):
        named = {
            f"{name}{ending}"
            for endings, names, _ in rows("Ranges")
            for ending in names_in(endings)
            for name in names_in(names)
        }

        assert named == ranges(self.document)

    def test_each_parameter_is_explained_once_and_no_other(self):
        explained = [row[0].strip("`") for row in rows("Parameters")]

        assert len(explained) == len(set(explained))
        assert set(explained) == set().union(*self.declared.values())


class ValueTests:
    explained = {row[0].strip("`"): row[1] for row in rows("Parameters")}

    def test_bounds_and_defaults(self):
        limit, offset = self.explained["limit"], self.explained["offset"]

        assert f"1 to {settings.API_MAX_LIMIT}." in limit
        assert f"Default: {settings.API_DEFAULT_LIMIT}" in limit
        assert f"0 to {settings.API_MAX_OFFSET:,}." in offset

    def test_orders(self):
        (default,) = PageListQuery.model_fields["order"].default

        assert set(ORDERS) <= names_in(self.explained["order"])
        assert f"Default: `{default}`" in self.explained["order"]

    @pytest.mark.parametrize("name", ["category", "kind", "state"])
    def test_values_of_pages(self, name):
        assert names_in(self.explained[name]) == set(facets_of(Resource.PAGES)[name])

    def test_values_of_documents(self):
        allowed = facets_of(Resource.DOCUMENTS)

        assert names_in(self.explained["status"]) == set(allowed["status"])
        assert names_in(self.explained["document_type"]) <= set(
            allowed["document_type"]
        )

    def test_languages(self):
        codes = {code for code, name in settings.WAGTAIL_CONTENT_LANGUAGES}

        assert names_in(self.explained["locale"]) == codes


def beyond(schema: Any, *others: Any) -> set[str]:
    """Return the fields of a schema that none of the others has."""
    return set(schema.model_fields).difference(*(o.model_fields for o in others))


class ContentTests:
    def test_each_type_of_page_has_the_fields_that_it_says(self):
        named = {
            row[0].strip("`"): (names_in(row[1]), names_in(row[2]))
            for row in rows("Types of pages")
        }

        assert named == {
            found.name: (
                beyond(found.card, PageCard),
                beyond(found.detail, PageDetail, found.card),
            )
            for found in published_types(Resource.PAGES)
        }

    def test_what_each_page_has(self):
        told = names_in(section("Types of pages").partition("\n|")[0])

        assert {*PageCard.model_fields, *PageDetail.model_fields} <= told

    def test_each_block_has_what_it_says(self):
        named = {row[0].strip("`"): names_in(row[1]) for row in rows("Blocks")}

        items = [
            item
            for name, item in vars(blocks).items()
            if name.endswith("Item") and not name.startswith("_")
        ]
        assert named == {
            kind: set(getattr(annotation(item, "value"), "model_fields", ()))
            for item in items
            for kind in get_args(annotation(item, "type"))
        }


class RichTextTests:
    def test_the_html_and_the_tree_that_are_shown_are_the_same(self):
        (html,) = re.findall(r"```html\n(.*?)\n```", section("Rich text"))
        (tree,) = re.findall(r"```json\n(.*?)```", section("Rich text"), re.DOTALL)

        assert tree_of(html) == json.loads(tree)

    def test_each_node_is_named_with_what_it_has(self):
        named = {row[0].strip("`"): names_in(row[1]) for row in rows("Rich text")}

        nodes = [
            node
            for node in vars(rich_text).values()
            if isinstance(node, type) and node.__name__.endswith("Node")
        ]
        assert set(named) == {
            kind for node in nodes for kind in get_args(annotation(node, "type"))
        }
        for node in nodes:
            (kind,) = get_args(annotation(node, "type"))
            fields = {"content", *named["paragraph"]} if kind == "heading" else set()
            assert set(node.model_fields) - {"type"} <= named[kind] | fields

    def test_elements(self):
        told = section("Rich text").partition(":\n")[0]

        assert {"p", "ul", "ol", "li", "a", "br", *TAGS.values()} <= names_in(told)


def annotation(schema: Any, name: str) -> Any:
    return schema.model_fields[name].annotation


class ExampleTests(ApiTestCase):
    def test_the_calls_are_answered(self):
        HomePageFactory()
        WebinarPageFactory()
        calls = re.findall(r"http://localhost:8000(/api/v2/[^']*)'", TEXT)

        statuses = {call: self.client.get(call).status_code for call in calls}

        assert len(calls) > 6
        assert set(statuses.values()) <= {200, 400, 404}
        assert [c for c, status in statuses.items() if status == 400] == [
            "/api/v2/pages/?limit=500"
        ]

    def test_the_error_is_the_one_that_is_shown(self):
        response = self.client.get("/api/v2/pages/?limit=500")

        (shown,) = re.findall(r"```json\n(.*?)```", section("Errors"), re.DOTALL)

        assert json.loads(shown) == response.json()

    def test_the_ways_to_choose_fields_are_understood(self):
        for row in rows("Fields"):
            self.found("pages/", fields=row[0].strip("`"))
