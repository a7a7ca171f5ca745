"""What others are told of the search."""

from django.test import TestCase

from tests.cms.sharing.head import head_of
from tests.factories import NewsPageFactory


class SearchTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        NewsPageFactory(title="The forum")

    def test_is_not_indexed_whatever_is_looked_for(self):
        for path in (
            "/search/",
            "/search/?q=forum",
            "/search/?q=nothing",
            "/es/search/",
        ):
            assert head_of(path).named["robots"] == "noindex", path

    def test_who_shares_results_shares_the_search(self):
        head = head_of("/search/?q=forum&type=news.NewsPage")

        assert head.title.startswith("Search: forum")
        assert head.canonical == "http://localhost/search/"
        assert len(head.named["description"]) >= 50
        assert head.thing("SearchResultsPage")["url"] == head.canonical

    def test_words_are_never_markup(self):
        response = self.client.get("/search/?q=</script><script>alert(1)</script>")

        assert b"<script>alert" not in response.content

    def test_one_that_is_too_long_says_the_same(self):
        head = head_of(f"/search/?q={'a' * 300}", status=400)

        assert head.named["robots"] == "noindex"
        assert head.title.startswith("Search")
