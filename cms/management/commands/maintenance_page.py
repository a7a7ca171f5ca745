"""The page that a proxy shows while the site is down."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

STYLE = "cms/css/maintenance.css"


class Command(BaseCommand):
    help = "Write the page that a proxy shows while the site is down, as one file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="where to write it")
        parser.add_argument(
            "--name",
            default=settings.WAGTAIL_SITE_NAME,
            help="the name of the site, as it stands above the message",
        )

    def handle(self, *args: Any, file: Path, name: str, **options: Any) -> None:
        try:
            file.write_text(maintenance_page(name), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"{file} is ready.")


def maintenance_page(name: str) -> str:
    """Return the page in all languages of the site, the site's own first."""
    own = settings.LANGUAGE_CODE
    others = [code for code, _name in settings.LANGUAGES if code != own]
    context = {"name": name, "languages": [own, *others], "style": style()}
    html: str = get_template("cms/maintenance.html").render(context)
    return html


def style() -> str:
    """Return the style sheet as an element: the page may load nothing."""
    found = finders.find(STYLE)
    if not isinstance(found, str):
        raise CommandError(f"{STYLE} is not there; run: make css")
    css = Path(found).read_text(encoding="utf-8")
    return format_html("<style>{}</style>", mark_safe(css))
