"""What other apps find by words (cms/word_search.py)."""

from cms.word_search import FoundByWords

from .finding import find
from .index import documents_with, index
from .language import MAX_LENGTH, parse


class IndexedWords:
    """Finds what the index of the search has."""

    longest = MAX_LENGTH

    def documents(self, text: str, mend: bool = True) -> FoundByWords | None:
        """Return those that fit: two queries, and some more where words are mended."""
        query = parse(text)
        if not query:
            return None
        found = find(documents_with(query), mend)
        numbers = index().documents(found.question.query)
        return FoundByWords(numbers, found.matches.found, found.instead)
