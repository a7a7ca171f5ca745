"""Looks after the publication log."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.publishing import audit, retention
from cms.publishing.progress import ProgressBar


class Command(BaseCommand):
    help = (
        "Compare the publication log with pages, documents and images (--check), or"
        " write what is missing or wrong (--rebuild). A rebuild can be interrupted and"
        " begun anew. Or remove the tombstones that have been kept for long enough"
        " (--prune): a run removes what the one before it has announced."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        action = parser.add_mutually_exclusive_group(required=True)
        action.add_argument(
            "--check",
            action="store_true",
            help="Say what differs; ends with an error where anything does.",
        )
        action.add_argument("--rebuild", action="store_true", help="Mend what differs.")
        action.add_argument(
            "--prune",
            action="store_true",
            help="Remove old tombstones, as publish_due does.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self.check_log()
        elif options["prune"]:
            self.stdout.write(f"{retention.prune()} tombstones removed")
        else:
            self.rebuild()

    def check_log(self) -> None:
        found = 0
        for difference in audit.check():
            found += 1
            self.stdout.write(str(difference))
        plural = "" if found == 1 else "s"
        self.stdout.write(f"{found} difference{plural}")
        if found:
            raise CommandError(
                "Run `manage.py publications --rebuild` to mend the log."
            )

    def rebuild(self) -> None:
        with ProgressBar(self.stderr, audit.count()) as bar:
            changed = audit.rebuild(bar.show)
        self.stdout.write(f"{changed} rows written")
