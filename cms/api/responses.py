"""Responses in OpenAPI: what ninja cannot know of statuses, headers and problems."""

from typing import Any

from .problems import MEDIA_TYPE

DESCRIPTIONS = {
    200: "What was asked for.",
    301: "The page has moved: `Location` asks for its new path.",
    302: "For a while, a redirect leads to another page: `Location` asks for that.",
    304: "You have it already: `If-None-Match` fits.",
    400: "The query is not understood; `errors` names each parameter.",
    404: "There is no such thing, or it never was public.",
    410: "It was public once; or the cursor is older than the tombstones.",
    412: "`If-Match` or `If-Unmodified-Since` does not fit.",
    500: "Something went wrong on our side.",
    503: "The site has not published `min_version` yet.",
}
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
        "resource": "pages",
        "id": 12,
        "content_type": "news.NewsPage",
        "locale": "en",
        "reason": "unpublished",
        "gone_at": "2026-11-24T14:00:00Z",
    },
    412: {
        **PROBLEM,
        "title": "Precondition Failed",
        "status": 412,
        "detail": "What you have is not what is here now.",
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


def header(description: str, *, always: bool = False, **schema: Any) -> dict[str, Any]:
    """Describe a header; `always` where no such response is without it."""
    required = {"required": True} if always else {}
    return {
        "description": description,
        **required,
        "schema": {"type": "string", **schema},
    }


def whole_number(description: str, *, always: bool = False) -> dict[str, Any]:
    return header(description, always=always, type="integer", minimum=0)


CONTENT_VERSION = "Number of the publication that this answer is as new as."
FOUND = {
    "ETag": header("Strong validator, for `If-None-Match`.", always=True),
    "Last-Modified": header("When what is shown was published."),
    "Content-Version": whole_number(CONTENT_VERSION, always=True),
    "Content-Language": header("The language of what is shown, where it has one."),
    "Cache-Control": header(
        "How long the answer holds; ends when a change is known to come.", always=True
    ),
    "Vary": header("Where it could be compressed: by `Accept-Encoding`."),
    "Surrogate-Key": header("What a cache in between drops the answer with."),
    "Cache-Tag": header("The same, with commas between."),
}
# Of a list there are neighbors, and a table has a name.
LISTED = {
    "Link": header('The pages before and after this one, as `rel="prev"` and `next`.'),
    "Content-Disposition": header("The name under which CSV is saved."),
}
MOVED = {
    "Location": header("The address that finds the page.", always=True),
    "Content-Version": whole_number(CONTENT_VERSION, always=True),
    "Cache-Control": header("How long that holds.", always=True),
    "Surrogate-Key": header("What a cache in between drops it with.", always=True),
    "Cache-Tag": header("The same, with commas between.", always=True),
}
TABLE = {
    "schema": {"type": "string"},
    "example": 'id,title\r\n"13","2017 National ID&R Forum"\r\n',
}
FAILED = {
    "Content-Version": whole_number(CONTENT_VERSION),
    "Cache-Control": header("Errors are not kept.", always=True, const="no-store"),
}
RETRY = {
    "Retry-After": whole_number("After how many seconds to ask again.", always=True)
}
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "description": "`ETag` of the answer that you have; 304 where it still holds.",
    "required": False,
    "schema": {"type": "string"},
}


def describe_list(responses: dict[Any, Any]) -> None:
    """Add what a list has beyond its items: neighbors, and its form as a table."""
    responses[200].setdefault("headers", {}).update(LISTED)
    responses[200]["content"]["text/csv"] = TABLE


def describe_moved(responses: dict[Any, Any]) -> None:
    """Add that a page may be found elsewhere, for good or for a while."""
    for status in (301, 302):
        responses[status] = {"description": DESCRIPTIONS[status], "headers": MOVED}


def describe_responses(responses: dict[Any, Any]) -> None:
    """Complete the responses of an operation, and add 304 to them."""
    for status, response in responses.items():
        response["description"] = DESCRIPTIONS[status]
        general = FOUND if status < 400 else FAILED
        response["headers"] = general | response.get("headers", {})
        if status >= 400:
            (content,) = response["content"].values()
            response["content"] = {MEDIA_TYPE: {"example": EXAMPLES[status]} | content}
    responses[503]["headers"] |= RETRY
    kept = responses[200]["headers"]
    responses[304] = {"description": DESCRIPTIONS[304], "headers": kept}
