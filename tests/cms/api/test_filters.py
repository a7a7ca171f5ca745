"""Filters of lists: each narrows down, and several together do so even more."""

import pytest
from django.test import Client
from wagtail.models import Locale

from tests.factories import HomePageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.publications import publication

from .cases import API, ApiTestCase


class TypeTests(ApiTestCase):
    def test_one_type(self):
        publication(1, type="news.NewsPage")
        publication(2, type="news.StoryPage")

        assert self.ids("pages/", type="news.StoryPage") == [2]

    def test_several_types(self):
        for number, name in enumerate(("NewsPage", "StoryPage", "WebinarPage"), 1):
            publication(number, type=f"news.{name}")

        found = self.ids("pages/", type="news.NewsPage,news.WebinarPage", order="id")

        assert found == [1, 3]


class TreeTests(ApiTestCase):
    def setUp(self):
        """Home 1 > section 2 > page 3; page 4 stands elsewhere."""
        publication(1, resource="site")
        publication(1)
        publication(2, parent_id=1, facets=[("ancestor", 1)])
        publication(3, parent_id=2, facets=[("ancestor", 1), ("ancestor", 2)])
        publication(4, parent_id=9, facets=[("ancestor", 9)])

    def test_children(self):
        assert self.ids("pages/", child_of=1) == [2]

    def test_descendants(self):
        assert self.ids("pages/", descendant_of=1, order="id") == [2, 3]
        assert self.ids("pages/", descendant_of=2) == [3]

    def test_a_page_without_any(self):
        assert self.ids("pages/", child_of=3) == []

    def test_a_page_that_is_not_public_is_refused_like_one_that_is_not_there(self):
        publication(9, reason="restricted")

        private, absent = (
            self.refused("pages/", descendant_of=n, child_of=n) for n in (9, 999)
        )

        assert private == absent
        assert {error["parameter"] for error in private} <= {
            "child_of",
            "descendant_of",
        }


class RootTests(ApiTestCase):
    """`root` is the home page of the default site, in the language asked for."""

    def setUp(self):
        self.home = HomePageFactory()
        self.section = NewsIndexPageFactory()
        self.news = NewsPageFactory()
        spanish, _new = Locale.objects.get_or_create(language_code="es")
        inicio = self.home.copy_for_translation(spanish)
        inicio.save_revision().publish()
        self.noticias = NewsIndexPageFactory(parent=inicio)

    def test_children(self):
        assert self.ids("pages/", child_of="root") == [self.section.pk]

    def test_descendants(self):
        found = self.ids("pages/", descendant_of="root", order="id")

        assert found == [self.section.pk, self.news.pk]

    def test_in_another_language(self):
        for name in ("child_of", "descendant_of"):
            found = self.ids("pages/", locale="es", **{name: "root"})

            assert found == [self.noticias.pk]

    def test_two_queries(self):
        for name in ("child_of", "descendant_of"):
            with self.assertNumQueries(2):
                self.ask("pages/", locale="es", **{name: "root"})


class LocaleTests(ApiTestCase):
    def test_pages_of_one_language(self):
        publication(1, locale="en")
        publication(2, locale="es")

        assert self.ids("pages/", locale="es") == [2]
        assert self.ids("pages/", order="id") == [1, 2]


class SearchTests(ApiTestCase):
    def test_all_words_must_be_there_in_any_case_and_order(self):
        publication(1, search_text="Certificate of Eligibility")
        publication(2, search_text="Certificate of birth")

        assert self.ids("pages/", search="eligibility CERTIFICATE") == [1]

    def test_words_in_quotation_marks_belong_together(self):
        publication(1, search_text="summer school in Yakima")
        publication(2, search_text="school in summer")

        assert self.ids("pages/", search='"summer school"') == [1]

    def test_characters_with_a_meaning_in_sql_have_none(self):
        publication(1, search_text="a rate of 100 percent")

        for words in ("%", "_", "100%", "'", "\\"):
            assert self.ids("pages/", search=words) == []

    def test_letters_beyond_ascii(self):
        publication(1, search_text="Educación migrante")

        assert self.ids("pages/", search="educación") == [1]


FACETS = [
    ("pages", "topic", "summer-programs", "other"),
    ("pages", "category", "data", "event"),
    ("pages", "programme_year", "2014-15", "2013-14"),
    ("pages", "kind", "webinar", "forum"),
    ("pages", "state", "past", "upcoming"),
    ("documents", "topic", "eligibility", "other"),
    ("documents", "document_type", "form", "guidance"),
    ("documents", "series", "policy-qas", "other"),
    ("documents", "fiscal_year", "2017", "2016"),
    ("documents", "language", "es", "en"),
    ("documents", "status", "current", "superseded"),
]


@pytest.mark.parametrize(("resource", "name", "value", "other"), FACETS)
class FacetTests:
    @pytest.fixture(autouse=True)
    def rows(self, db, resource, name, value, other):
        publication(1, resource=resource, facets=[(name, value)])
        publication(2, resource=resource, facets=[(name, other)])
        publication(3, resource=resource)

    def ids(self, client: Client, path: str, **query: str) -> list[int]:
        answer = client.get(f"{API}{path}/", {**query, "order": "id"})
        assert answer.status_code == 200, answer.content
        return [item["id"] for item in answer.json()["items"]]

    def test_one_value(self, client, resource, name, value, other):
        assert self.ids(client, resource, **{name: value}) == [1]

    def test_one_of_several_values(self, client, resource, name, value, other):
        assert self.ids(client, resource, **{name: f"{value},{other}"}) == [1, 2]


class CombinedFilterTests(ApiTestCase):
    def test_all_filters_must_fit(self):
        publication(1, facets=[("topic", "a"), ("category", "data")])
        publication(2, facets=[("topic", "a"), ("category", "event")])
        publication(3, facets=[("topic", "b"), ("category", "data")])

        assert self.ids("pages/", topic="a", category="data") == [1]

    def test_what_fits_twice_is_there_once(self):
        publication(1, facets=[("topic", "a"), ("topic", "b")])

        answer = self.found("pages/", topic="a,b")

        assert answer["meta"]["total_count"] == len(answer["items"]) == 1
