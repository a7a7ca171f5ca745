"""The search page: every question gets an answer."""

from datetime import date

from defusedxml import ElementTree
from django.test import TestCase
from django.utils.http import urlencode

from search.facets import NAMES
from tests.assertions import assert_same_queries
from tests.content import text_at
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    NewsPageFactory,
    TopicFactory,
)


class SearchPageTests(TestCase):
    def ask(self, **query: str):
        return self.client.get("/search/", query)

    def test_without_a_question_says_what_can_be_asked(self):
        HomePageFactory()
        for path in ("/search/", "/search/?q=", "/search/?q=%20%00%20"):
            assert "Try a title or a few words of it." in text_at(path)

    def test_says_how_many_there_are_and_what_each_is(self):
        NewsPageFactory(title="The forum", lead="Handouts to download.")

        text = text_at("/search/?q=forum")

        assert "1 result for “forum”" in text
        assert "The forum" in text
        assert "October 3, 2017" in text

    def test_a_result_without_a_summary_shows_its_lead(self):
        NewsPageFactory(title="The forum", lead="Handouts to download.")

        assert "Handouts to download" in text_at("/search/?q=forum")

    def test_nothing_found_says_what_to_do(self):
        HomePageFactory()

        text = text_at("/search/?q=zebra")

        assert "Nothing found for “zebra”" in text
        assert "fewer or more general words" in text

    def test_where_there_is_no_word_says_so(self):
        HomePageFactory()
        for words in ("-coe", '"', "😀"):
            text = text_at(f"/search/?{urlencode({'q': words})}")
            assert f"There is no word to look for in “{words}”." in text

    def test_filters_that_leave_nothing_say_so_once(self):
        NewsPageFactory(title="The forum")

        text = text_at("/search/?q=forum&year=1990")

        assert "Nothing found for “forum”" in text
        assert "Year: 1990" in text
        assert "0 results" not in text

    def test_a_chosen_topic_says_which_language_its_name_is_in(self):
        NewsPageFactory(title="The forum", topics=[TopicFactory(name="Eligibility")])
        address = "search/?q=forum&topic=eligibility"

        shown = self.client.get(f"/es/{address}").content.decode()

        assert 'Tema: <span lang="en">Eligibility</span>' in shown

    def test_mended_words_are_said_to_be(self):
        NewsPageFactory(title="The national forum")

        text = text_at("/search/?q=nationl%20forum")

        assert "Nothing found for “nationl forum”. 1 result for national forum" in text

    def test_a_question_too_long_is_refused_with_the_limit(self):
        HomePageFactory()

        response = self.ask(q="x" * 201)

        self.assertContains(response, "up to 200 characters", status_code=400)
        assert self.ask(q="x" * 200).status_code == 200

    def test_no_question_is_an_error(self):
        NewsPageFactory(title="It’s here")
        for query in (
            *("\x00", "a\x00b", '"', "''", '"unbalanced', "%", "%%", "_", "\\", "\\\\"),
            *("' OR 1=1 --", "<script>alert(1)</script>", "🌽", "\ud83c\udf3d", "١"),
            *("x " * 100, "\u202e", "NEAR(", "a AND", "*", "^", "{", "q:"),
        ):
            response = self.client.get(
                "/search/?" + urlencode({"q": query.encode("utf-8", "surrogatepass")})
            )
            assert response.status_code == 200, query

    def test_bytes_that_are_no_text_are_no_error(self):
        HomePageFactory()

        assert self.client.get("/search/?q=%ff%fe%c3").status_code == 200

    def test_the_question_is_shown_as_written_and_never_run(self):
        HomePageFactory()

        response = self.ask(q='"><script>alert(1)</script>')

        self.assertNotContains(response, "<script>alert(1)")
        self.assertContains(response, "&lt;script&gt;alert(1)")

    def test_other_pages_are_the_nearest_there_is(self):
        for n in range(11):
            NewsPageFactory(title=f"Forum {n}")

        for page, count in (
            *(("1", 10), ("2", 1), ("99", 1), ("0", 1), ("-1", 1)),
            *(("", 10), ("x", 10), ("1e9", 10), ("9" * 40, 1)),
        ):
            response = self.ask(q="forum", page=page)
            results = response.context["search"].results
            assert len(results.object_list) == count, page

    def test_the_next_page_keeps_the_question(self):
        for n in range(11):
            NewsPageFactory(title=f"Q&A {n}")

        self.assertContains(self.ask(q="q&a"), "?q=q%26a&amp;page=2")

    def test_is_only_read(self):
        HomePageFactory()

        assert self.client.post("/search/", {"q": "x"}).status_code == 405

    def test_is_not_for_search_engines_and_gives_no_cookie(self):
        HomePageFactory()

        response = self.ask(q="x")

        self.assertContains(response, '<meta name="robots" content="noindex">')
        assert not response.cookies

    def test_queries_do_not_grow_with_what_is_found(self):
        for number in range(4):
            NewsPageFactory(title=f"The forum of {number}")
        DocumentFactory(title="Forum")

        assert_same_queries(
            lambda: self.ask(q="forum"),
            grow=lambda: [NewsPageFactory(title=f"Forum {n}") for n in range(7)],
        )


class NarrowingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        HomePageFactory()
        NewsPageFactory(title="Forum 2015", published_on=date(2015, 5, 5))
        NewsPageFactory(title="Forum 2017", published_on=date(2017, 5, 5))
        DocumentFactory(title="Forum form", document_type="form")

    def titles(self, **query):
        response = self.client.get("/search/", {"q": "forum", **query})
        assert response.status_code == 200
        return {hit.title for hit in response.context["search"].results.object_list}

    def test_by_a_facet_with_how_many_there_are(self):
        text = text_at("/search/?q=forum&type=news.NewsPage")

        assert "2 results for “forum”" in text
        assert "Kind: News item" in text
        assert "News item 2" in text
        assert "Document 1" in text

    def test_by_several_values(self):
        found = self.titles(type=["news.NewsPage", "documents.CustomDocument"])

        assert len(found) == 3

    def test_by_dates(self):
        assert self.titles(since="2016-01-01", until="2017-05-05") == {"Forum 2017"}

    def test_what_has_no_meaning_is_left_out(self):
        strange = {"since": "x", "until": "0000-00-00", "year": "٢٠١٥"}

        assert len(self.titles(**strange, nope="1", type="")) == 3

    def test_values_that_there_are_not_are_no_error(self):
        for name in NAMES:
            for value in ("nothing", "news.Nothing", "9" * 50, "a" * 3000, "％", "🌽"):
                response = self.client.get("/search/", {"q": "forum", name: value})

                assert response.status_code == 200, (name, value)

    def test_a_value_that_nothing_has_offers_the_way_back(self):
        response = self.client.get("/search/?q=forum&topic=none")

        self.assertContains(response, "Look for the same words everywhere")
        self.assertContains(response, 'href="?q=forum"')

    def test_a_choice_is_taken_back_by_its_chip(self):
        address = "/search/?q=forum&year=2015&year=2017&since=2014-01-01"

        self.assertContains(
            self.client.get(address),
            'href="?q=forum&amp;year=2017&amp;since=2014-01-01',
        )


class DescriptionTests(TestCase):
    def test_tells_browsers_how_to_search_here(self):
        HomePageFactory()

        response = self.client.get("/search/description.xml")

        assert response["Content-Type"].startswith(
            "application/opensearchdescription+xml"
        )
        root = ElementTree.fromstring(response.content)
        (url,) = root.findall("{http://a9.com/-/spec/opensearch/1.1/}Url")
        assert url.get("template").endswith("/search/?q={searchTerms}")
