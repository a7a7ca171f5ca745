"""The documentation is true: what it names exists, and what exists is named."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.urls import resolve

from settings.environment import BASE_DIR

DOCUMENTS = [
    *(BASE_DIR / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((BASE_DIR / "docs").rglob("*.md")),
]
VARIABLE = r"\b(?:RESULTS_[A-Z0-9_]+|DATABASE_URL|OPENSEARCH_URL)\b"


def found_in(files: Iterable[Path], pattern: str) -> set[str]:
    return {word for file in files for word in re.findall(pattern, file.read_text())}


def settings_files() -> list[Path]:
    return sorted((BASE_DIR / "settings").glob("*.py"))


class MakeTargetTests:
    named = found_in(DOCUMENTS, r"(?:^|`|\$ )make ([a-z][a-z-]*)")
    shown = found_in([BASE_DIR / "Makefile"], r"(?m)^([a-z-]+):.*## ")

    def test_named_targets_exist(self):
        assert self.named - self.shown == set()

    def test_each_target_is_named(self):
        assert self.shown - self.named - {"help"} == set()

    def test_the_two_commands_of_the_readme_are_there(self):
        assert {"run", "test"} <= found_in([BASE_DIR / "README.md"], r"make ([a-z]+)")


class VariableTests:
    read = found_in(settings_files(), rf'environment\.\w+\(\s*"({VARIABLE})"')
    explained = found_in([BASE_DIR / ".env.example"], rf"(?m)^#?({VARIABLE})=")

    def test_each_variable_that_is_read_is_explained(self):
        assert self.read - self.explained == set()

    def test_each_explained_variable_is_read(self):
        assert self.explained - self.read == set()

    def test_named_variables_exist(self):
        assert found_in(DOCUMENTS, VARIABLE) - self.read == set()

    def test_only_one_settings_file_reads_the_environment(self):
        readers = [
            file.name
            for file in settings_files()
            if re.search(r"os\.(environ|getenv)", file.read_text())
        ]

        assert readers == ["environment.py"]

    def test_the_applications_do_not_read_it(self):
        # wsgi.py names the settings, which is before there are any.
        readers = [
            str(file.relative_to(BASE_DIR))
            for app in ("cms", "home", "news", "documents", "search")
            for file in (BASE_DIR / app).rglob("*.py")
            if re.search(r"os\.(environ|getenv)", file.read_text())
        ]

        assert readers == ["cms/wsgi.py"]


class CommandTests:
    named = found_in(DOCUMENTS, r"manage\.py ([a-z_]+)")

    def test_named_commands_exist(self):
        assert self.named - set(get_commands()) == set()

    def test_each_command_of_ours_is_named(self):
        ours = {
            command
            for command, app in get_commands().items()
            if any(
                config.name == app
                and Path(config.path).is_relative_to(BASE_DIR)
                and ".venv" not in Path(config.path).parts
                for config in apps.get_app_configs()
            )
        }

        assert "prepare" in ours
        assert ours - self.named == set()


class AddressTests:
    named = found_in(DOCUMENTS, r"`(?:GET )?(/(?:api|admin)/[^`\s?<]*)")

    @pytest.mark.parametrize("path", sorted(named))
    def test_named_addresses_exist(self, path):
        # Wagtail's own route takes whatever no other one does.
        assert resolve(path).url_name != "wagtail_serve"

    def test_some_are_named(self):
        assert self.named


class LinkTests:
    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
    def test_links_within_the_project_lead_to_files(self, document):
        links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text())

        broken = [link for link in links if not (document.parent / link).exists()]

        assert broken == []
