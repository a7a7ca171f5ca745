"""Fills the database of DATABASE_URL: `python -m tests.benchmarks.content STEP`.

`base` migrates it and loads the demonstration, pictures and documents; `pages 2000`
adds so many pages; `forget` empties the publication log, for a rebuild.
"""

import sys
from collections.abc import Callable

import django

Step = Callable[..., None]


def base() -> None:
    from django.core.management import call_command
    from wagtail.models import Site

    from tests.benchmarks.processes import HOST

    from .files import add_documents, add_images

    call_command("migrate", verbosity=0)
    # Before the content: what is published holds the site's address.
    Site.objects.update(hostname=HOST, port=443)
    call_command("demo")
    add_images()
    add_documents()


def add(total: str) -> None:
    from django.core.management.base import OutputWrapper

    from cms.publishing.progress import ProgressBar

    from .tree import add_pages

    with ProgressBar(OutputWrapper(sys.stderr), int(total)) as bar:
        add_pages(int(total), bar.show)


def forget() -> None:
    """Empty the log with all that hangs on it, and bring its tables up to date."""
    from django.core.management import call_command
    from django.db import connection

    from cms.publishing.models import Publication

    with connection.cursor() as cursor:
        table = connection.ops.quote_name(Publication._meta.db_table)
        cursor.execute(f"TRUNCATE {table} CASCADE")
    call_command("migrate", verbosity=0)


STEPS: dict[str, Step] = {"base": base, "pages": add, "forget": forget}


if __name__ == "__main__":
    django.setup()
    STEPS[sys.argv[1]](*sys.argv[2:])
