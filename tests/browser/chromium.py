"""Finding and starting the browser that the machine has."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No traffic of the browser's own, and no graphics card.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    # An official address, as far as our own server can have one.
    "--host-resolver-rules=MAP *.example.gov 127.0.0.1",
)


class ChromiumNotFoundError(Exception):
    """Neither CHROMIUM nor the PATH leads to a browser."""


def find_chromium() -> str:
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    raise ChromiumNotFoundError


def arguments() -> list[str]:
    # Chromium's sandbox refuses to run as root, as in a container.
    return [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
