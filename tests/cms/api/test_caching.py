"""Validators, ages and versions of answers."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from tests.content import at
from tests.publications import publication

from .cases import ApiTestCase, assert_problem

ADDRESSES = ("pages/", "pages/1/", "documents/", "images/", "site/", "changes/")
LONG_AGO = "Mon, 01 Jan 2001 00:00:00 GMT"


def max_age(response) -> int:
    public, age = response["Cache-Control"].split(", ")
    assert public == "public"
    return int(age.removeprefix("max-age="))


class ValidatorTests(ApiTestCase):
    def setUp(self):
        self.row = publication(1)
        publication(2, resource="site")

    def test_etags_are_strong(self):
        for path in ADDRESSES:
            tag = self.ask(path)["ETag"]

            assert tag.startswith('"')
            assert tag.endswith('"')

    def test_a_detail_has_the_stored_one(self):
        assert self.ask("pages/1/")["ETag"] == f'"{self.row.etag}"'

    def test_who_has_it_already_gets_nothing(self):
        for path in ADDRESSES:
            before = self.ask(path)

            after = self.ask(path, headers={"If-None-Match": before["ETag"]})

            assert after.status_code == 304
            assert after.content == b""
            for name in ("ETag", "Cache-Control", "Content-Version"):
                assert after[name] == before[name]
            assert after["Access-Control-Allow-Origin"] == "*"

    def test_other_forms_of_if_none_match(self):
        tag = self.ask("pages/1/")["ETag"]

        for given, status in {
            f'"other", {tag}': 304,
            f"W/{tag}": 304,
            "*": 304,
            '"other"': 200,
            "nonsense": 200,
        }.items():
            response = self.ask("pages/1/", headers={"If-None-Match": given})

            assert response.status_code == status

    def test_last_modified(self):
        moment = datetime(2020, 5, 1, 12, tzinfo=UTC)
        publication(3, recorded_at=moment)

        response = self.ask("pages/3/")

        assert response["Last-Modified"] == "Fri, 01 May 2020 12:00:00 GMT"
        since = {"If-Modified-Since": response["Last-Modified"]}
        assert self.ask("pages/3/", headers=since).status_code == 304
        since = {"If-Modified-Since": LONG_AGO}
        assert self.ask("pages/3/", headers=since).status_code == 200

    def test_what_may_change_within_the_second_has_no_date_yet(self):
        now = timezone.now()
        publication(3, recorded_at=now)

        with at(now + timedelta(seconds=1)):
            assert "Last-Modified" not in self.ask("pages/3/")
        with at(now + timedelta(seconds=2)):
            assert "Last-Modified" in self.ask("pages/3/")

    def test_if_none_match_goes_before_if_modified_since(self):
        headers = {
            "If-None-Match": '"other"',
            "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT",
        }

        assert self.ask("pages/1/", headers=headers).status_code == 200

    def test_if_match_that_does_not(self):
        response = self.ask("pages/1/", headers={"If-Match": '"other"'})

        assert_problem(response, 412)

    def test_a_list_changes_with_what_is_in_it(self):
        before = self.ask("pages/")["ETag"]

        publication(3)

        assert self.ask("pages/")["ETag"] != before

    def test_a_list_that_loses_something_is_not_older(self):
        with at(timezone.now() + timedelta(seconds=2)):
            before = self.ask("pages/")
        publication(
            9, reason="deleted", recorded_at=timezone.now() + timedelta(seconds=5)
        )

        since = {"If-Modified-Since": before["Last-Modified"]}

        assert self.ask("pages/", headers=since).status_code == 200


class AgeTests(ApiTestCase):
    def test_a_minute_where_no_change_is_known(self):
        publication(1)

        assert max_age(self.ask("pages/1/")) == settings.API_MAX_AGE == 60
        assert max_age(self.ask("pages/")) == 60

    def test_it_ends_with_the_next_change(self):
        now = timezone.now()
        publication(1, changes_at=now + timedelta(seconds=20))

        with at(now):
            detail, listed = self.ask("pages/1/"), self.ask("pages/")

        assert max_age(detail) == max_age(listed) == 20

    def test_a_list_ends_with_the_change_of_what_is_not_in_it_yet(self):
        now = timezone.now()
        publication(1, facets=[("state", "past")])
        publication(2, changes_at=now + timedelta(seconds=20))

        with at(now):
            listed = self.ask("pages/", state="past")

        assert max_age(listed) == 20

    def test_problems_are_not_kept(self):
        for path in ("pages/99/", "pages/?nope=1", "nope"):
            assert self.ask(path)["Cache-Control"] == "no-store"


class VersionTests(ApiTestCase):
    def test_a_detail_has_the_number_of_its_row(self):
        row = publication(1)
        publication(2)

        assert self.ask("pages/1/")["Content-Version"] == str(row.sequence)

    def test_a_list_has_the_highest_number_of_all(self):
        publication(1)
        last = publication(2, reason="deleted")

        assert self.ask("pages/")["Content-Version"] == str(last.sequence)
        assert self.ask("images/")["Content-Version"] == str(last.sequence)

    def test_an_empty_log(self):
        assert self.ask("pages/")["Content-Version"] == "0"


class CookieTests(ApiTestCase):
    def test_no_answer_sets_a_cookie_or_varies_with_one(self):
        publication(1)
        for path in (*ADDRESSES, "nope", "openapi.json", "docs/"):
            response = self.ask(path)

            assert not response.cookies
            assert "cookie" not in response.get("Vary", "").lower()
