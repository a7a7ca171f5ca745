"""The worker step that makes time a writer."""

import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections, transaction

from cms.publishing.clock import follow_due
from cms.publishing.retention import prune
from cms.publishing.worker import write_all_queued, write_queued

# Seconds between two looks into an empty queue: one query each.
PAUSE = 1


class Command(BaseCommand):
    help = (
        "Publish and unpublish what its time has come for: pages with a set date,"
        " documents with a set release, and whatever else changes by the clock."
        " Writes the rows that a change of many things has queued, and"
        " removes the tombstones that have been kept for long enough, too."
        " Run it every minute, or let it run with --every."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="Do not end, but do it again after this many seconds.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.publish_due()
            if not options["every"]:
                write_all_queued()
            while options["every"]:
                self.write_queued_for(options["every"])
                self.publish_due()
        except KeyboardInterrupt:
            pass

    def write_queued_for(self, seconds: float) -> None:
        """Write what is queued, and what is queued meanwhile, for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            close_old_connections()
            if not write_queued():
                time.sleep(min(left, PAUSE))

    def publish_due(self) -> None:
        with transaction.atomic():
            call_command("publish_scheduled", stdout=self.stdout)
        follow_due()
        prune()
