"""The search of the API: what is found, in which order, and what is said of it."""

from datetime import date
from unittest import mock

from django.utils import translation

from tests.cms.api.cases import ApiTestCase
from tests.factories import (
    DocumentFactory,
    HomePageFactory,
    NewsPageFactory,
    TopicFactory,
    give_text,
)


class SearchCase(ApiTestCase):
    def setUp(self):
        HomePageFactory(title="Start")

    def titles(self, q: str, **query) -> list[str]:
        return [item["title"] for item in self.items("search/", q=q, **query)]


class RankingTests(SearchCase):
    def test_title_before_summary_before_text_before_file(self):
        in_file = DocumentFactory(title="In its file")
        give_text(in_file, "A page about recruiters.")
        body = [("rich_text", "<p>For recruiters.</p>")]
        NewsPageFactory(title="In its text", body=body)
        NewsPageFactory(title="In its summary", lead="What recruiters do.")
        NewsPageFactory(title="Recruiters in its title")

        assert self.titles("recruiter") == [
            "Recruiters in its title",
            "In its summary",
            "In its text",
            "In its file",
        ]

    def test_current_before_superseded(self):
        DocumentFactory(title="Guidance", status="superseded")
        DocumentFactory(title="Guidance on moves", status="current")

        assert self.titles("guidance") == ["Guidance on moves", "Guidance"]

    def test_newest_of_equals(self):
        for year in (2015, 2017, 2016):
            NewsPageFactory(title=f"Forum {year}", published_on=date(year, 1, 1))

        assert self.titles("forum") == ["Forum 2017", "Forum 2016", "Forum 2015"]


class LanguageTests(SearchCase):
    def setUp(self):
        super().setUp()
        NewsPageFactory(title="Forum of recruiters")
        NewsPageFactory(title="Webinar of recruiters")

    def test_words_of_which_one_must_be_there(self):
        assert len(self.titles("forum OR webinar")) == 2

    def test_words_that_must_not_be_there(self):
        assert self.titles("recruiters -webinar") == ["Forum of recruiters"]

    def test_words_beside_each_other(self):
        assert self.titles('"forum of recruiters"') == ["Forum of recruiters"]
        assert self.titles('"recruiters forum"') == []

    def test_what_is_copied_from_a_file_is_read_as_it_looks(self):
        copied = "certi\u00adficate\u00a0of\u202feligi\u200dbility"
        NewsPageFactory(title="Certificate of eligibility")

        (title,) = self.titles(copied)
        (suggested,) = self.items("search/suggest/", q=copied)
        (listed,) = self.items("pages/", search=copied)

        assert title == suggested["title"] == listed["title"]

    def test_control_characters_are_refused(self):
        for sign in "\x00\x1b\x7f\u2028\ue000":
            (error,) = self.refused("search/", q=f"a{sign}b")
            assert error["message"] == "has a control character"

    def test_accents_do_not_matter(self):
        NewsPageFactory(title="Educación migrante")

        assert self.titles("educacion") == ["Educación migrante"]
        assert self.titles("EDUCACIÓN") == ["Educación migrante"]

    def test_signs_part_words(self):
        NewsPageFactory(title="National ID&R Forum")

        assert self.titles("ID&R") == ["National ID&R Forum"]


class MendingTests(SearchCase):
    def setUp(self):
        super().setUp()
        NewsPageFactory(title="Eligibility of children")

    def test_a_word_that_is_mistyped(self):
        for typed in ("eligibilty", "eligibillity", "eligibolity", "elgiibility"):
            found = self.found("search/", q=f"{typed} children")

            assert found["meta"]["instead_of"] == f"{typed} children"
            assert found["meta"]["query"] == "eligibility children"
            assert len(found["items"]) == 1

    def test_nothing_is_mended_where_something_is_found(self):
        NewsPageFactory(title="Eligibilty")

        assert self.found("search/", q="eligibilty")["meta"]["instead_of"] is None

    def test_words_of_what_left_are_not_told(self):
        NewsPageFactory(title="Confidential").unpublish()

        found = self.found("search/", q="confidentail")

        assert found["meta"] == {
            "total_count": 0,
            "total_is_exact": True,
            "query": "confidentail",
            "instead_of": None,
            "other_languages": [],
        }


class FreshnessTests(SearchCase):
    def test_what_is_published_is_found_and_what_leaves_is_not(self):
        page = NewsPageFactory(title="Forum", live=False)
        assert self.titles("forum") == []

        page.save_revision().publish()
        assert self.titles("forum") == ["Forum"]

        page.title = "Webinar"
        page.save_revision().publish()
        assert (self.titles("forum"), self.titles("webinar")) == ([], ["Webinar"])

        page.refresh_from_db()
        page.unpublish()
        assert self.titles("webinar") == []

    def test_the_text_of_a_file_follows_it(self):
        document = DocumentFactory(title="Handout")
        give_text(document, "About beets.")
        assert self.titles("beets") == ["Handout"]

        give_text(document, "About cherries.")
        assert (self.titles("beets"), self.titles("cherries")) == ([], ["Handout"])

        document.status, document.status_explanation = "withdrawn", "Wrong."
        document.save()
        assert self.titles("cherries") == []


class AnswerTests(SearchCase):
    def test_pages_of_a_document_on_which_the_words_are(self):
        document = DocumentFactory(title="Handout")
        give_text(
            document, "Nothing.", "Two & beets <b>here</b>.", "No more.", "Beets."
        )

        (item,) = self.items("search/", q="beet", highlight="true")

        assert [page["number"] for page in item["pages"]] == [2, 4]
        highlight = item["pages"][0]["highlight"]
        assert "<mark>beets</mark>" in highlight
        assert "<b>" not in highlight
        assert item["pages"][0]["url"].endswith("sample.pdf#page=2")

    def test_nothing_is_highlighted_unless_asked_for(self):
        NewsPageFactory(title="Forum")

        (item,) = self.items("search/", q="forum")

        assert "highlight" not in item

    def test_facets_combine(self):
        topic, other = TopicFactory(name="Policy"), TopicFactory(name="Data")
        for number, of in enumerate((topic, topic, other)):
            NewsPageFactory(title=f"Forum {number}", topics=[of])
        DocumentFactory(title="Forum", document_type="form")

        found = self.found("search/", q="forum", facets="*", topic=topic.slug)

        facets = {facet["name"]: facet for facet in found["facets"]}
        topics = [(v["label"], v["count"]) for v in facets["topic"]["values"]]
        types = [(v["value"], v["count"]) for v in facets["type"]["values"]]
        assert found["meta"]["total_count"] == 2
        assert topics == [("Policy", 2), ("Data", 1)]
        assert types == [("news.NewsPage", 2)]

    def test_filters(self):
        NewsPageFactory(title="Forum 2015", published_on=date(2015, 5, 5))
        NewsPageFactory(title="Forum 2017", published_on=date(2017, 5, 5))
        DocumentFactory(title="Forum form", document_type="form")

        assert self.titles("forum", year="2015") == ["Forum 2015"]
        assert self.titles("forum", date__gte="2016-01-01", date__lte="2017-12-31") == [
            "Forum 2017"
        ]
        assert self.titles("forum", document_type="form") == ["Forum form"]
        assert len(self.titles("forum", type="news.NewsPage")) == 2
        assert self.titles("forum", language="es") == []

    def test_goes_on_page_by_page(self):
        for number in range(5):
            NewsPageFactory(
                title=f"Forum {number}", published_on=date(2017, 1, 1 + number)
            )

        assert self.titles("forum", limit=2, offset=2) == ["Forum 2", "Forum 1"]

    def test_where_there_is_no_word_nothing_is_found(self):
        NewsPageFactory(title="Forum")
        for text in ('"', "-forum", "%", "*", "OR", "😀"):
            found = self.found("search/", q=text, facets="*", highlight="true")
            assert (found["items"], found["meta"]["total_count"]) == ([], 0), text

    def test_what_is_not_understood_is_refused(self):
        cases = {"facets": "nope", "year": "17", "limit": "0"}
        for name, value in cases.items():
            (error,) = self.refused("search/", **{"q": "forum", name: value})
            assert error["parameter"] == name
        assert self.refused("search/")[0]["parameter"] == "q"
        assert self.refused("search/", q="a" * 201)[0]["message"].startswith("has more")

    def test_queries_do_not_grow_with_what_is_found(self):
        topic = TopicFactory()
        for number in range(5):
            NewsPageFactory(title=f"Forum of {number}", topics=[topic])
        with self.assertNumQueries(7):
            self.ask("search/", q="forum", facets="*", highlight="true")
        for number in range(9):
            NewsPageFactory(title=f"Forum {number}", topics=[topic])
        with self.assertNumQueries(7):
            self.ask("search/", q="forum", facets="*", highlight="true")


class SuggestTests(SearchCase):
    def titles(self, q: str, **query) -> list[str]:
        return [item["title"] for item in self.items("search/suggest/", q=q, **query)]

    def test_titles_that_begin_so_come_first(self):
        NewsPageFactory(title="The forum", published_on=date(2017, 2, 2))
        NewsPageFactory(title="Forum of recruiters", published_on=date(2016, 1, 1))

        assert self.titles("foru") == ["Forum of recruiters", "The forum"]

    def test_words_before_the_last_are_whole(self):
        NewsPageFactory(title="Forum of recruiters")

        assert self.titles("recruiters for") == ["Forum of recruiters"]
        assert self.titles("recruit for") == []

    def test_in_the_language_that_is_asked_for_whatever_was_asked_before(self):
        NewsPageFactory(title="Forum")

        with translation.override("es"):
            (item,) = self.items("search/suggest/", q="foru")
            assert (item["title"], item["type_label"]) == ("Forum", "News item")
            assert self.items("search/suggest/", q="foru", locale="es") == []

    def test_only_what_is_public(self):
        NewsPageFactory(title="Forum", live=False)

        assert self.titles("foru") == []

    def test_hostile_texts_find_nothing(self):
        for text in ('"(', "a:*", "''", "a & b", "%%", "__", "\\\\", "<->"):
            assert self.titles(text) == []


class BoundTests(SearchCase):
    def test_what_must_not_be_there_is_not_in_the_text_either(self):
        body = [("rich_text", "<p>A webinar as well.</p>")]
        NewsPageFactory(title="Forum of recruiters", body=body)
        NewsPageFactory(title="Forum of teachers")

        assert self.titles("forum -webinar") == ["Forum of teachers"]
        assert self.titles('forum -"a webinar"') == ["Forum of teachers"]

    def test_either_of_two_phrases(self):
        NewsPageFactory(title="Forum of recruiters")
        NewsPageFactory(title="Webinar of teachers")
        NewsPageFactory(title="Recruiters of a forum")

        found = self.titles('"forum of recruiters" OR "webinar of teachers"')

        assert set(found) == {"Forum of recruiters", "Webinar of teachers"}

    def test_more_than_are_ranked_are_said_to_be_more(self):
        with (
            mock.patch("search.index.sqlite.BOUND", 2),
            mock.patch("search.index.postgresql.BOUND", 2),
        ):
            for number in range(4):
                NewsPageFactory(title=f"Number {number}", lead="About a forum.")
                body = [("rich_text", "<p>About a webinar.</p>")]
                NewsPageFactory(title=f"Page {number}", body=body)

            for query, most in (("forum", 4), ("webinar", 3)):
                meta = self.found("search/", q=query)["meta"]
                assert not meta["total_is_exact"]
                assert meta["total_count"] <= most
            assert self.found("search/", q="number 2")["meta"]["total_is_exact"]
