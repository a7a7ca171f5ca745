"""A site whose search is on a server: that of OPENSEARCH_URL, or the stand-in."""

import os
from typing import Any

from django.test import override_settings

from search.finding import Found, find, hits
from search.index import Question
from search.language import parse
from search.opensearch.following import follow, rebuild
from search.opensearch.server import backend, backend_at, rest
from tests.search.test_api import SearchCase

from .stand_in import StandIn, serving

NAME = f"results-tests-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


class ServerCase(SearchCase):
    """`titles` and the other ways to ask, of a server; `index_all` writes its index."""

    def setUp(self) -> None:
        self.use(os.environ.get("OPENSEARCH_URL") or self.stand_in().url)
        super().setUp()

    def stand_in(self) -> StandIn:
        self.server = self.enterContext(serving())
        return self.server

    def use(self, url: str) -> None:
        self.enterContext(override_settings(OPENSEARCH_URL=url, OPENSEARCH_INDEX=NAME))
        rest.end()
        self.addCleanup(rest.end)
        self.addCleanup(backend_at.cache_clear)
        self.addCleanup(self.remove_index)

    def remove_index(self) -> None:
        indices = backend().es.indices
        for name in (
            indices.get(index=f"{NAME}-*") if os.environ.get("OPENSEARCH_URL") else ()
        ):
            indices.delete(index=name)

    def index_all(self) -> None:
        rebuild()

    def follow(self) -> int:
        return follow()

    def question(self, text: str, **filters: Any) -> Question:
        return Question(parse(text), "en", filters)

    def find(self, text: str, **filters: Any) -> Found:
        return find(self.question(text, **filters))

    def shown(self, found: Found) -> list[Any]:
        return hits(found.question.query, found.matches.found)
