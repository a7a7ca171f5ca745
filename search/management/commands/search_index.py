"""Looks after the index on the OpenSearch server."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from cms.publishing.progress import ProgressBar


class Command(BaseCommand):
    help = (
        "Write to the index on the OpenSearch server what has changed in the"
        " publication log, or all of it where there is no index yet (--rebuild: in any"
        " case). The database's own index answers until the server's has all. Run it"
        " beside the site with --every 1."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help="Write a new index, which then takes the place of the old one.",
        )
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="Do not end, but look for changes again after this many seconds.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.OPENSEARCH_URL:
            raise CommandError(
                "OPENSEARCH_URL is not set: the search reads the index in the database,"
                " which is written with the publication log and needs no command."
            )
        try:
            if options["rebuild"]:
                self.rebuild()
            self.follow_every(options["every"])
        except KeyboardInterrupt:
            pass

    def follow_every(self, seconds: int | None) -> None:
        """Follow once, or again and again, whatever becomes of the server meanwhile."""
        while True:
            try:
                self.follow()
            except CommandError as error:
                if not seconds:
                    raise
                self.stderr.write(str(error))
            if not seconds:
                return
            time.sleep(seconds)
            close_old_connections()

    def follow(self) -> None:
        from search.opensearch.following import IndexLostError, follow

        try:
            written = self.done_by(follow)
        except IndexLostError:
            self.stdout.write("There is no index, or it has missed something.")
            self.rebuild()
            return
        if written:
            self.stdout.write(f"{written} entries written")

    def rebuild(self) -> None:
        from search.opensearch.following import rebuild, total

        with ProgressBar(self.stderr, total()) as bar:
            written = self.done_by(lambda: rebuild(bar.show))
        self.stdout.write(f"A new index with {written} entries")

    def done_by(self, work: Any) -> int:
        """Return what work returns; CommandError where the server does not do it."""
        from opensearchpy.exceptions import OpenSearchException

        from search.opensearch.following import NotWrittenError
        from search.opensearch.server import place, reason

        try:
            done: int = work()
        except OpenSearchException as error:
            raise CommandError(f"{place()} did not do it: {reason(error)}") from None
        except NotWrittenError as error:
            raise CommandError(f"{place()} refused an entry: {error}") from None
        return done
