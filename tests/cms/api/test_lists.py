"""Lists: what is in them, in which order, and how much of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assertions import assert_same_queries
from tests.publications import DAY, publication, publications

from .cases import API, ApiTestCase

LISTS = {"pages/": "pages", "documents/": "documents", "images/": "images"}


class ListTests(ApiTestCase):
    def test_has_the_shape_of_wagtails_api(self):
        publication(7, title="Ñandú", card={"summary": "Short"})

        answer = self.found("pages/")

        assert answer["meta"] == {"total_count": 1, "next": None, "previous": None}
        assert [item["title"] for item in answer["items"]] == ["Ñandú"]

    def test_sends_the_card_as_it_is_stored(self):
        row = publication(7)

        response = self.ask("pages/")

        meta = '{"total_count":1,"next":null,"previous":null}'
        expected = f'{{"meta":{meta},"items":[{row.card}]}}'
        assert response.content.decode() == expected

    def test_is_empty_where_nothing_is_published(self):
        for path in LISTS:
            answer = self.found(path)

            assert answer["items"] == []
            assert answer["meta"] == {"total_count": 0, "next": None, "previous": None}

    def test_each_list_holds_its_own_resource(self):
        for number, resource in enumerate(LISTS.values(), start=1):
            publication(number, resource=resource)

        found = {path: self.ids(path) for path in LISTS}

        assert found == {"pages/": [1], "documents/": [2], "images/": [3]}

    def test_tombstones_and_withdrawn_things_are_not_listed_nor_counted(self):
        publication(1, reason="unpublished")
        publication(2, listed=False)
        publication(3)

        answer = self.found("pages/")

        assert [item["id"] for item in answer["items"]] == [3]
        assert answer["meta"]["total_count"] == 1


class LimitTests(ApiTestCase):
    def test_twenty_items_are_sent_where_no_limit_is_given(self):
        publications(21)

        answer = self.found("pages/")

        assert len(answer["items"]) == 20
        assert answer["meta"]["total_count"] == 21

    def test_limit_and_offset_cut_a_part_out(self):
        publications(5)

        assert self.ids("pages/", order="id", limit=2, offset=2) == [3, 4]

    def test_the_parts_make_the_whole(self):
        publications(7)

        parts = [self.ids("pages/", limit=3, offset=n) for n in (0, 3, 6)]

        assert [n for part in parts for n in part] == self.ids("pages/")

    def test_beyond_the_end_is_nothing_but_the_count(self):
        publications(2)

        answer = self.found("pages/", offset=10_000)

        assert answer["items"] == []
        assert answer["meta"]["total_count"] == 2


class OrderTests(ApiTestCase):
    def test_newest_first_where_nothing_is_asked_for(self):
        publication(1, dated_at=DAY)
        publication(2, dated_at=DAY + timedelta(days=2))
        publication(3, dated_at=DAY + timedelta(days=1))

        assert self.ids("pages/") == [2, 3, 1]

    def test_what_has_no_date_counts_as_oldest(self):
        publication(1, dated_at=None)
        publication(2, dated_at=DAY)

        assert self.ids("pages/", order="date") == [1, 2]
        assert self.ids("pages/", order="-date") == [2, 1]

    def test_by_number(self):
        publications(3)

        assert self.ids("pages/", order="id") == [1, 2, 3]
        assert self.ids("pages/", order="-id") == [3, 2, 1]

    def test_by_title(self):
        publication(1, title="Beets")
        publication(2, title="Apples")

        assert self.ids("pages/", order="title") == [2, 1]
        assert self.ids("pages/", order="-title") == [1, 2]

    def test_the_number_decides_between_equals(self):
        for number in (3, 1, 2):
            publication(number)

        assert self.ids("pages/", order="title") == self.ids("pages/", order="title,id")


DATES = ("first_published_at", "last_published_at", "public_updated_at")


@pytest.mark.parametrize("name", DATES)
def test_lists_are_ordered_by_each_date_of_publication(db, client, name):
    publication(1, **{name: at(2019)})
    publication(2, **{name: at(2018)})

    def ids(order: str) -> list[int]:
        items = client.get(f"{API}pages/?order={order}").json()["items"]
        return [item["id"] for item in items]

    assert ids(name) == [2, 1]
    assert ids(f"-{name}") == [1, 2]


def at(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)


class QueryCountTests(ApiTestCase):
    def test_two_queries_a_list(self):
        publications(3)
        for path in LISTS:
            with self.subTest(path), self.assertNumQueries(2):
                self.ask(path)

    def test_two_queries_with_every_filter(self):
        publication(1)
        publication(2, parent_id=1, facets=[("ancestor", 1), ("topic", "beets")])
        query = {
            "type": "news.NewsPage",
            "descendant_of": 1,
            "topic": "beets",
            "locale": "en",
            "search": "thing",
            "fields": "_,title",
        }

        with self.assertNumQueries(2):
            response = self.ask("pages/", **query)

        assert response.json()["items"] == [{"title": "A thing"}]

    def test_queries_do_not_grow_with_the_list(self):
        for path, resource in LISTS.items():
            with self.subTest(path):
                publication(1, resource=resource)

                assert_same_queries(
                    lambda path=path: self.ask(path, fields="*"),
                    grow=lambda resource=resource: publications(
                        19, first=2, resource=resource
                    ),
                )

    def test_bodies_are_not_read_where_cards_are_sent(self):
        publication(1)

        with CaptureQueriesContext(connection) as captured:
            self.client.get(f"{API}pages/")

        assert not any('"body"' in query["sql"] for query in captured)


@pytest.mark.parametrize("path", LISTS)
def test_lists_are_deterministic(db, client, path):
    publications(30, resource=LISTS[path])

    answers = {client.get(f"{API}{path}?limit=30").content for _ in range(3)}

    assert len(answers) == 1
