"""The Spanish interface is complete, and what is marked is in its catalog."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import gettext, override

from settings.environment import BASE_DIR

CATALOGS = sorted(BASE_DIR.glob("*/locale/*/LC_MESSAGES/django.po"))
MARKED = [
    re.compile(r'{%\s*(?:translate|trans)\s+"([^"]+)"'),
    re.compile(r'\b_\(\s*"([^"]+)"\s*\)'),
]


def catalog(file: Path):
    with file.open("rb") as source:
        return read_po(source)


def known_messages() -> set[str]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]
        for file in CATALOGS
        for message in catalog(file)
    }


def marked_messages() -> set[str]:
    found = set()
    for app in {file.parents[3] for file in CATALOGS}:
        for source in [*app.rglob("*.html"), *app.rglob("*.py")]:
            for pattern in MARKED:
                found |= set(pattern.findall(source.read_text()))
    return found


class TranslationTests:
    @pytest.mark.parametrize("file", CATALOGS, ids=lambda file: file.parents[3].name)
    def test_no_message_is_left_untranslated(self, file):
        unfinished = [
            message.id
            for message in catalog(file)
            if message.id and (message.fuzzy or not all(strings(message)))
        ]

        assert unfinished == []

    def test_what_is_marked_is_in_a_catalog(self):
        """Where not: `make messages`, and translate."""
        assert marked_messages() - known_messages() == set()

    def test_the_compiled_catalogs_are_in_use(self):
        with override("es"):
            assert gettext("Search") == "Buscar"


def strings(message) -> list[str]:
    one = isinstance(message.string, str)
    return [message.string] if one else list(message.string)
