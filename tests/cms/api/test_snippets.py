"""Each kind of snippet: a list, and one by the number that others show of it."""

import pytest

from cms.publishing.models import SNIPPETS, Publication
from tests.assertions import assert_same_queries
from tests.factories import (
    DocumentFactory,
    DocumentSeriesFactory,
    HomePageFactory,
    NewsPageFactory,
    OfficeFactory,
    TopicFactory,
    WebinarPageFactory,
)
from tests.publications import publication, publications

from .cases import API, ApiTestCase, assert_problem
from .following import ChangesTestCase


class DetailTests(ApiTestCase):
    def setUp(self):
        HomePageFactory()

    def test_a_topic(self):
        topic = TopicFactory(name="Eligibility", slug="eligibility")
        NewsPageFactory(topics=[topic])

        assert self.found(f"topics/{topic.pk}/") == {
            "id": topic.pk,
            "name": "Eligibility",
            "slug": "eligibility",
            "meta": {
                "type": "cms.Topic",
                "detail_url": f"http://localhost/api/v2/topics/{topic.pk}/",
            },
        }

    def test_it_has_all_that_others_show_of_it(self):
        page = WebinarPageFactory(contact=OfficeFactory(phone="555-010-0123"))
        shown = self.found(f"pages/{page.pk}/")["contact"]

        office = self.found(f"offices/{shown['id']}/")

        assert office.pop("meta")["type"] == "cms.Office"
        assert office == shown

    def test_a_series_with_its_description(self):
        series = DocumentSeriesFactory(description="Questions and answers.")
        DocumentFactory(series=series)

        found = self.found(f"series/{series.pk}/")

        assert found["description"] == "Questions and answers."

    def test_two_kinds_of_one_number(self):
        topic, office = TopicFactory(pk=77), OfficeFactory(pk=77)
        NewsPageFactory(topics=[topic])
        WebinarPageFactory(contact=office)

        names = {self.found(f"{kind}/77/")["name"] for kind in ("topics", "offices")}

        assert names == {topic.name, office.name}

    def test_one_that_nothing_public_shows_is_like_one_that_is_not_there(self):
        topic = TopicFactory()
        page = NewsPageFactory(topics=[topic])
        page.unpublish()

        unused, absent = (
            assert_problem(self.ask(f"topics/{number}/"), 404)
            for number in (topic.pk, 999)
        )

        assert unused == absent
        assert absent["detail"] == "There is no such topic."

    def test_one_that_was_deleted_is_gone(self):
        topic = TopicFactory()
        NewsPageFactory(topics=[topic])
        number = topic.pk
        topic.delete()

        assert assert_problem(self.ask(f"topics/{number}/"), 410)["reason"] == "deleted"


@pytest.mark.parametrize("resource", SNIPPETS)
class ListTests:
    @pytest.fixture(autouse=True)
    def rows(self, db, resource):
        publication(1, resource=resource, title="Beets")
        publication(2, resource=resource, title="Apples")
        publication(3, resource=resource, title="Cherries", reason="unused")

    def ids(self, client, resource, **query) -> list[int]:
        answer = client.get(f"{API}{resource}/", query).json()
        return [item["id"] for item in answer["items"]]

    def test_by_name_where_nothing_is_asked_for(self, client, resource):
        assert self.ids(client, resource) == [2, 1]
        assert self.ids(client, resource, order="-title") == [1, 2]

    def test_search(self, client, resource):
        assert self.ids(client, resource, search="beets") == [1]

    def test_who_has_it_already_gets_nothing(self, client, resource):
        before = client.get(f"{API}{resource}/")

        headers = {"If-None-Match": before["ETag"]}

        assert client.get(f"{API}{resource}/", headers=headers).status_code == 304

    def test_queries_do_not_grow_with_the_list(self, client, resource):
        assert_same_queries(
            lambda: client.get(f"{API}{resource}/", {"fields": "*"}),
            grow=lambda: publications(19, first=4, resource=resource),
        )


class SlugTests(ApiTestCase):
    def test_by_the_word_that_filters_pages_and_documents(self):
        for resource in ("topics", "series"):
            publication(1, resource=resource, facets=[("slug", "eligibility")])
            publication(2, resource=resource, facets=[("slug", "other")])

            assert self.ids(f"{resource}/", slug="eligibility") == [1]

    def test_the_facet_is_written(self):
        HomePageFactory()
        NewsPageFactory(topics=[TopicFactory(slug="a"), TopicFactory(slug="b")])

        (found,) = self.items("topics/", slug="b")

        assert found["slug"] == "b"

    def test_kinds_without_one_have_no_such_filter(self):
        (error,) = self.refused("offices/", slug="a")

        assert error["parameter"] == "slug"


class ChangesTests(ChangesTestCase):
    def test_the_first_and_the_last_use(self):
        HomePageFactory()
        topic = TopicFactory()
        _entries, cursor = self.all_changes(resource="topics")

        page = NewsPageFactory(topics=[topic])
        (entry,), cursor = self.all_changes(cursor, resource="topics")
        assert entry["item"] == self.found(f"topics/{topic.pk}/")

        page.unpublish()
        (entry,), _cursor = self.all_changes(cursor, resource="topics")
        assert not entry["live"]
        assert (entry["reason"], entry["path"]) == ("unused", None)

    def test_all_of_a_type(self):
        HomePageFactory()
        NewsPageFactory(topics=[TopicFactory()])
        WebinarPageFactory(contact=OfficeFactory())

        entries, _cursor = self.all_changes(type="cms.Topic,cms.Office")

        kinds = Publication.objects.filter(resource__in=SNIPPETS)
        assert len(entries) == kinds.count() == 2
