"""The OpenAPI document: what ninja makes of it, completed."""

from collections.abc import Iterator
from typing import Any

from ninja.openapi.schema import OpenAPISchema

from .examples import example_of
from .responses import IF_NONE_MATCH, describe_list, describe_moved, describe_responses
from .shapes import tell_types_apart


def completed(document: OpenAPISchema) -> OpenAPISchema:
    """Return ninja's document with what it cannot know."""
    for operation in operations_of(document):
        names = {parameter["name"] for parameter in operation["parameters"]}
        for parameter in operation["parameters"]:
            describe_parameter(parameter)
        operation["parameters"].append(IF_NONE_MATCH)
        if "format" in names:
            describe_list(operation["responses"])
        describe_responses(operation["responses"])
        found = operation["responses"][200]["content"]["application/json"]
        found["example"] = example_of(operation["operationId"])
        if "html_path" in names and "id" in names and "format" not in names:
            describe_moved(operation["responses"])
    schemas = document["components"]["schemas"]
    tell_types_apart(schemas)
    document["components"]["schemas"] = used_schemas(document)
    for schema in document["components"]["schemas"].values():
        describe_schema(schema)
    return document


def operations_of(document: OpenAPISchema) -> Iterator[dict[str, Any]]:
    for methods in document["paths"].values():
        yield from methods.values()


def used_schemas(document: OpenAPISchema) -> dict[str, Any]:
    """Return the schemas without ninja's of whole queries, by name."""
    schemas = document["components"]["schemas"]
    used = references_in(document["paths"])
    while missing := {n for name in used for n in references_in(schemas[name])} - used:
        used |= missing
    return {name: schemas[name] for name in sorted(used)}


def references_in(part: Any) -> set[str]:
    """Return the names of the schemas to which a part of the document refers."""
    if isinstance(part, list):
        return {name for item in part for name in references_in(item)}
    if not isinstance(part, dict):
        return set()
    own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
    return own | references_in(list(part.values()))


def describe_schema(schema: dict[str, Any]) -> None:
    """Take out the titles of properties, which only repeat their names."""
    schema.pop("title", None)
    for value in schema.get("properties", {}).values():
        value.pop("title", None)


def describe_parameter(parameter: dict[str, Any]) -> None:
    """Say how several values are joined, and tell default and example in words.

    Clients would send a default each time, also where it does not go together with
    another parameter, and the documentation's first try an example.
    """
    schema = parameter["schema"]
    for name in ("title", "description"):
        schema.pop(name, None)
    if schema.get("type") == "array":
        parameter["style"], parameter["explode"] = "form", False
    parameter.pop("examples", None)
    if parameter["in"] == "path":
        parameter["description"] = "Its number."
    for example in schema.pop("examples", []):
        parameter["description"] += f" For example `{example}`."
    if (default := schema.pop("default", None)) is not None:
        parameter["description"] += f" Where it is left out: `{in_words(default)}`."


def in_words(value: Any) -> str:
    return ",".join(value) if isinstance(value, list | tuple) else str(value)
