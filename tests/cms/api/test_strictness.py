"""A query of which every part is understood, or a 400 that says what is not."""

from urllib.parse import quote

import pytest
from django.conf import settings

from tests.publications import publication

from .cases import API, ApiTestCase, assert_problem

EVERY_ADDRESS = {
    "pages/": {},
    "pages/1/": {},
    "pages/find/": {"id": 1},
    "documents/": {},
    "documents/1/": {},
    "documents/1/text/": {},
    "images/": {},
    "images/1/": {},
    "site/": {},
    "changes/": {},
}
HUGE = 2**63
NUMBERS = ["x", "1.0", "1e3", "+1", " 1", "1 ", "1_0", "0x1", "-1", "٣", "²", "1,2"]
NUMBERS += [str(HUGE), "9" * 400, "true", "null", "[]", "1;", "1'"]
WORDS = ["nope", "en ", "EN", "*", "..", "a" * 3000, "'; --", "%", "\\"]

# Each parameter with values that have no meaning for it.
HOSTILE = {
    ("pages/", "limit"): [*NUMBERS, "0", "101", "100000000"],
    ("pages/", "offset"): [*NUMBERS, "10001"],
    ("pages/", "order"): [*WORDS, "-", "--id", "id,id", "id,-id", "?", "random", "pk"],
    ("pages/", "type"): [*WORDS, "news.newspage", "wagtailcore.Page", "auth.User", ","],
    ("pages/", "locale"): [*WORDS, "de", "en,es"],
    ("pages/", "child_of"): [*NUMBERS, "0", "999", "ROOT", "root,1"],
    ("pages/", "descendant_of"): [*NUMBERS, "0", "999", "ROOT", "root,1"],
    ("pages/", "search"): ['"', '""', '"open', "a" * 201, " ".join("a" * 40)],
    ("pages/", "category"): WORDS,
    ("pages/", "kind"): WORDS,
    ("pages/", "state"): WORDS,
    ("pages/", "topic"): [",", "a,", ",a", "a,,b", "a,a"],
    ("pages/", "programme_year"): [",", "2014-15,", "2014", "2014-2015", "٢٠١٤-١٥"],
    ("pages/find/", "id"): [*NUMBERS, "0"],
    ("pages/find/", "html_path"): ["/" + "a" * 2100],
    ("documents/", "attachments_of"): [*NUMBERS, "0", "999", "ROOT"],
    ("documents/", "document_type"): WORDS,
    ("documents/1/text/", "page"): [*NUMBERS, "0"],
    ("documents/1/text/", "limit"): [*NUMBERS, "0", "101"],
    ("documents/1/text/", "offset"): [*NUMBERS, "10001"],
    ("documents/", "language"): WORDS,
    ("documents/", "status"): [*WORDS, "withdrawn"],
    ("documents/", "fiscal_year"): [n for n in NUMBERS if "," not in n],
    ("documents/", "series"): [",", "a,"],
    ("documents/", "topic"): [",", "a,"],
    ("documents/", "locale"): WORDS,
    ("site/", "locale"): WORDS,
    ("changes/", "cursor"): [*WORDS, *NUMBERS, "WzEsMSwxLCJ4Il0.x", "."],
    ("changes/", "limit"): [*NUMBERS, "0", "101"],
    ("changes/", "locale"): WORDS,
    ("changes/", "resource"): [*WORDS, "page", "pages,pages", "pages,"],
    ("changes/", "type"): [*WORDS, "auth.User"],
    **{(path, "min_version"): NUMBERS for path in ("pages/", "pages/1/", "site/")},
    ("changes/", "min_version"): NUMBERS,
}
# What means nothing to any parameter.
NOTHING = ["", " ", "\t", "\x00", "a\x00", "\n", "\x7f", "\u2028", "\ud800"]


def cases() -> list[tuple[str, str, str]]:
    return [
        (path, name, value)
        for (path, name), values in HOSTILE.items()
        for value in dict.fromkeys([*values, *NOTHING])
    ]


def named(problem: dict) -> set[str]:
    return {error["parameter"] for error in problem["errors"]}


def query_string(name: str, value: str) -> str:

    return f"{name}={quote(value.encode('utf-8', 'surrogatepass'))}"


@pytest.mark.parametrize(("path", "name", "value"), cases())
def test_values_without_a_meaning_are_refused_by_name(db, client, path, name, value):
    response = client.get(f"{API}{path}?{query_string(name, value)}")

    problem = assert_problem(response, 400)
    assert named(problem) == {name}


class EveryAddressTests(ApiTestCase):
    def setUp(self):
        for number, resource in enumerate(("pages", "documents", "images", "site")):
            publication(1, resource=resource, path=f"/{number}/")

    def test_answers_as_it_is(self):
        for path, query in EVERY_ADDRESS.items():
            assert self.found(path, **query)

    def test_unknown_parameters_are_refused_with_those_that_there_are(self):
        for path, query in EVERY_ADDRESS.items():
            for name in ("nope", "Fields", "limit[]", "fields__in", "formats", "_", ""):
                with self.subTest(path, name=name):
                    (error,) = self.refused(path, **query, **{name: "1"})

                    assert error["parameter"] == name
                    assert "min_version" in error["allowed"]

    def test_parameters_of_other_addresses_are_unknown(self):
        self.refused("images/", type="news.NewsPage")
        self.refused("documents/", category="data")
        self.refused("pages/1/", limit=1)
        self.refused("site/", search="x")

    def test_a_parameter_that_is_given_twice_is_refused(self):
        for path in EVERY_ADDRESS:
            with self.subTest(path):
                response = self.client.get(f"{API}{path}?min_version=0&min_version=0")

                assert "min_version" in named(assert_problem(response, 400))

    def test_all_that_is_wrong_is_told_at_once(self):
        problem = assert_problem(self.ask("pages/", limit="x", order="y"), 400)

        assert named(problem) == {"limit", "order"}
        assert "limit" in problem["detail"]
        assert "order" in problem["detail"]

    def test_what_is_allowed_is_told(self):
        (order,) = self.refused("pages/", order="nope")
        (kind,) = self.refused("pages/", type="nope")
        (locale,) = self.refused("pages/", locale="nope")
        (category,) = self.refused("pages/", category="nope")
        (limit,) = self.refused("pages/", limit=101)

        assert {"id", "-id", "title", "date", "-date"} <= set(order["allowed"])
        assert "news.NewsPage" in kind["allowed"]
        assert locale["allowed"] == ["en", "es"]
        assert "data" in category["allowed"]
        assert f"1 to {settings.API_MAX_LIMIT}" in limit["message"]

    def test_the_value_is_named_that_there_is_not(self):
        (locale,) = self.refused("pages/", locale="fr")
        (order,) = self.refused("pages/", order="id,last_publishd_at")
        (kind,) = self.refused("documents/", document_type="x" * 2000)
        problem = assert_problem(self.ask("pages/", locale="fr"), 400)

        assert locale["message"] == "has no value `fr`; allowed: `en`, `es`"
        assert problem["detail"] == f"locale {locale['message']}."
        assert order["message"] == (
            "has no value `last_publishd_at`; did you mean `last_published_at`?"
        )
        assert len(kind["message"]) < 400

    def test_a_parameter_that_is_nearly_one_is_guessed(self):
        for given, meant in (
            ("date_gte", "date__gte"),
            ("Fields", "fields"),
            ("local", "locale"),
            ("programme-year", "programme_year"),
        ):
            (error,) = self.refused("pages/", **{given: "1"})

            assert error["message"].endswith(f"; did you mean `{meant}`?")
        (error,) = self.refused("pages/", zzzzzz="1")

        assert error["message"] == "is not a parameter of this address"

    def test_bytes_that_are_not_utf8(self):
        for query in ("search=%ff", "%ff=1", "search=%c3%28", "search=%ed%a0%80"):
            assert_problem(self.client.get(f"{API}pages/?{query}"), 400)

    def test_very_many_parameters(self):
        for count in (2_000, 20_000):
            query = "&".join(f"a{n}=1" for n in range(count))

            response = self.client.get(f"{API}pages/?{query}")

            assert_problem(response, 400)
            assert len(response.content) < len(query)
