"""What schemathesis cannot read from the OpenAPI document.

A request that fits all schemas must be accepted. Some parameters mean more than a
schema says: `fields` names what is there, a cursor is signed. They get values that
have a meaning where the request is to be accepted, and keep what was made up for them
where it is to be refused.
"""

from collections.abc import Callable
from typing import Any
from zlib import crc32

import schemathesis
from schemathesis import Case, CheckContext, Response

# Those that leave nothing out, which schemas do not provide for.
FIELDS = ("*", "detail_url", "id,meta", "meta")
# Of the statistics, those alone that some figure has.
OF_FIGURES = ("measure", "programme_year", "group")
PATHS = ("/", "news", "/es/", "/nothing/here/")


def one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    """Choose a value by what was made up, so that the same comes again."""
    return lambda text: values[crc32(text.encode("utf-8", "replace")) % len(values)]


def words(text: str) -> str:
    """Leave of a text what is understood everywhere: a name without punctuation."""
    return "".join(c for c in text if c.isalnum())[:50] or "a"


def one_way(names: str) -> str:
    """Leave out names to order by that are there already, the other way round."""
    first = {name.lstrip("-"): name for name in reversed(names.split(","))}
    return ",".join(first.values())


def typed(text: str) -> str:
    """Leave of a text words that are long enough to be completed."""
    return f"{words(text)}s"


MEANT: dict[str, Callable[[str], str]] = {
    "fields": one_of(FIELDS),
    "child_of": one_of(("root",)),
    "descendant_of": one_of(("root",)),
    "html_path": one_of(PATHS),
    "order": one_way,
    "search": words,
    "q": typed,
    "attachments_of": one_of(("root",)),
    "topic": words,
    "series": words,
}


@schemathesis.hook
def map_case(context: schemathesis.HookContext, case: Case) -> Case:
    """Give a request that is to be accepted values that have a meaning."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return case
    query = dict(case.query or {})
    for name in MEANT.keys() & query.keys():
        query[name] = MEANT[name](text_of(query[name]))
    # Belongs to the answer and to the filters that it was made for.
    query.pop("cursor", None)
    case.query = adapted(case.operation.path, query)
    return case


def text_of(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def adapted(path: str, query: dict[str, Any]) -> dict[str, Any]:
    """Return the query without what does not go together."""
    if path.endswith("/changes/") and "type" in query:
        # Which of the kinds a type belongs to is for the site to say.
        return {name: value for name, value in query.items() if name != "resource"}
    if path.endswith("/site/") and "fields" in query:
        return query | {"fields": "*"}
    if path.endswith("/impact/"):
        return {name: value for name, value in query.items() if name not in OF_FIGURES}
    if path.endswith("/find/") and "id" in query:
        return {name: value for name, value in query.items() if name != "html_path"}
    if path.endswith("/find/"):
        return {"html_path": "/"} | query
    if path.endswith("/text/") and "page" in query:
        return {n: v for n, v in query.items() if n not in ("limit", "offset")}
    if "id" in query:
        return {n: v for n, v in query.items() if n not in ("limit", "offset")}
    return query


@schemathesis.check
def waits_for_a_version_alone(
    ctx: CheckContext, response: Response, case: Case
) -> bool | None:
    """503 is the answer to `min_version`, and to nothing else."""
    if response.status_code == 503:
        assert "min_version" in (case.query or {})
    return None


@schemathesis.check
def says_what_is_wrong(
    ctx: CheckContext, response: Response, case: Case
) -> bool | None:
    """400 names each parameter that is wrong."""
    if response.status_code == 400:
        assert all("parameter" in error for error in response.json()["errors"])
    return None
