"""Everything that must have happened before the server of `make run` starts."""

import socket
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection


class Command(BaseCommand):
    help = (
        "Migrate the database, load the demonstration once, make the first"
        " administrator and set the address of the site. A second run changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--port", type=int, help="Also set the site's address to this port."
        )
        parser.add_argument(
            "--anew", action="store_true", help="Remove the SQLite database first."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        if port is not None:
            self.refuse_port_in_use(port)
        if options["anew"]:
            self.remove_database()
        self.step("Database (the first time takes up to a minute)")
        call_command("migrate", verbosity=0)
        self.step("Demonstration content")
        call_command("demo")
        self.step("Administrator")
        call_command("create_admin")
        if port is not None:
            call_command("set_site_address", port=port)
            self.step(f"The site is at http://localhost:{port}/", first_line="\n")
            self.step(f"The editor is at http://localhost:{port}/admin/")
            self.step("Ctrl-C ends the server")

    def step(self, text: str, first_line: str = "") -> None:
        self.stdout.write(f"{first_line}{self.style.MIGRATE_HEADING('==>')} {text}")
        self.stdout.flush()

    def refuse_port_in_use(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Port {port} cannot be used ({error}). Stop the program that"
                    " uses it, or choose another one: make run PORT=8001"
                ) from None

    def remove_database(self) -> None:
        """Only the SQLite file of a developer: a server's database is not ours."""
        if connection.vendor != "sqlite":
            raise CommandError("--anew removes only an SQLite database.")
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
