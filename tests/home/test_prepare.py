"""What `make run` does before it serves."""

import socket

import pytest
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, override_settings


class PortTests(SimpleTestCase):
    def test_a_port_in_use_is_said_before_anything_is_done(self):
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]

            with pytest.raises(CommandError, match=f"Port {port} cannot be used"):
                call_command("prepare", port=port)

    def test_a_port_that_does_not_exist(self):
        with pytest.raises(CommandError, match="Port 99999 cannot be used"):
            call_command("prepare", port=99999)


class AnewTests(SimpleTestCase):
    @override_settings(DEBUG=False)
    def test_a_server_keeps_its_data(self):
        with pytest.raises(CommandError, match="in development only"):
            call_command("prepare", anew=True)
