"""What comes first among the hits."""

from datetime import date

from django.test import TestCase

from tests.factories import NewsPageFactory


class RankingTests(TestCase):
    def titles(self, query: str) -> list[str]:
        hits = self.client.get("/search/", {"q": query}).context["results"]
        return [hit.title for hit in hits.object_list]

    def test_words_in_the_title_before_words_in_the_text(self):
        NewsPageFactory(title="Forms", published_on=date(2016, 1, 1), lead="Guidance.")
        NewsPageFactory(title="Other news", lead="Guidance and forms.")
        NewsPageFactory(
            title="Guidance on forms", published_on=date(2015, 1, 1), lead="Old."
        )

        assert self.titles("guidance forms") == [
            *("Guidance on forms", "Forms", "Other news")
        ]

    def test_the_newest_among_equals(self):
        for year in (2015, 2017, 2016):
            NewsPageFactory(title=f"Guidance {year}", published_on=date(year, 1, 1))

        assert self.titles("guidance") == [
            *("Guidance 2017", "Guidance 2016", "Guidance 2015")
        ]

    def test_as_many_words_as_a_query_may_have(self):
        NewsPageFactory(title="a " * 60)

        assert self.client.get("/search/", {"q": "a " * 99}).status_code == 200
