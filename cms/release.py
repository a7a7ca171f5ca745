"""Which release of the site this is: what its own files say."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings

BASE = Path(__file__).parent.parent
KINDS = ("*.py", "*.html", "*.mo", "*.css")


@cache
def release() -> str:
    """Return what differs between two releases, and is the same in all processes.

    An answer that was made by other code or other templates is another answer,
    though nothing was published in between.
    """
    shown = (settings.LANGUAGE_CODE, settings.TIME_ZONE, settings.NOINDEX)
    digest = sha256(repr(shown).encode())
    ours = (app.path for app in apps.get_app_configs() if is_ours(Path(app.path)))
    for path in ours:
        for kind in KINDS:
            for file in sorted(Path(path).rglob(kind)):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def is_ours(path: Path) -> bool:
    """Tell whether an application stands in this repository, and was not installed."""
    inside = path.is_relative_to(BASE)
    return inside and "site-packages" not in path.parts
