"""Reading by SQL of our own, whatever becomes of the connection."""

from contextlib import closing
from unittest import mock

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TestCase, TransactionTestCase
from django.utils import timezone

from cms.publishing import statements
from cms.publishing.reading import read_state
from cms.publishing.statements import Standing, fetch
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

    one = Standing(b"one", "SELECT 1, NULL")
    row = (b"1", None) if connection.vendor == "postgresql" else None

    def setUp(self) -> None:
        connection.ensure_connection()

    def test_a_row_comes_as_the_database_wrote_it(self):
        assert self.one.row() == self.row
        assert self.one.row() == self.row

    def test_what_a_connection_has_forgotten_it_is_told_again(self):
        self.one.row()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DEALLOCATE ALL")

        assert self.one.row() == self.row

    def test_one_that_is_wrong_goes_the_usual_way(self):
        assert Standing(b"wrong", "SELECT nothing").row() is None
        assert self.one.row() == self.row

    def test_a_connection_that_was_lost_goes_the_usual_way(self):
        lose(connection)

        assert self.one.row() is None
        assert read_state().sequence == 0

    def test_within_a_transaction_nothing_may_fail(self):
        with transaction.atomic():
            fetch("SELECT 1")
            assert self.one.row() is None

    def test_the_state_is_read_alike_in_both_ways(self):
        row = publication(1, changes_at=timezone.now())
        unread = read_state()

        with transaction.atomic():
            fetch("SELECT 1")
            assert read_state() == unread
        assert unread.sequence == row.sequence
        assert unread.changes_at == row.changes_at


def lose(lost: BaseDatabaseWrapper) -> None:
    """End a connection from the other side; SQLite has none."""
    if lost.vendor != "postgresql":
        return
    with lost.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    other = lost.copy()
    with closing(other), other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [process])


class TransactionTests(TestCase):
    def test_nothing_is_tried_again_within_one(self):
        with (
            mock.patch(READ, side_effect=OperationalError("gone")) as tries,
            mock.patch.object(connections["default"], "is_usable", return_value=False),
            pytest.raises(OperationalError),
        ):
            fetch("SELECT 1")

        assert tries.call_count == 1
