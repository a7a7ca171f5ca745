"""Files with more words than a vector of PostgreSQL knows the places of."""

from django.test import TestCase

from search.finding import find, hits
from search.index import Question, index
from search.language import parse
from tests.factories import DocumentFactory, give_text

# More than the 16,383 words whose places it knows, and the 255 of each.
LONG = "forum of recruiters " * 6_000


def found(text: str) -> list[str]:
    result = find(Question(parse(text), "en"), mend=False)
    return [hit.title for hit in hits(result.question.query, result.matches.found)]


def pages_with(text: str) -> list[int]:
    query = parse(text)
    numbers = index().documents(query)
    return [p.number for n in numbers for p in index().passages(query, numbers, 3)[n]]


class LongFileTests(TestCase):
    def test_words_and_phrases_at_its_end_are_found(self):
        give_text(
            DocumentFactory(title="Long"), *[LONG[:60_000]] * 6, "The last beets."
        )

        for text in ("beets", '"last beets"', '"last beets" OR nothing'):
            assert found(text) == ["Long"], text
            assert pages_with(text.partition(" OR")[0]) == [7], text

    def test_phrases_that_are_not_there_are_not_found(self):
        give_text(DocumentFactory(title="Long"), LONG, "The last beets.")

        assert found('"beets last"') == []
        assert found('forum -"last beets"') == []
        assert found('forum -"beets last"') == ["Long"]

    def test_a_phrase_at_the_end_of_one_long_page_is_found(self):
        give_text(DocumentFactory(title="Long"), f"{LONG} the last beets")

        assert found('"last beets"') == ["Long"]
        assert pages_with('"last beets"') == [1]

    def test_a_phrase_that_two_parts_of_a_page_share_is_found(self):
        begin = ("a " * 15_000)[: 30_000 - 10]
        give_text(DocumentFactory(title="Long"), f"{begin}the last beets {begin}")

        assert found('"the last beets"') == ["Long"]

    def test_a_file_of_more_different_words_than_there_is_room_for_is_found(self):
        text = " ".join(f"w{number}quantity" for number in range(90_000))
        parts = [text[n : n + 190_000] for n in range(0, len(text), 190_000)]
        give_text(DocumentFactory(title="Many"), *parts, "The last beets.")

        assert found("beets") == ["Many"]
        assert found('"last beets"') == ["Many"]
        assert pages_with("beets") == [len(parts) + 1]
