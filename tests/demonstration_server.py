"""A running site with the demonstration, for clients and for hostile requests."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="module")
def site(django_db_setup: Any, django_db_blocker: Any) -> Iterator[LiveServer]:
    """Serve the demonstration, which the tests of a module only read."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        call_command("demo", stdout=StringIO())
        yield server
        server.stop()
        django_db_setup.restore()
