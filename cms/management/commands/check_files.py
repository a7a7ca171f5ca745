"""Finds files that no record names, and records whose file is lost."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.storages.checks import ALIASES
from cms.storages.comparison import Comparison, compare
from cms.storages.stores import StoreError


class Command(BaseCommand):
    help = (
        "Compare the files of images and documents with the records that name them."
        " Ends with an error where a file has no record, or a record has no file."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--min-age",
            type=int,
            default=24,
            metavar="HOURS",
            help="Leave younger files out: their record may be about to be saved. "
            "The default is 24.",
        )
        parser.add_argument(
            "--delete-files-without-row",
            action="store_true",
            help="Remove the files that no record names.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["min_age"] < 0:
            raise CommandError("--min-age is a number of hours from 0.")
        older_than = timezone.now() - timedelta(hours=options["min_age"])
        differs = False
        try:
            for alias in ALIASES:
                found = compare(alias, older_than)
                self.tell(alias, found)
                if options["delete_files_without_row"]:
                    self.delete(alias, found)
                    differs |= bool(found.rows_without_file)
                else:
                    differs |= found.differs
        except StoreError as error:
            raise CommandError(str(error)) from error
        if differs:
            raise CommandError("Files and records do not agree: see above.")

    def tell(self, alias: str, found: Comparison) -> None:
        for file in found.files_without_row:
            since = f"{timezone.localtime(file.modified_at):%Y-%m-%d %H:%M}"
            self.stdout.write(
                f"{alias}: {file.name} ({file.size} bytes, {since}) has no row"
            )
        for name, rows in found.rows_without_file:
            named_by = ", ".join(str(row) for row in rows)
            self.stdout.write(f"{alias}: {name} is not there, but named by {named_by}")
        self.stdout.write(
            f"{alias}: files without a row: {len(found.files_without_row)}, "
            f"lost files: {len(found.rows_without_file)}"
        )

    def delete(self, alias: str, found: Comparison) -> None:
        for file in found.files_without_row:
            found.store.remove(file.name)
        self.stdout.write(f"{alias}: files removed: {len(found.files_without_row)}")
