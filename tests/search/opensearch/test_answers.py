"""What the database finds, an OpenSearch server finds as well: the same cases."""

from datetime import date
from unittest import mock

from django.core.cache import caches

from search.opensearch import index as server_index
from search.opensearch.following import IndexLostError, follow, rebuild
from search.opensearch.server import ask as ask_server
from tests.documents.library.cases import LibraryTestCase
from tests.factories import DocumentFactory, NewsPageFactory, give_text
from tests.search import test_api

from .cases import ServerCase


class AnsweredByServer(ServerCase):
    """The server has read all of the log before a question, and answers it itself."""

    def ask(self, path: str, headers=None, **query):
        bring_up_to_date()
        caches["answers"].clear()
        answers = []

        def asked(body):
            answers.append(ask_server(body))
            return answers[-1]

        with mock.patch.object(server_index, "ask", asked):
            response = super().ask(path, headers, **query)
        assert None not in answers
        return response


def bring_up_to_date() -> None:
    try:
        follow()
    except IndexLostError:
        rebuild()


class ServerRankingTests(AnsweredByServer, test_api.RankingTests):
    pass


class ServerLanguageTests(AnsweredByServer, test_api.LanguageTests):
    pass


class ServerMendingTests(AnsweredByServer, test_api.MendingTests):
    pass


class ServerFreshnessTests(AnsweredByServer, test_api.FreshnessTests):
    pass


class ServerPhraseTests(AnsweredByServer):
    def test_words_beside_each_other_or_not_at_all(self):
        NewsPageFactory(title="Forum of recruiters")
        body = [("rich_text", "<p>Of recruiters a forum.</p>")]
        NewsPageFactory(title="Recruiters of a forum", body=body)

        assert self.titles('"forum of recruiters"') == ["Forum of recruiters"]
        assert self.titles('recruiters -"a forum"') == ["Forum of recruiters"]
        assert set(self.titles('"forum of" OR "of a"')) == {
            *("Forum of recruiters", "Recruiters of a forum")
        }

    def test_words_may_stand_on_different_pages_of_a_file(self):
        give_text(DocumentFactory(title="Handout"), "Sugar.", "Beets.", "Sugar beets.")

        (item,) = self.items("search/", q="sugar beets", highlight="true")

        assert [page["number"] for page in item["pages"]] == [3]
        assert item["pages"][0]["highlight"].count("<mark>") == 2

    def test_facets_narrow_and_are_counted(self):
        NewsPageFactory(title="Forum 2015", published_on=date(2015, 5, 5))
        NewsPageFactory(title="Forum 2017", published_on=date(2017, 5, 5))
        DocumentFactory(title="Forum form", document_type="form")

        assert self.titles("forum", year="2015") == ["Forum 2015"]
        assert self.titles("forum", document_type="form") == ["Forum form"]
        assert self.titles("forum", date__gte="2016-01-01", date__lte="2017-12-31") == [
            "Forum 2017"
        ]
        found = self.found("search/", q="forum", facets="type")
        values = found["facets"][0]["values"]
        assert [(value["value"], value["count"]) for value in values] == [
            ("news.NewsPage", 2),
            ("documents.CustomDocument", 1),
        ]

    def test_more_than_are_ranked_are_said_to_be_more(self):
        for number in range(4):
            NewsPageFactory(title=f"Forum {number}")

        with (
            mock.patch("search.opensearch.queries.BOUND", 2),
            mock.patch("search.opensearch.index.BOUND", 2),
        ):
            meta = self.found("search/", q="forum")["meta"]

        assert (meta["total_count"], meta["total_is_exact"]) == (2, False)

    def test_text_in_other_languages_is_found_as_it_is_written(self):
        NewsPageFactory(title="Educación migrante 移民")

        for query in ("educacion", "EDUCACIÓN", "移民"):
            assert self.titles(query) == ["Educación migrante 移民"], query


class ServerLibraryTests(ServerCase, LibraryTestCase):
    def test_the_library_finds_words_of_files(self):
        give_text(DocumentFactory(title="Form"), "Sugar beets.")
        DocumentFactory(title="Other")
        bring_up_to_date()

        assert LibraryTestCase.titles(self, q="beet") == ["Form"]
