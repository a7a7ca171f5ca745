"""The server is away, late, behind or wrong: the database answers in its place."""

import logging

import pytest

from search.opensearch import server
from tests.factories import NewsPageFactory
from tests.postgres import free_port
from tests.search.test_api import SearchCase

from .cases import NAME, ServerCase
from .stand_in import answering, late


class FailingCase(ServerCase):
    """Always the stand-in: no real server fails when it is asked to."""

    def setUp(self) -> None:
        self.use(self.stand_in().url)
        SearchCase.setUp(self)
        NewsPageFactory(title="Forum of recruiters")
        self.index_all()
        self.server.requests.clear()

    def searches(self) -> int:
        return sum(path.endswith("_search") for _method, path in self.server.requests)


class AwayTests(FailingCase):
    def test_answers_that_are_none(self):
        whole = {"timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": []}}
        for status, answer in (
            (500, {"error": "broken"}),
            (503, {}),
            (401, {"error": "who?"}),
            (200, b"<html>A proxy.</html>"),
            (200, []),
            (200, {}),
            (200, whole),
            (200, whole | {"timed_out": True}),
            (200, whole | {"_shards": {"failed": 1}}),
        ):
            server.rest.end()
            self.server.fail = answering(status, answer)

            assert self.titles("forum", limit=status // 10) == ["Forum of recruiters"]

    def test_a_server_that_is_not_there_is_left_alone_for_a_while(self):
        self.server.fail = answering(503, {})
        assert self.titles("forum") == ["Forum of recruiters"]
        assert self.searches() == 1

        self.server.fail = lambda path: None
        assert self.titles("forum OR of") == ["Forum of recruiters"]
        assert self.searches() == 1

        server.rest.end()
        assert self.titles("forum OR recruiters") == ["Forum of recruiters"]
        assert self.searches() > 1

    def test_nobody_waits_long(self):
        self.enterContext(
            self.settings(OPENSEARCH_URL=f"http://127.0.0.1:{free_port()}")
        )
        assert self.titles("forum") == ["Forum of recruiters"]

    def test_a_late_answer_is_none(self):
        self.server.fail = late(0.5)
        self.enterContext(pytest.MonkeyPatch.context()).setattr(server, "READING", 0.1)

        assert self.titles("forum") == ["Forum of recruiters"]
        assert server.rest

    def test_a_lost_index_is_none(self):
        self.server.indices.clear()
        self.server.aliases.clear()

        assert self.titles("forum") == ["Forum of recruiters"]

    def test_what_is_noted_tells_neither_the_query_nor_the_password(self):
        self.server.fail = answering(500, {"error": {"reason": "of forum"}})
        address = self.server.url.replace("//", "//user:s3cret@")
        self.enterContext(self.settings(OPENSEARCH_URL=address))

        logging.disable(logging.NOTSET)
        with self.assertLogs("search.opensearch.server", "WARNING") as notes:
            self.titles("forum")

        (note,) = notes.output
        assert note.endswith("did not answer a search: TransportError 500")
        assert "forum" not in note
        assert "s3cret" not in note


class BehindTests(FailingCase):
    def test_what_leaves_is_not_found_before_the_server_knows(self):
        page = NewsPageFactory(title="Forum of teachers")
        self.follow()
        page.unpublish()

        assert self.titles("teachers") == []
        found = self.found("search/", q="forum", facets="*", highlight="true")
        assert found["meta"]["total_count"] == 1
        assert "teachers" not in str(found)
        assert self.searches() > 0

    def test_what_comes_is_found_before_the_server_knows(self):
        NewsPageFactory(title="Forum of teachers")

        assert self.titles("teachers") == ["Forum of teachers"]
        assert "teachers" not in str(self.server.index(NAME).visible)

    def test_words_that_were_changed_are_not_found(self):
        page = NewsPageFactory(title="Forum of teachers")
        self.follow()
        page.title = "Forum of pupils"
        page.save_revision().publish()

        assert self.titles("teachers") == []
