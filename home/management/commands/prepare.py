"""Everything that must have happened before the server of `make run` starts."""

import shutil
import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
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
            "--anew",
            action="store_true",
            help="First remove the local SQLite database and the uploaded files.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        if port is not None:
            refuse_port_in_use(port)
        if options["anew"]:
            self.step("Removing the local database and its files")
            remove_local_data()
        self.step("Database (the first time takes up to a minute)")
        call_command("migrate", verbosity=0)
        if port is not None:
            # Before the content: what is published holds the site's address.
            call_command("set_site_address", port=port)
        self.step("Demonstration content")
        call_command("demo")
        self.step("Files of documents that were not read yet")
        call_command("read_documents", stdout=self.stdout)
        self.step("Publications as this release makes them")
        call_command("publications", rebuild=True, stdout=self.stdout)
        self.step("Administrator")
        call_command("create_admin")
        if port is not None:
            self.say_where(port)

    def step(self, text: str) -> None:
        self.stdout.write(f"{self.style.MIGRATE_HEADING('==>')} {text}")
        self.stdout.flush()

    def say_where(self, port: int) -> None:
        self.stdout.write(
            f"\n  Site    http://localhost:{port}/"
            f"\n  Editor  http://localhost:{port}/admin/"
            f"\n  API     http://localhost:{port}/api/v2/docs/"
            "\n\nCtrl-C ends the server.\n"
        )


def refuse_port_in_use(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be used ({error}). Stop the program that uses"
                " it, or choose another one: make run PORT=8001"
            ) from None


def remove_local_data() -> None:
    """Only a developer's: a server's database and a bucket are not ours to empty."""
    if connection.vendor != "sqlite" or not settings.DEBUG:
        raise CommandError("--anew is for an SQLite database in development only.")
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
    for alias in ("default", "documents"):
        storage = storages[alias]
        if isinstance(storage, FileSystemStorage):
            shutil.rmtree(storage.location, ignore_errors=True)
