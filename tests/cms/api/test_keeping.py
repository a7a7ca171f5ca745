"""Answers that were made once are sent again, until they are others."""

from django.conf import settings

from tests.publications import publication, publications

from .cases import ApiTestCase

ADDRESSES = (
    *("pages/?limit=1", "pages/?limit=1&fields=*", "pages/?limit=1&format=csv"),
    *("changes/?limit=1", "images/"),
)


class KeptTests(ApiTestCase):
    def setUp(self):
        publications(3)

    def test_the_same_in_one_query(self):
        for address in ADDRESSES:
            first = self.ask(address)

            with self.assertNumQueries(1):
                second = self.ask(address)

            assert second.content == first.content
            assert dict(second.headers) == dict(first.headers)

    def test_head_leaves_what_get_is_sent(self):
        for address in ADDRESSES:
            head = self.client.head(f"/api/v2/{address}")
            got = self.ask(address)

            assert not head.content
            assert got.content
            assert head["ETag"] == got["ETag"]

    def test_until_something_of_the_kind_is_published(self):
        before = self.ask("pages/")

        publication(4, resource="images")
        # How far the log is, and how far its pages are: nothing is read again.
        with self.assertNumQueries(2):
            same = self.ask("pages/")
        publication(5)
        after = self.ask("pages/")

        assert same.content == before.content
        assert same["Content-Version"] == "4"
        assert [item["id"] for item in after.json()["items"]] == [5, 3, 2, 1]

    def test_changes_until_anything_is(self):
        self.ask("changes/")

        publication(4, resource="images")

        assert len(self.items("changes/")) == 4

    def test_each_host_has_its_own_links(self):
        for host in settings.ALLOWED_HOSTS[:2]:
            for address in ("pages/?limit=1", "changes/?limit=1"):
                response = self.ask(address, headers={"host": host})

                assert response["Link"].startswith(f"<http://{host}/")

    def test_a_refusal_is_not_kept(self):
        for _ in range(2):
            self.refused("pages/", limit=1000)
            self.refused("impact/", group="nobody")

    def test_bytes_that_are_not_encoded_ask_something_else(self):
        publication(4, search_text="año")
        encoded = self.client.get("/api/v2/pages/?search=%C3%83%C2%B1")

        # What curl sends of “?search=ñ”: its two bytes, as WSGI has them.
        sent = self.client.get("/api/v2/pages/", QUERY_STRING="search=Ã±")

        assert encoded.json()["items"] == []
        assert [item["id"] for item in sent.json()["items"]] == [4]
        assert sent["ETag"] != encoded["ETag"]
