"""Looks after the publication log."""

from typing import Any

from django.core.management.base import (
    BaseCommand,
    CommandError,
    CommandParser,
)

from cms.publishing import audit, queue, references, retention
from cms.publishing.progress import ProgressBar
from cms.publishing.sources import Reference


class Command(BaseCommand):
    help = (
        "Compare the publication log with pages, documents and images, and what it"
        " depends on with Wagtail's index of references (--check), or write what is"
        " missing or wrong (--rebuild). A rebuild can be interrupted, and begun anew or"
        " where it stood (--after). Or remove the tombstones that have been kept for"
        " long enough (--prune): a run removes what the one before it has announced."
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
        parser.add_argument(
            "--after",
            metavar="RESOURCE/ID",
            help="Where a rebuild was stopped, as it said: it goes on from there.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["after"] and not options["rebuild"]:
            raise CommandError("--after belongs to --rebuild.")
        if options["check"]:
            self.check_log()
        elif options["prune"]:
            self.stdout.write(f"{retention.prune()} tombstones removed")
        else:
            self.rebuild(place(options["after"]))

    def check_log(self) -> None:
        found = self.tell(audit.check(), "difference")
        missed = self.tell(references.check(), "missed reference")
        queued = queue.length()
        if queued:
            self.stdout.write(f"{queued} queued: `manage.py publish_due` writes them.")
        if found:
            raise CommandError(
                "Run `manage.py publications --rebuild` to mend the log."
            )
        if missed:
            raise CommandError(
                "Run `manage.py rebuild_references_index`. What is missed after that "
                "is a mistake: see cms/publishing/references.py."
            )

    def tell(self, problems: Any, name: str) -> int:
        count = 0
        for problem in problems:
            count += 1
            self.stdout.write(str(problem))
        self.stdout.write(f"{count} {name}{'' if count == 1 else 's'}")
        return count

    def rebuild(self, after: Reference | None) -> None:
        last = after
        with ProgressBar(self.stderr, audit.total(after)) as bar:

            def tell(done: int, reference: Reference) -> None:
                nonlocal last
                last = reference
                bar.show(done)

            try:
                changed = audit.rebuild(tell, after)
            except KeyboardInterrupt:
                where = " --after {}/{}".format(*last) if last else ""
                raise CommandError(
                    "Stopped. What was written is right. Go on with `manage.py "
                    f"publications --rebuild{where}`."
                ) from None
        self.stdout.write(f"{changed} rows written")


def place(text: str | None) -> Reference | None:
    """Return the thing that is named as `pages/12`."""
    if not text:
        return None
    resource, _slash, number = text.partition("/")
    if resource not in audit.ORDER or not number.isdecimal():
        allowed = ", ".join(audit.ORDER)
        raise CommandError(f"--after is RESOURCE/ID; resources are {allowed}.")
    return resource, int(number)
