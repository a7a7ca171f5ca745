"""What readers of one language would miss: pages in the others that have the words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.language_names import name_within_sentence
from cms.publishing.models import Resource

from .index import Question, index


@dataclass(frozen=True)
class Elsewhere:
    """How many pages of another language have the words; more than so many, or all."""

    locale: str
    count: int
    is_all: bool

    @property
    def language(self) -> str:
        return name_within_sentence(self.locale)

    @property
    def invitation(self) -> str:
        """Return words in that language, for who reads it, that lead to the pages."""
        with override(self.locale):
            return _("See the results in %(language)s") % {"language": self.language}


def elsewhere(question: Question) -> list[Elsewhere]:
    """Return where pages fit a question as it stands, whatever is mended of it.

    Documents are found in any language: they are not counted again.
    """
    return list(found_in_others(question))


def found_in_others(question: Question) -> Iterator[Elsewhere]:
    narrowed = {**question.filters, "resource": [Resource.PAGES.value]}
    for locale, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        if locale == question.locale:
            continue
        matches = index().match(replace(question, locale=locale, filters=narrowed))
        if matches.found:
            yield Elsewhere(locale, len(matches.found), matches.is_all)
