"""Read the files of documents: those that wait, or all of them again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.publishing.progress import ProgressBar
from documents.models import DocumentVersion, Reading
from documents.reading import read, unread


class Command(BaseCommand):
    help = (
        "Read the files of documents that wait to be read, as after an upgrade or when"
        " the worker for tasks was not running: number of pages, words, language,"
        " accessibility, picture of the first page. Tells which could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--again",
            action="store_true",
            help="Read all files, those that were read or refused before, too.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        versions = (
            DocumentVersion.objects.order_by("pk") if options["again"] else unread()
        )
        numbers = list(versions.values_list("pk", flat=True))
        if not numbers:
            self.stdout.write("No file waits to be read.")
            return
        with ProgressBar(self.stdout, len(numbers)) as bar:
            for done, number in enumerate(numbers, start=1):
                self.read(number)
                bar.show(done)
        self.tell(numbers)

    def read(self, number: int) -> None:
        version = DocumentVersion.objects.filter(pk=number).first()
        if version is not None:
            read(version)

    def tell(self, numbers: list[int]) -> None:
        """Name the files that were not read, with the reason."""
        unreadable = DocumentVersion.objects.filter(
            pk__in=numbers, reading__in=[Reading.REFUSED, Reading.FAILED]
        ).select_related("document")
        for version in unreadable:
            self.stdout.write(f"{version}: {version.reading_note}")
        self.stdout.write(
            f"{len(numbers) - len(unreadable)} of {len(numbers)} files read."
        )
