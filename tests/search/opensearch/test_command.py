"""`manage.py search_index`."""

from io import StringIO
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from tests.factories import NewsPageFactory
from tests.postgres import free_port

from .cases import ServerCase


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("search_index", *arguments, stdout=output, stderr=output)
    return output.getvalue()


class CommandTests(ServerCase):
    def test_makes_an_index_follows_and_makes_it_anew(self):
        NewsPageFactory()

        assert "A new index with" in run()
        assert run() == ""
        NewsPageFactory()
        assert "entries written" in run()
        assert "A new index with" in run("--rebuild")

    def test_a_server_that_is_away_is_named_without_the_password(self):
        self.use(f"http://user:s3cret@127.0.0.1:{free_port()}")

        with pytest.raises(
            CommandError, match=r"^http://127.0.0.1:\d+ did not"
        ) as told:
            run()

        assert "s3cret" not in str(told.value)

    def test_goes_on_until_it_is_stopped_whatever_becomes_of_the_server(self):
        self.use(f"http://127.0.0.1:{free_port()}")
        pauses = [None, None, KeyboardInterrupt]

        with (
            mock.patch("time.sleep", side_effect=pauses) as slept,
            # A test's connection has a transaction that must not end.
            mock.patch("search.management.commands.search_index.close_old_connections"),
        ):
            told = run("--every", "7")

        assert told.count("did not do it: ConnectionError") == 3
        assert {call.args for call in slept.call_args_list} == {(7,)}


class WithoutServerTests(TestCase):
    def test_says_that_there_is_nothing_to_do(self):
        with pytest.raises(CommandError, match="OPENSEARCH_URL is not set"):
            run()
