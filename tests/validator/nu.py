"""The Nu HTML Checker, which npm installs and Java runs."""

import json
import shutil
import subprocess
from pathlib import Path

from settings.environment import BASE_DIR

ARCHIVE = BASE_DIR / "node_modules/vnu-jar/build/dist/vnu.jar"


class JavaNotFoundError(Exception):
    """The PATH leads to no Java."""


def find_java() -> str:
    if path := shutil.which("java"):
        return path
    raise JavaNotFoundError


def errors_of(pages: dict[str, str], directory: Path) -> list[str]:
    """Return each error of HTML pages by path: where it is, what, and the markup.

    The directory is empty, and holds the pages while they are read.
    """
    paths = {}
    for number, (path, html) in enumerate(pages.items()):
        file = directory / f"{number}.html"
        file.write_text(html)
        paths[f"file:{file}"] = path
    done = subprocess.run(
        [
            *(find_java(), "-jar", str(ARCHIVE), "--stdout", "--exit-zero-always"),
            *("--errors-only", "--format", "json", str(directory)),
        ],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [
        f"{paths[one['url']]}, line {one.get('lastLine')}: {one['message']}"
        f" {one.get('extract', '')!r}"
        for one in json.loads(done.stdout)["messages"]
    ]
