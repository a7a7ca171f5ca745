"""Consumers with generated clients read a running site as a whole: `make client`."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from cms.publishing.models import Publication
from settings.environment import BASE_DIR

from .node import find_node

CLIENTS = BASE_DIR / "var" / "clients"
HERE = Path(__file__).parent
TSC = BASE_DIR / "node_modules" / "typescript" / "bin" / "tsc"
ORIGIN = "http://localhost:8000"
SECONDS = 120


def run(*command: str | Path, **variables: str) -> str:
    """Return what a program prints; one that fails shows why."""
    done = subprocess.run(
        command,
        cwd=BASE_DIR,
        env=os.environ | variables,
        timeout=SECONDS,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def compile_typescript(source: Path, directory: Path) -> Path:
    """Return the program that the compiler makes of a file of strict TypeScript."""
    project = directory / "tsconfig.json"
    types = CLIENTS / "typescript" / "api.d.ts"
    options = {"outDir": str(directory), "paths": {"results-api": [str(types)]}}
    settings = {"extends": str(HERE / "tsconfig.json"), "files": [str(source)]}
    project.write_text(json.dumps(settings | {"compilerOptions": options}))
    run(find_node(), TSC, "--project", project)
    return directory / f"{source.stem}.js"


def words_in(page: dict[str, Any]) -> int:
    texts = [page["lead"]]
    for block in page["body"]:
        if block["type"] == "rich_text":
            texts.append(block["value"])
        elif block["type"] == "heading":
            texts.append(block["value"]["text"])
    return len(" ".join(texts).split())


def all_that_is_public() -> dict[str, Any]:
    """Return what a consumer must have found, by the publication log."""
    rows = Publication.objects.live()
    listed = Publication.objects.listed().order_by("object_id")
    news = listed.filter(type="news.NewsPage")
    return {
        "lists": {
            resource: [row.object_id for row in listed.filter(resource=resource)]
            for resource in ("pages", "documents", "images")
        },
        "copied": dict(Counter(row.resource for row in rows)),
        "gone": 0,
        "dated": listed.filter(type__in=["news.NewsPage", "news.StoryPage"]).count(),
        "words": sum(words_in(json.loads(row.body)) for row in news),
    }


@pytest.fixture(autouse=True)
def database(site: LiveServer, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


class ConsumerTests:
    """Each goes through all pages of all lists, all details, and the changes."""

    def test_there_is_more_than_one_page_of_each_list(self):
        lists = all_that_is_public()["lists"]

        assert all(len(ids) > 2 for ids in lists.values()), lists

    def test_in_typescript(self, site, tmp_path):
        program = compile_typescript(HERE / "consumer.ts", tmp_path)

        found = run(find_node(), program, site.url)

        assert json.loads(found) == all_that_is_public()

    def test_in_python(self, site):
        path = str(CLIENTS / "python")

        found = run(sys.executable, HERE / "consumer.py", site.url, PYTHONPATH=path)

        assert json.loads(found) == all_that_is_public()


class DocumentationTests:
    """The examples of docs/api.md print each news item."""

    def example(self, language: str, site: LiveServer) -> str:
        text = (BASE_DIR / "docs" / "api.md").read_text()
        (code,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
        assert ORIGIN in code
        return code.replace(ORIGIN, site.url)

    def news(self) -> list[str]:
        rows = Publication.objects.listed().filter(type="news.NewsPage")
        cards = (json.loads(row.card) for row in rows)
        return sorted(f"{card['published_on']} {card['title']}" for card in cards)

    def test_in_typescript(self, site, tmp_path):
        source = tmp_path / "example.ts"
        source.write_text(self.example("ts", site))

        printed = run(find_node(), compile_typescript(source, tmp_path))

        assert sorted(printed.splitlines()) == self.news()

    def test_in_python(self, site):
        code = self.example("python", site)

        printed = run(sys.executable, "-c", code, PYTHONPATH=str(CLIENTS / "python"))

        assert sorted(printed.splitlines()) == self.news()
