"""Where a client stands in the log, for how long that holds, and how fresh it is."""

from io import StringIO
from unittest import mock

from django.conf import settings
from django.core.management import call_command

from cms.publishing.models import Counter, Publication
from cms.publishing.retention import prune
from tests.publications import publication, publications

from .cases import ApiTestCase, assert_problem
from .following import ChangesTestCase, ids, remove


class CursorTests(ChangesTestCase):
    def test_one_that_was_tampered_with_is_refused(self):
        publication(1)
        _, cursor = self.changes()
        for other in (cursor[:-1], "x" + cursor, cursor[5:], cursor.split(".")[0]):
            (error,) = self.refused("changes/", cursor=other)

            assert error["parameter"] == "cursor"

    def test_one_of_other_filters_is_refused(self):
        _, cursor = self.changes(resource="pages")

        assert self.changes(cursor, resource="pages", limit=7)[0] == []
        (error,) = self.refused("changes/", cursor=cursor)
        assert "other filters" in error["message"]

    def test_the_order_of_words_in_a_filter_does_not_matter(self):
        _, cursor = self.changes(resource="pages,images")

        assert self.changes(cursor, resource="images,pages")[0] == []

    def test_one_of_another_version_is_refused(self):
        with mock.patch("cms.api.cursors.ChangesCursor.kind", "changes.0"):
            _, cursor = self.changes()

        self.refused("changes/", cursor=cursor)

    def test_one_from_before_the_log_was_put_back_begins_anew(self):
        publications(3)
        _, cursor = self.all_changes()
        Counter.objects.update(sequence=2)

        assert_problem(self.ask("changes/", cursor=cursor), 410)


class RetentionTests(ChangesTestCase):
    def setUp(self):
        self.rows = publications(4)
        _, self.early = self.changes(limit=1)
        self.old, self.young = self.rows[1:3]
        _, self.before = self.all_changes()
        remove(self.old, "deleted", days=settings.API_TOMBSTONE_DAYS + 1)
        _, self.between = self.changes(self.before)
        remove(self.young, "deleted", days=settings.API_TOMBSTONE_DAYS - 1)

    def test_a_run_announces_and_the_next_one_removes(self):
        assert prune() == 0
        assert Counter.objects.get().pruned_through == self.old.sequence
        assert Publication.objects.filter(pk=self.old.pk).exists()

        assert prune() == 1
        assert not Publication.objects.filter(pk=self.old.pk).exists()
        assert Publication.objects.filter(pk=self.young.pk).exists()
        assert prune() == 0

    def test_an_older_cursor_is_told_where_to_begin_anew(self):
        prune()

        for cursor in (self.early, self.before):
            problem = assert_problem(self.ask("changes/", cursor=cursor), 410)
            assert problem["start"].startswith("http://testserver/api/v2/changes/")

        start = problem["start"].removeprefix("http://testserver")
        assert ids(self.client.get(start).json()["items"]) == [1, 4]

    def test_younger_cursors_and_a_beginning_go_on(self):
        prune()

        assert ids(self.changes(self.between)[0]) == [3]
        assert ids(self.all_changes()[0]) == [1, 4]

    def test_a_beginning_that_takes_long_misses_nothing(self):
        prune()
        _, cursor = self.changes(limit=1)
        prune()

        entries, _ = self.all_changes(cursor)

        assert ids(entries) == [4]

    def test_the_version_of_lists_does_not_fall(self):
        remove(self.rows[3], "deleted", days=settings.API_TOMBSTONE_DAYS + 1)
        before = self.ask("pages/")["Content-Version"]

        prune()
        prune()

        assert self.ask("pages/")["Content-Version"] == before

    def test_the_commands_do_it(self):
        out = StringIO()

        call_command("publish_due", stdout=out)
        call_command("publications", "--prune", stdout=out)

        assert "1 tombstones removed" in out.getvalue()


class MinimumVersionTests(ApiTestCase):
    addresses = ("pages/", "pages/1/", "documents/", "images/", "site/", "changes/")

    def setUp(self):
        publication(1, path="/")
        self.last = publication(2, resource="site").sequence

    def test_what_is_new_enough_is_answered(self):
        for path in self.addresses:
            assert self.ask(path, min_version=self.last).status_code == 200
        self.found("pages/find/", id=1, min_version=self.last)

    def test_what_would_be_older_is_not(self):
        for path in self.addresses:
            response = self.ask(path, min_version=self.last + 1)

            assert_problem(response, 503)
            assert response["Retry-After"] == "5"
            assert response["Content-Version"] == str(self.last)

    def test_answers_that_there_is_nothing_say_how_new_they_are(self):
        publication(3, reason="deleted")

        for path, status in (("pages/3/", 410), ("pages/9/", 404)):
            response = self.ask(path)
            assert response.status_code == status
            assert response["Content-Version"] == "3"
