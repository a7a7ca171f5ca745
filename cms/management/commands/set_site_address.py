"""Tells Wagtail at which address the default site is served."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from wagtail.models import Site


class Command(BaseCommand):
    help = "Set the host name and port of the default site, where they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="localhost")
        parser.add_argument("--port", type=int, default=80)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            raise CommandError("There is no default site: load the content first.")
        address = options["host"], options["port"]
        if (site.hostname, site.port) == address:
            return
        site.hostname, site.port = address
        site.save()
        self.stdout.write(f"The default site is at {site.root_url}")
