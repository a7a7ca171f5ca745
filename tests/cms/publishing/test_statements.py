"""Reading by SQL of our own, whatever becomes of the connection."""

from unittest import mock

import pytest
from django.db import OperationalError, connection, connections
from django.test import TestCase, TransactionTestCase

from cms.publishing import statements
from cms.publishing.statements import fetch

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


class TransactionTests(TestCase):
    def test_nothing_is_tried_again_within_one(self):
        with (
            mock.patch(READ, side_effect=OperationalError("gone")) as tries,
            mock.patch.object(connections["default"], "is_usable", return_value=False),
            pytest.raises(OperationalError),
        ):
            fetch("SELECT 1")

        assert tries.call_count == 1
