"""Changes: everything that is public, then what changed, and nothing is missed."""

import json
import re

from cms.publishing.models import Counter, Publication
from cms.publishing.retention import prune
from cms.publishing.stored import stamp
from tests.assertions import assert_same_queries, queries
from tests.factories import DocumentFactory, HomePageFactory, NewsPageFactory
from tests.publications import publication, publications

from .following import ChangesTestCase, ids, remove


class BeginningTests(ChangesTestCase):
    def test_it_is_all_that_is_live_in_the_order_of_change(self):
        for number, resource in enumerate(("pages", "images", "documents", "site")):
            publication(number, resource=resource)
        publication(7, reason="unpublished")
        publication(8, listed=False)

        entries, _ = self.all_changes(limit=2)

        assert ids(entries) == [0, 1, 2, 3, 8]
        assert [e["sequence"] for e in entries] == [1, 2, 3, 4, 6]

    def test_an_entry_is_the_thing_whole(self):
        row = publication(1, path="/news/a/", body={"withdrawn": {"on": "2026-01-01"}})

        (entry,), _ = self.changes()

        assert entry == {
            "sequence": row.sequence,
            "resource": "pages",
            "id": 1,
            "type": "news.NewsPage",
            "locale": "en",
            "live": True,
            "path": "/news/a/",
            "moved_from": None,
            "item": json.loads(row.body),
        }

    def test_what_changes_meanwhile_comes_again_or_is_told_to_be_gone(self):
        rows = publications(4)
        entries, cursor = self.changes(limit=2)
        remove(rows[0], "deleted")
        remove(rows[3], "unpublished")
        stamp(rows[1])

        more, _ = self.all_changes(cursor, limit=2)

        assert ids(entries) == [1, 2]
        assert [(e["id"], e["live"]) for e in more] == [
            (3, True),
            (1, False),
            (4, False),
            (2, True),
        ]

    def test_an_empty_log(self):
        answer = self.found("changes/")

        assert answer["items"] == []
        assert answer["meta"]["has_more"] is False
        assert self.changes(answer["meta"]["next"])[0] == []


class FollowingTests(ChangesTestCase):
    def test_at_the_end_the_cursor_waits_for_what_comes(self):
        publications(2)
        _, cursor = self.all_changes()
        nothing, cursor = self.changes(cursor)
        publication(3)

        entries, _ = self.changes(cursor)

        assert nothing == []
        assert ids(entries) == [3]

    def test_a_tombstone_keeps_what_it_was(self):
        row = publication(1, path="/news/a/")
        _, cursor = self.changes()
        remove(row, "unpublished")

        (entry,), _ = self.changes(cursor)

        assert entry.pop("gone_at").endswith("Z")
        assert entry == {
            "sequence": 2,
            "resource": "pages",
            "id": 1,
            "type": "news.NewsPage",
            "locale": "en",
            "live": False,
            "reason": "unpublished",
            "path": "/news/a/",
        }

    def test_of_what_is_private_now_the_path_is_not_told(self):
        for number, reason in enumerate(("restricted", "unreleased"), start=1):
            row = publication(number, path="/secret/")
            _, cursor = self.all_changes()
            remove(row, reason)
            private, _ = self.changes(cursor)
            remove(row, "deleted")

            deleted, _ = self.changes(cursor)

            assert [(e["reason"], e["path"]) for e in private] == [(reason, None)]
            assert [(e["reason"], e["path"]) for e in deleted] == [("deleted", None)]

    def test_filters_keep_the_tombstones_of_what_they_fit(self):
        page = publication(1)
        spanish = publication(2, locale="es")
        image = publication(3, resource="images")
        for query, row in (
            ({"type": "news.NewsPage", "locale": "en"}, page),
            ({"locale": "es"}, spanish),
            ({"resource": "images"}, image),
            ({"resource": "images,documents"}, image),
        ):
            entries, cursor = self.all_changes(**query)
            for each in (page, spanish, image):
                remove(each, "deleted")

            gone, _ = self.changes(cursor, **query)

            assert ids(entries) == ids(gone) == [row.object_id]
            assert [e["live"] for e in gone] == [False]
            for each in (page, spanish, image):
                each.live, each.body = True, "{}"
                stamp(each)

    def test_a_type_is_one_of_the_resources(self):
        (error,) = self.refused("changes/", type="news.NewsPage", resource="images")

        assert error["parameter"] == "type"
        for name in ("news.NewsPage", "pages", "images", "resource"):
            assert name in error["message"]
        self.found("changes/", type="news.NewsPage", resource="images,pages")

    def test_a_filter_goes_on_from_what_it_passed_over(self):
        publications(3)

        _, cursor = self.changes(resource="images")

        with self.settings(API_TOMBSTONE_DAYS=0):
            remove(Publication.objects.get(object_id=1), "deleted", days=1)
            _, cursor = self.changes(cursor, resource="images")
            prune()
            assert self.changes(cursor, resource="images")[0] == []


class RealPageTests(ChangesTestCase):
    def test_a_page_that_moves_comes_again_with_both_paths(self):
        HomePageFactory()
        page = NewsPageFactory(slug="before")
        _, cursor = self.all_changes()
        page.slug = "after"
        page.save()
        page.title = "Later"
        page.save()

        entries, _ = self.all_changes(cursor)

        (entry,) = (e for e in entries if e["id"] == page.pk and e["live"])
        assert entry["moved_from"].endswith("/before/")
        assert entry["path"].endswith("/after/")
        assert entry["item"]["title"] == "Later"

    def test_back_at_its_old_path_it_came_from_the_other_one(self):
        HomePageFactory()
        page = NewsPageFactory(slug="before")
        for slug in ("after", "before"):
            page.slug = slug
            page.save()

        entries, _ = self.all_changes(type="news.NewsPage")

        assert [e["moved_from"].split("/")[-2] for e in entries] == ["after"]

    def test_a_document_in_another_language_leaves_those_who_follow_the_old_one(self):
        document = DocumentFactory(language="en")
        english = self.all_changes(resource="documents", locale="en")[1]
        spanish = self.all_changes(resource="documents", locale="es")[1]
        every = self.all_changes(resource="documents")[1]
        document.language = "es"
        document.save()

        left, _ = self.changes(english, resource="documents", locale="en")
        arrived, _ = self.changes(spanish, resource="documents", locale="es")
        seen, _ = self.changes(every, resource="documents")

        (entry,) = left
        assert (entry["live"], entry["reason"], entry["locale"]) == (
            False,
            "moved",
            "es",
        )
        assert entry["path"] == document.path
        assert [e["live"] for e in arrived + seen] == [True, True]
        assert self.all_changes(resource="documents", locale="en")[0] == []

    def test_the_item_is_what_its_own_address_sends(self):
        HomePageFactory()
        NewsPageFactory()

        entries, _ = self.all_changes(resource="pages")

        assert entries
        for entry in entries:
            assert entry["item"] == self.found(f"pages/{entry['id']}/")


class AnswerTests(ChangesTestCase):
    def test_the_link_is_the_next_call(self):
        publications(3)
        response = self.ask("changes/", limit=2, resource="pages")

        (link,) = re.findall(r'^<http://testserver(.*)>; rel="next"$', response["Link"])

        assert ids(self.client.get(link).json()["items"]) == [3]

    def test_it_is_asked_for_each_time_and_validated(self):
        publication(1)
        before = self.ask("changes/")

        after = self.ask("changes/", headers={"If-None-Match": before["ETag"]})

        assert before["Cache-Control"] == "public, max-age=0"
        assert after.status_code == 304
        assert after["Link"] == before["Link"]
        assert after["Content-Version"] == "1"

    def test_a_number_that_a_restored_database_gives_again(self):
        publication(1)
        before = self.ask("changes/")
        Publication.objects.all().delete()
        Counter.objects.update(sequence=0)

        publication(2)
        headers = {"If-None-Match": before["ETag"]}
        after = self.ask("changes/", headers=headers)

        assert after.status_code == 200
        assert [entry["id"] for entry in after.json()["items"]] == [2]

    def test_two_queries_whatever_there_is(self):
        publications(3)
        _, cursor = self.changes()
        for query in ({}, {"cursor": cursor}, {"type": "news.NewsPage"}):
            with self.subTest(query):
                assert len(queries(lambda: self.ask("changes/", **query))) == 2  # noqa: B023

        assert_same_queries(
            lambda: self.ask("changes/", limit=100),
            grow=lambda: publications(30, first=4),
        )
