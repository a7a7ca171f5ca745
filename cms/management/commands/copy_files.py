"""Moves an installation to a bucket, or back."""

from typing import Any

from django.conf import settings
from django.core.files.storage.handler import StorageHandler
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.publishing.progress import ProgressBar
from cms.storages.checks import ALIASES
from cms.storages.copying import Outcome, copy_files
from cms.storages.stores import StoreError

GO_ON = "What was copied is whole: run the command again to go on."


class Command(BaseCommand):
    help = (
        "Copy all images and documents from this machine to the bucket of"
        " RESULTS_S3_BUCKET (--to bucket), or back (--to local), and compare their"
        " checksums. Removes nothing and writes nothing over. It can be interrupted and"
        " run again: it copies what is not there yet."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to",
            choices=["bucket", "local"],
            required=True,
            help="Where the files are to be.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.S3_BUCKET:
            raise CommandError(
                "RESULTS_S3_BUCKET is not set. Set it, and what belongs to it in "
                ".env.example, for this command."
            )
        local: Any = settings.LOCAL_FILES
        bucket: Any = settings.S3_FILES
        stores = StorageHandler(local), StorageHandler(bucket)
        source, target = stores if options["to"] == "bucket" else stores[::-1]
        problems = 0
        try:
            for alias in ALIASES:
                outcome = self.copy(source[alias], target[alias])
                problems += self.tell(alias, outcome)
        except StoreError as error:
            raise CommandError(f"{error} {GO_ON}") from error
        except KeyboardInterrupt:
            raise CommandError(f"Stopped. {GO_ON}") from None
        if problems:
            raise CommandError("Not all files are the same in both places: see above.")

    def copy(self, source: Any, target: Any) -> Outcome:
        total = sum(1 for _ in source.files())
        with ProgressBar(self.stderr, total) as bar:
            return copy_files(source, target, bar.show)

    def tell(self, alias: str, outcome: Outcome) -> int:
        """Say what became of the files of a store; return how many are not right."""
        for name, copied in outcome.problems:
            self.stdout.write(f"{alias}: {name} is {copied.value}")
        self.stdout.write(f"{alias}: {outcome}")
        return len(outcome.problems)
