"""What editors put on top of the results of a query."""

from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search.promotions import promoted
from tests.content import in_spanish
from tests.factories import NewsPageFactory

from .test_api import SearchCase


class PromotionTests(SearchCase):
    def test_what_editors_promoted_is_on_top(self):
        page = NewsPageFactory(title="Recruiters")
        query = Query.get("forum")
        before = self.ask("search/", q="forum")["ETag"]

        SearchPromotion.objects.create(query=query, page=page, description="Begin here")
        answer = self.ask("search/", {"If-None-Match": before}, q="Forum").json()

        (promoted,) = answer["promoted"]
        assert (promoted["title"], promoted["id"]) == ("Recruiters", page.pk)
        page.unpublish()
        assert self.found("search/", q="forum")["promoted"] == []

    def test_what_was_promoted_for_words_with_signs_is_on_top(self):
        page = NewsPageFactory(title="Recruiters")
        SearchPromotion.objects.create(query=Query.get("ID&R"), page=page)

        (promoted,) = self.found("search/", q="id&r")["promoted"]

        assert promoted["id"] == page.pk

    def test_promotions_are_not_asked_for_again_where_there_are_none(self):
        NewsPageFactory(title="Forum of recruiters")
        for words, queries in (("recruiters", 5), ("forum", 4)):
            with self.assertNumQueries(queries):
                self.ask("search/", q=words, limit=1)

    def test_a_promoted_page_is_in_the_readers_language_where_it_is_there(self):
        page = NewsPageFactory(title="Forum")
        other = NewsPageFactory(title="Directors")
        index = page.get_parent().specific
        for parent in (index.get_parent().specific, index):
            in_spanish(parent)
        spanish = in_spanish(page)
        query = Query.get("Director’s")
        for number, chosen in enumerate((page, other)):
            SearchPromotion.objects.create(
                query=query, page=chosen, description="Begin here", sort_order=number
            )

        for locale, first in (
            ("en", ("Forum", page.pk, "Begin here")),
            ("es", (spanish.title, spanish.pk, spanish.lead)),
        ):
            found = self.found("search/", q="director's", locale=locale)["promoted"]
            titles = [(p["title"], p["id"], p["description"]) for p in found]
            assert titles == [first, ("Directors", other.pk, "Begin here")]
        promoted("director's", "es", version="1")
        with self.assertNumQueries(3):
            promoted("director's", "es", version="1")

    def test_says_on_the_page_which_language_it_is_in(self):
        page = NewsPageFactory(title="Forum")
        in_spanish(page.get_parent().get_parent().specific)
        SearchPromotion.objects.create(query=Query.get("forum"), page=page)

        assert (
            '<li lang="en">' in self.client.get("/es/search/?q=forum").content.decode()
        )
        assert "<li lang=" not in self.client.get("/search/?q=forum").content.decode()
