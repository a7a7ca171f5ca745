"""What ninja leaves out of the OpenAPI document: problems, headers, lists of words."""

from typing import Any

from ninja.openapi.schema import OpenAPISchema

from .problems import MEDIA_TYPE

DESCRIPTIONS = {
    200: "What was asked for.",
    400: "The query is not understood; `errors` names each parameter.",
    404: "There is no such thing, or it never was public.",
    410: "It was public once; or the cursor is older than the tombstones.",
    500: "Something went wrong on our side.",
    503: "The site has not published `min_version` yet.",
}
HEADERS = {
    "ETag": "Strong validator of this answer, for `If-None-Match`.",
    "Last-Modified": "When what is shown was published.",
    "Content-Version": "Number of the publication that this answer is as new as.",
    "Cache-Control": "How long the answer holds; ends when a change is known to come.",
    "Surrogate-Key": "What a cache in between drops the answer with.",
    "Cache-Tag": "The same, with commas between.",
}
RETRY = {"Retry-After": "After how many seconds to ask again."}
NOT_MODIFIED = {"description": "You have it already: `If-None-Match` fits."}
PROBLEM = {"type": "about:blank"}
EXAMPLES: dict[int, dict[str, Any]] = {
    400: {
        **PROBLEM,
        "title": "Bad Request",
        "status": 400,
        "detail": "limit must be a whole number from 1 to 100.",
        "errors": [
            {
                "parameter": "limit",
                "message": "must be a whole number from 1 to 100",
            }
        ],
    },
    404: {
        **PROBLEM,
        "title": "Not Found",
        "status": 404,
        "detail": "There is no such page.",
    },
    410: {
        **PROBLEM,
        "title": "Gone",
        "status": 410,
        "detail": "This page was public until 2026-11-24. Why it left: unpublished.",
        "reason": "unpublished",
        "gone_at": "2026-11-24T14:00:00Z",
    },
    500: {
        **PROBLEM,
        "title": "Internal Server Error",
        "status": 500,
        "detail": "Something went wrong on our side.",
    },
    503: {
        **PROBLEM,
        "title": "Service Unavailable",
        "status": 503,
        "detail": "Version 812 is asked for; here is 811.",
    },
}


def header(description: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}}


def completed(document: OpenAPISchema) -> OpenAPISchema:
    """Return ninja's document with what it cannot know."""
    for methods in document["paths"].values():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                describe_parameter(parameter)
            describe_responses(operation["responses"])
    keep_used_schemas(document)
    return document


def keep_used_schemas(document: OpenAPISchema) -> None:
    """Drop ninja's schemas of whole queries: their parameters are described."""
    schemas = document["components"]["schemas"]
    used = references_in(document["paths"])
    while missing := {n for name in used for n in references_in(schemas[name])} - used:
        used |= missing
    document["components"]["schemas"] = {n: schemas[n] for n in sorted(used)}


def references_in(part: Any) -> set[str]:
    """Return the names of the schemas to which a part of the document refers."""
    if isinstance(part, list):
        return {name for item in part for name in references_in(item)}
    if not isinstance(part, dict):
        return set()
    own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
    return own | references_in(list(part.values()))


def describe_parameter(parameter: dict[str, Any]) -> None:
    """Say how several values are joined, and show an example in words.

    An example of its own would be sent by the documentation's first try.
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


def describe_responses(responses: dict[Any, Any]) -> None:
    for status, response in list(responses.items()):
        response["description"] = DESCRIPTIONS[status]
        if status >= 400:
            (content,) = response["content"].values()
            response["content"] = {MEDIA_TYPE: {"example": EXAMPLES[status]} | content}
        else:
            response["headers"] = {
                name: header(text) for name, text in HEADERS.items()
            } | response.get("headers", {})
    responses[503]["headers"] = {name: header(text) for name, text in RETRY.items()}
    responses[304] = NOT_MODIFIED
