"""What translators have yet to do: `python -m tests.messages`, a part of `make check`.

Collects the words of the interface anew, in copies, and compares them with the
catalogs: a word that is marked and not in them, one that is in them and nowhere else,
and one without a translation are named, and fail the check. Needs GNU gettext.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from settings.environment import BASE_DIR

CATALOG = Path("locale/es/LC_MESSAGES/django.po")
COLLECT = ["makemessages", "--locale", "es", "--no-location", "--no-obsolete"]
SKIPPED = ("static", "node_modules", "__pycache__", "*.mo")


class GettextNotFoundError(Exception):
    """The program that collects words is not installed."""


def main() -> int:
    try:
        found = list(unfinished(BASE_DIR))
    except GettextNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    for line in found:
        print(line, file=sys.stderr)
    if found:
        print("`make messages` collects them; then translate.", file=sys.stderr)
    return 1 if found else 0


def unfinished(root: Path) -> Iterator[str]:
    """Yield in a line each what differs between marked words and translated ones."""
    for file in sorted(root.glob(f"*/{CATALOG}")):
        app = file.parents[3]
        with tempfile.TemporaryDirectory() as directory:
            collected = messages_in(collect(app, Path(directory) / app.name))
        for difference in differences(messages_in(file), collected):
            yield f"{app.name}: {difference}"


def collect(app: Path, copy: Path) -> Path:
    """Return the catalog of a copy of an application, with its words collected anew."""
    if not shutil.which("xgettext"):
        raise GettextNotFoundError("GNU gettext is needed: apt-get install gettext")
    shutil.copytree(app, copy, ignore=shutil.ignore_patterns(*SKIPPED))
    # Without the names of the copy before those of Python (`-P`).
    command = [sys.executable, "-P", "-m", "django", *COLLECT]
    # Collecting needs no settings, and the copy has none.
    names = os.environ.keys() - {"DJANGO_SETTINGS_MODULE"}
    around = {name: os.environ[name] for name in names}
    subprocess.run(command, cwd=copy, check=True, capture_output=True, env=around)
    return copy / CATALOG


def differences(
    translated: dict[str, Message], collected: dict[str, Message]
) -> Iterator[str]:
    """Yield what is wrong with a catalog, beside one that was collected anew."""
    for name in sorted(collected.keys() - translated.keys()):
        yield f"“{name}” is marked, and not in the catalog"
    for name in sorted(translated.keys() - collected.keys()):
        yield f"“{name}” is in the catalog, and nowhere else"
    for name, message in sorted(translated.items()):
        if message.fuzzy or not all(strings_of(message)):
            yield f"“{name}” is not translated"


def messages_in(file: Path) -> dict[str, Message]:
    """Return the messages of a catalog by what is marked, the first of two forms."""
    with file.open("rb") as source:
        return {singular(message): message for message in read_po(source) if message.id}


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def strings_of(message: Message) -> list[str]:
    one = isinstance(message.string, str)
    return [message.string] if one else list(message.string)


if __name__ == "__main__":
    sys.exit(main())
