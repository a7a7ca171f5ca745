"""Going through a list by its cursors, and several things by their numbers."""

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.publications import DAY, publication, publications

from .cases import API, ApiTestCase

ORDERS = ["-date", "date", "id", "-id", "title", "-title", "title,-id", "-date,title"]


def rows() -> None:
    """Write things of which several are equal in each but their number."""
    for number in range(1, 12):
        publication(
            number,
            title=f"Title {number % 3}",
            dated_at=None if number == 5 else DAY + timedelta(days=number % 4),
        )


def pages(client, order: str, name: str, cursor: str | None) -> list[list[int]]:
    """Follow `next` or `previous` to the end, and return the numbers of each page."""
    found = []
    while cursor and len(found) < 20:
        query = {"order": order, "limit": 2, "cursor": cursor}
        answer = client.get(f"{API}pages/", query).json()
        found.append([item["id"] for item in answer["items"]])
        assert answer["meta"]["total_count"] == 11
        cursor = answer["meta"][name]
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_there_and_back_again(db, client, order):
    rows()
    whole = client.get(f"{API}pages/", {"order": order, "limit": 100}).json()
    ids = [item["id"] for item in whole["items"]]
    first = client.get(f"{API}pages/", {"order": order, "limit": 2}).json()

    there = pages(client, order, "next", first["meta"]["next"])
    last = client.get(f"{API}pages/", {"order": order, "limit": 2, "offset": 10})
    back = pages(client, order, "previous", last.json()["meta"]["previous"])

    assert [n for page in there for n in page] == ids[2:]
    assert [n for page in reversed(back) for n in page] == ids[:10]


class CursorTests(ApiTestCase):
    def test_nothing_is_doubled_or_lost_when_something_is_published_in_between(self):
        for number in range(1, 6):
            publication(number, dated_at=DAY + timedelta(days=number))
        first = self.found("pages/", limit=2)
        publication(9, dated_at=DAY + timedelta(days=9))

        second = self.ids("pages/", limit=2, cursor=first["meta"]["next"])

        assert [item["id"] for item in first["items"]] == [5, 4]
        assert second == [3, 2]

    def test_the_ends_have_no_neighbor(self):
        publications(4)

        whole = self.found("pages/")["meta"]
        last = self.found("pages/", limit=2, offset=2)["meta"]

        assert whole["next"] is whole["previous"] is None
        assert last["next"] is None
        assert last["previous"]

    def test_the_link_header_has_the_addresses(self):
        publications(6)
        response = self.ask("pages/", limit=2, offset=2, fields="_,id")

        links = dict(
            reversed(pair)
            for pair in re.findall(r'<([^>]+)>; rel="(\w+)"', response["Link"])
        )

        numbers = {
            rel: [item["id"] for item in self.client.get(link).json()["items"]]
            for rel, link in links.items()
        }
        assert numbers == {"prev": [6, 5], "next": [2, 1]}
        assert "offset" not in links["next"]

    def test_two_queries_however_far(self):
        publications(30)
        cursor = self.found("pages/", limit=20)["meta"]["next"]

        with self.assertNumQueries(2):
            self.ask("pages/", limit=10, cursor=cursor)

    def test_a_cursor_of_another_list_is_refused(self):
        publications(3)
        cursor = self.found("pages/", limit=1)["meta"]["next"]

        for other in ({"order": "title"}, {"type": "news.NewsPage"}, {"search": "a"}):
            (error,) = self.refused("pages/", cursor=cursor, **other)

            assert error["parameter"] == "cursor"
        assert self.refused("documents/", cursor=cursor)

    def test_limit_and_fields_may_change(self):
        publications(5)
        cursor = self.found("pages/", limit=1)["meta"]["next"]

        items = self.items("pages/", cursor=cursor, limit=3, fields="_,id")

        assert items == [{"id": 4}, {"id": 3}, {"id": 2}]

    def test_what_was_changed_is_refused(self):
        publications(3)
        cursor = self.found("pages/", limit=1)["meta"]["next"]

        assert self.refused("pages/", cursor=cursor[:-1] + "x")
        assert self.refused("pages/", cursor="next")
        assert self.refused("changes/", cursor=cursor)

    def test_not_with_an_offset(self):
        publications(3)
        cursor = self.found("pages/", limit=1)["meta"]["next"]

        (error,) = self.refused("pages/", cursor=cursor, offset=1)

        assert error == {
            "parameter": "cursor",
            "message": "does not go together with offset",
        }

    def test_a_default_offset_says_nothing(self):
        publications(3)
        cursor = self.found("pages/", limit=1)["meta"]["next"]

        assert self.ids("pages/", cursor=cursor, offset=0) == [2, 1]


class NumbersTests(ApiTestCase):
    def setUp(self):
        publications(4)
        publication(5, listed=False)
        publication(6, reason="deleted")

    def found_ids(self, **query: Any) -> tuple[list[int], list[int]]:
        answer = self.found("pages/", **query)
        return [item["id"] for item in answer["items"]], answer["meta"]["missing"]

    def test_several_at_once_with_those_that_are_missing(self):
        found, missing = self.found_ids(id="3,1,9,5,6")

        assert found == [3, 1]
        assert missing == [5, 6, 9]

    def test_more_than_a_page_has(self):
        publications(60, first=10)
        numbers = ",".join(str(n) for n in range(10, 70))

        found, missing = self.found_ids(id=numbers)

        assert len(found) == 60
        assert missing == []

    def test_in_an_order(self):
        assert self.found_ids(id="2,4,1", order="id")[0] == [1, 2, 4]

    def test_not_with_a_place_in_the_list(self):
        for name in ("limit", "offset"):
            (error,) = self.refused("pages/", id="1", **{name: 1})

            assert error["parameter"] == "id"

    def test_not_more_than_a_list_may_have(self):
        (error,) = self.refused("pages/", id=",".join(map(str, range(1, 102))))

        assert "100" in error["message"]


class CountTests(ApiTestCase):
    def test_is_counted_once_while_nothing_is_published(self):
        publications(3)
        self.ask("pages/")

        with self.assertNumQueries(2) as captured:
            self.ask("pages/", offset=1)

        assert not any("COUNT" in query["sql"] for query in captured)

    def test_is_counted_again_after_that(self):
        publications(3)
        self.ask("pages/")
        publication(9)

        assert self.found("pages/")["meta"]["total_count"] == 4
