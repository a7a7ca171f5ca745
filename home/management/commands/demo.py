"""Load the demonstration."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand

from home.demo.loading import is_loaded, load


class Command(BaseCommand):
    help = (
        "Load the demonstration into an empty site. A site that has a home page is"
        " left as it is: a second run changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.say("The site has its content already; nothing was changed.")
            return
        with quiet_logs():
            load(self.say)

    def say(self, text: str) -> None:
        self.stdout.write(f"    {text}")
        self.stdout.flush()


@contextmanager
def quiet_logs() -> Iterator[None]:
    """Leave out what Wagtail tells of each page: it buries what this command says."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)
