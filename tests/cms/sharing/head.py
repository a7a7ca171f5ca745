"""The head of a page, as search engines and sites that preview links read it."""

import json
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

JSON_LD = "application/ld+json"


@dataclass
class Head:
    title: str
    canonical: str
    named: dict[str, str] = field(default_factory=dict)
    graph: list[dict[str, Any]] = field(default_factory=list)

    def thing(self, kind: str) -> dict[str, Any]:
        """Return the one thing of a type."""
        (found,) = [each for each in self.graph if each["@type"] == kind]
        return found

    @property
    def kinds(self) -> set[str]:
        return {each["@type"] for each in self.graph}


def head_of(path: str, status: int = 200) -> Head:
    response = Client().get(path)
    assert response.status_code == status, f"{path}: {response.status_code}"
    return read_head(response.content)


def read_head(content: bytes) -> Head:
    page = BeautifulSoup(content, "html.parser").head
    link = page.find("link", rel="canonical")
    named = {
        m.get("name") or m.get("property"): m["content"]
        for m in page.find_all("meta", content=True)
    }
    script = page.find("script", type=JSON_LD)
    graph = json.loads(script.string)["@graph"] if script else []
    return Head(page.title.string, link["href"] if link else "", named, graph)
