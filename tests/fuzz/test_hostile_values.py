"""Hostile values for each parameter that the OpenAPI document names.

None is answered with a fault; what is refused is told as a problem that names the
parameter. Which values must be refused is told in tests/cms/api/test_strictness.py.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client

from cms.api.api import api
from cms.publishing.models import Resource
from tests.publications import publication

VALUES = [
    # Nothing, spaces, and what cannot be printed.
    *("", " ", "\t", "\n", "\r\nSet-Cookie: a=b", "\x00", "a\x00b", "\x1b[2J", "\x7f"),
    *("\u200b", "\u2028", "\u202e", "\ufeff", "\ufffd", "\U0001f4a5", "e\u0301" * 50),
    # Numbers in all their forms.
    *("0", "-0", "-1", "+1", "1.0", "1e3", "1e999", "0x1", "1_000", "1,000", "00001"),
    *("NaN", "Infinity", "-Infinity", "٣", "²", "１", str(2**31), str(2**63 - 1)),
    *(str(2**63), str(2**64), "9" * 400, "9" * 5000),
    # Languages that somebody might read it in.
    *(
        "'",
        '"',
        "`",
        "\\",
        "%",
        "_",
        "*",
        ";",
        "--",
        "'; DROP TABLE wagtailcore_page; --",
    ),
    *(
        "1 OR 1=1",
        "1' OR '1'='1",
        "') UNION SELECT 1 --",
        "pg_sleep(9)",
        "a:*",
        "a & b",
    ),
    *("NEAR(a b)", "a AND", "title:a", "^a", "{{7*7}}", "{% load x %}", "${7*7}"),
    *("#{7*7}", "%s", "%(a)s", "%n%n%n", "{0}", "{0.__class__}", "<script>", "<!--"),
    *("$(id)", "`id`", "|id", "__proto__", "constructor", "__class__", "null", "None"),
    *("undefined", "true", "[]", "{}", "[object Object]", '{"$gt":""}', "a[]=b"),
    # Places elsewhere.
    *("../../etc/passwd", "..\\..\\", "/etc/passwd", "//example.org/", "file:///etc"),
    *("http://127.0.0.1/", "..;/", "%2e%2e%2f", "%00", "/%2e/", "?a=b", "#a", "&a=b"),
    # Too much of it.
    *(
        "a" * 5000,
        "a," * 500,
        "," * 500,
        "(" * 500,
        "a(" * 400,
        '"a" ' * 100,
        "a " * 300,
    ),
    *(
        "-" * 50,
        "*,*",
        "_,_",
        "_,-a",
        "a(b)(c)",
        "(",
        ")",
        "()",
        ",",
        "a,",
        ",a",
        "a,a",
    ),
]
# What a browser would never send, written as it goes over the wire.
RAW = [
    *("%", "%z", "%zz", "%c3%28", "%ed%a0%80", "%f5%80%80%80", "%c0%af", "%ff%fe"),
    *("%u0041", "%25%30%30", "+", "++", "%0d%0aX-Header:%20a", "a;b", "a%26b=c"),
]
HEADERS = [
    *("*", '"', '""', '"a', "W/", 'W/"a"', '"a", *', "a" * 5000, '"a",' * 1000, "\xff"),
    *("Thu, 99 Foo 2017 99:99:99 GMT", "0", "-1", "Thu, 01 Jan 0000 00:00:00 GMT"),
    *("Sat, 29 Feb 2100 00:00:00 GMT", "9" * 400, "%s", "'; --", "bytes=0-0"),
]
CONDITIONS = ("If-None-Match", "If-Match", "If-Modified-Since", "If-Unmodified-Since")
OTHERS = ("Accept", "Accept-Language", "Accept-Encoding", "Range", "Origin", "Cookie")


def operations() -> list[tuple[str, dict[str, Any]]]:
    paths = api.get_openapi_schema()["paths"]
    return [(path, methods["get"]) for path, methods in paths.items()]


def named(operation: dict[str, Any], place: str) -> list[str]:
    return [p["name"] for p in operation["parameters"] if p["in"] == place]


def queries(name: str) -> Iterator[str]:
    """Yield query strings that give a parameter each value, and in odd ways."""
    for value in VALUES:
        yield f"{name}={quote(value, safe='')}"
    for raw in RAW:
        yield f"{name}={raw}"
    yield from (f"{name}=1&{name}=2", f"{name}={'a' * 100_000}", name, f"{name}==")
    yield from (f"&&{name}=%27&&", f"{name}=" + "&a=1" * 3000)


def needed(path: str, name: str) -> str:
    """Return the parameter without which nothing else is looked at."""
    return "q=forum&" if "/search/" in path and name != "q" else ""


def unknown(name: str) -> Iterator[str]:
    """Yield query strings with names that are almost that of a parameter."""
    for other in ("[]", "[0]", "[a]", ".a", "__nope", "__gte__in", "%00", "%20", "%ff"):
        yield f"{name}{other}=1"
    yield from (f"{name.upper()}=1", f"%20{name}=1", f"__proto__[{name}]=1")


@pytest.fixture(autouse=True)
def things(db: Any) -> None:
    for number, resource in enumerate(Resource.values):
        publication(1, resource=resource, path=f"/{number}/")


def told(response: HttpResponse, asked: str) -> dict[str, Any]:
    """Return the problem that a refusal is; {} where all is well."""
    # 503 is the answer to a `min_version` that is not published yet.
    waits = response.status_code == 503 and "min_version=" in asked
    assert response.status_code < 500 or waits, asked
    if response.status_code < 400:
        return {}
    assert response["Content-Type"] == "application/problem+json", asked
    problem: dict[str, Any] = response.json()
    assert problem["status"] == response.status_code, asked
    return problem


def ask(client: Client, path: str, query: str) -> HttpResponse:
    return client.get(path, QUERY_STRING=query)


@pytest.mark.parametrize(("path", "operation"), operations(), ids=lambda part: part)
class HostileTests:
    def test_values_of_parameters(self, client, path, operation):
        address = path.replace("{id}", "1")
        refused = 0
        for name in named(operation, "query"):
            for query in queries(name):
                asked = f"{needed(path, name)}{query}"
                problem = told(ask(client, address, asked), query[:200])
                if problem.get("status") == 400:
                    refused += 1
                    names = {error["parameter"] for error in problem["errors"]}
                    # That of `find` is the one that must be given.
                    assert names & {name, "html_path"}, query[:200]

        assert refused > 50

    def test_names_that_are_not_those_of_parameters(self, client, path, operation):
        address = path.replace("{id}", "1")
        for name in named(operation, "query"):
            for query in unknown(name):
                problem = told(ask(client, address, query), query)

                assert problem["status"] == 400, query

    def test_numbers_in_the_address(self, client, path, operation):
        for value in (*map(quote, VALUES), *RAW) if "{id}" in path else ():
            problem = told(client.get(path.replace("{id}", value)), value[:200])

            assert problem.get("status") in (None, 400, 404), value[:200]

    def test_headers(self, client, path, operation):
        address = path.replace("{id}", "1")
        query = "id=1" if path.endswith("find/") else needed(path, "")
        for name in {*CONDITIONS, *OTHERS, *named(operation, "header")}:
            for value in HEADERS:
                response = client.get(
                    address, QUERY_STRING=query, headers={name: value}
                )

                problem = told(response, f"{name}: {value[:200]}")

                # Only a condition that does not hold is a reason to refuse.
                assert problem.get("status") in (None, 412), value[:200]
