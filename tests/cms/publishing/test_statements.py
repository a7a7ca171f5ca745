"""Reading by SQL of our own, whatever becomes of the connection."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.test import TestCase, TransactionTestCase
from django.utils import timezone

from cms.publishing import statements
from cms.publishing.reading import read_state
from cms.publishing.statements import Standing, fetch
from tests.content import at
from tests.databases import lose
from tests.factories import DocumentFactory, NewsPageFactory
from tests.publications import publication

READ = "cms.publishing.statements._fetch"


class ConnectionTests(TransactionTestCase):
    def test_one_that_was_lost_is_opened_anew(self):
        ask, lost = statements._fetch, iter([OperationalError("gone")])

        def read(database, sql, params):
            for error in lost:
                raise error
            return ask(database, sql, params)

        with (
            mock.patch(READ, side_effect=read) as tries,
            mock.patch.object(connections["default"], "is_usable", return_value=False),
        ):
            rows = fetch("SELECT %s", ["here"])

        assert [tuple(row) for row in rows] == [("here",)]
        assert tries.call_count == 2

    def test_a_database_that_stays_away_is_told(self):
        gone = OperationalError("gone")
        with (
            mock.patch(READ, side_effect=gone) as tries,
            mock.patch.object(connections["default"], "is_usable", return_value=False),
            pytest.raises(OperationalError),
        ):
            fetch("SELECT 1")

        assert tries.call_count == 2

    def test_what_is_wrong_with_a_statement_is_told_at_once(self):
        connections["default"].ensure_connection()
        with (
            mock.patch(READ, side_effect=OperationalError("wrong")) as tries,
            pytest.raises(OperationalError),
        ):
            fetch("SELECT 1")

        assert tries.call_count == 1

    def test_a_question_is_answered_by_one_process(self):
        connection.close()

        if connection.vendor == "postgresql":
            assert fetch("SHOW max_parallel_workers_per_gather") == [("0",)]
        else:
            with self.assertNumQueries(0):
                statements.answer_alone(connection)


class LastingCursorTests(TransactionTestCase):
    def test_the_next_connection_has_another_one(self):
        for number in (1, 2):
            assert [tuple(row) for row in fetch("SELECT %s", [number])] == [(number,)]
            connection.close()


class StandingTests(TransactionTestCase):
    """PostgreSQL is asked in a way of its own, SQLite in the usual one."""

    def setUp(self) -> None:
        connection.ensure_connection()
        self.one = Standing(b"one", "SELECT 1, NULL")

    def assert_own_way(self) -> None:
        there = connection.vendor == "postgresql"
        assert self.one.read() == ((b"1", None) if there else None)

    def test_a_row_comes_as_the_database_wrote_it(self):
        self.assert_own_way()
        self.assert_own_way()

    def test_what_a_connection_has_forgotten_it_is_told_again(self):
        self.one.read()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DEALLOCATE ALL")

        assert self.one.read() is None
        self.assert_own_way()

    def test_one_that_is_wrong_goes_the_usual_way(self):
        assert Standing(b"wrong", "SELECT nothing").read() is None
        self.assert_own_way()

    def test_a_connection_that_was_lost_goes_the_usual_way(self):
        self.assert_own_way()
        lose(connection)

        assert self.one.read() is None
        assert fetch("SELECT 1")
        self.assert_own_way()

    def test_within_a_transaction_nothing_may_fail(self):
        with transaction.atomic():
            fetch("SELECT 1")
            assert self.one.read() is None

    def test_the_state_is_read_alike_in_both_ways(self):
        row = publication(1, changes_at=timezone.now())
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET datestyle = 'German'")
        own = read_state()
        assert read_state() == own

        with transaction.atomic():
            fetch("SELECT 1")
            assert read_state() == own
        assert own.sequence == row.sequence
        assert own.changes_at == row.changes_at


class ScheduleTests(TransactionTestCase):
    """What is due is known at once, though only the counter is asked."""

    def setUp(self) -> None:
        self.soon = timezone.now() + timedelta(hours=1)
        connection.ensure_connection()
        assert read_state().changes_at is None
        connection.ensure_connection()

    def test_a_document_that_gets_a_time(self):
        document = DocumentFactory(released_at=None)
        read_state()
        document.release_at = self.soon
        document.save()

        assert read_state().changes_at == self.soon

    def test_a_draft_that_gets_a_time(self):
        page = NewsPageFactory(live=False)
        read_state()
        page.go_live_at = self.soon
        page.save_revision().publish()

        assert read_state().changes_at == self.soon

    def test_what_is_scheduled_past_us_is_seen_after_a_second(self):
        document = DocumentFactory(released_at=None)
        read_state()
        type(document).objects.update(release_at=self.soon)

        with mock.patch("cms.publishing.reading.monotonic", return_value=1e9):
            assert read_state().changes_at == self.soon

    def test_what_is_due_is_asked_for_again(self):
        document = DocumentFactory(released_at=None, release_at=self.soon)
        connection.ensure_connection()
        with at(self.soon):
            assert read_state().is_due
            connection.ensure_connection()
            document.release()
            connection.ensure_connection()

            assert not read_state().is_due


class TransactionTests(TestCase):
    def test_nothing_is_tried_again_within_one(self):
        with (
            mock.patch(READ, side_effect=OperationalError("gone")) as tries,
            mock.patch.object(connections["default"], "is_usable", return_value=False),
            pytest.raises(OperationalError),
        ):
            fetch("SELECT 1")

        assert tries.call_count == 1
