"""The file that a proxy shows while the site is down."""

import re
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command

from cms.management.commands import maintenance_page


def written(tmp_path: Path, *options: str) -> str:
    file = tmp_path / "maintenance.html"
    call_command("maintenance_page", str(file), *options, stdout=StringIO())
    return file.read_text(encoding="utf-8")


class MaintenancePageTests:
    def test_asks_for_nothing_else(self, tmp_path):
        html = written(tmp_path)

        assert re.findall(r"(?:src|href|url|@import)", html) == []
        assert "<style>body{" in html

    def test_speaks_all_languages_of_the_site(self, tmp_path):
        page = BeautifulSoup(written(tmp_path), "html.parser")

        assert [s["lang"] for s in page.find_all("section")] == ["en", "es"]
        headings = [heading.get_text() for heading in page.find_all("h1")]
        assert headings[0] == "This site is not available right now"
        assert headings[1] == "Este sitio no está disponible en este momento"

    def test_names_the_site(self, tmp_path):
        html = written(tmp_path, "--name", "Fields & Schools")

        assert "Fields &amp; Schools" in html

    def test_is_small(self, tmp_path):
        assert len(written(tmp_path)) < 5000

    def test_needs_no_database(self, tmp_path):
        """pytest-django refuses every query here: there is no `db`."""
        assert written(tmp_path)

    def test_says_what_is_wrong(self, tmp_path):
        with pytest.raises(CommandError, match="cannot be written"):
            call_command("maintenance_page", str(tmp_path), stdout=StringIO())
        with (
            mock.patch.object(maintenance_page, "STYLE", "cms/css/no.css"),
            pytest.raises(CommandError, match="make css"),
        ):
            written(tmp_path)
