"""What the check of the translations finds."""

from babel.messages.catalog import Message

from tests.messages import differences


def catalog(**words: str) -> dict[str, Message]:
    return {word: Message(word, string) for word, string in words.items()}


class DifferencesTests:
    def test_what_is_translated_is_fine(self):
        found = differences(catalog(Home="Inicio"), catalog(Home=""))

        assert list(found) == []

    def test_a_word_that_is_not_in_the_catalog(self):
        found = differences(catalog(), catalog(Home=""))

        assert list(found) == ["“Home” is marked, and not in the catalog"]

    def test_a_word_that_nobody_uses_any_more(self):
        found = differences(catalog(Home="Inicio"), catalog())

        assert list(found) == ["“Home” is in the catalog, and nowhere else"]

    def test_a_word_without_a_translation(self):
        found = differences(catalog(Home=""), catalog(Home=""))

        assert list(found) == ["“Home” is not translated"]

    def test_a_translation_that_was_guessed(self):
        guessed = {"Home": Message("Home", "Casa", flags=["fuzzy"])}

        assert list(differences(guessed, catalog(Home=""))) == [
            "“Home” is not translated"
        ]
