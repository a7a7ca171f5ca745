"""What languages are called within a sentence."""

from django.utils.translation import get_language, get_language_info

# In these the names of languages have a capital letter within a sentence.
CAPITALIZED_LANGUAGES = ("de", "en")


def name_within_sentence(language: str) -> str:
    """Return the name of a language, as the active one writes it."""
    name = str(get_language_info(language)["name_translated"])
    return name if get_language() in CAPITALIZED_LANGUAGES else name.lower()
