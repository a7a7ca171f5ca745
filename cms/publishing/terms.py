"""Glossary terms in texts: which is meant, and where it is explained."""

from typing import Any

from django.apps import apps
from wagtail.models import Locale

from .tags import list_tag, translation_tag

# How rich text marks a term: <a linktype="term" id="5">.
LINK_TYPE = "term"


class AllTerms:
    """All terms of a language, by name."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale

    def publish(self, renderer: Any) -> list[Any]:
        model = term_model()
        renderer.note(list_tag(model))
        found = model._default_manager.filter(locale=self.locale)
        terms = sorted(found, key=lambda term: (term.name.casefold(), term.pk))
        return [renderer.snippet(term) for term in terms]


def term_link(number: int, renderer: Any) -> tuple[str, int, str] | None:
    """Return type, number and path of a term that is marked in a text.

    It is the one in the language of the text, whichever was marked: a translation
    keeps the marks of its original. None where that language has no such term, or no
    public glossary.
    """
    model = term_model()
    marked = renderer.known.get(model, number)
    glossary = marked and glossary_path(renderer)
    if not glossary:
        return None
    term = renderer.snippet(in_locale(marked, renderer))
    if term is None:
        return None
    renderer.terms[term.pk] = term
    return model._meta.label, term.pk, f"{glossary}#{term.slug}"


def in_locale(term: Any, renderer: Any) -> Any:
    """Return the term, or its translation, in the language that is rendered."""
    if renderer.known.languages[term.locale_id] == renderer.locale:
        return term
    renderer.note(translation_tag(term))
    found = term.get_translations().select_related("locale")
    return next((t for t in found if t.locale.language_code == renderer.locale), None)


def glossary_path(renderer: Any) -> str | None:
    """Return the path of the public glossary in the language that is rendered."""
    model = glossary_model()
    pages = renderer.known.glossaries(model)
    links = (renderer.page(page) for page in pages.get(renderer.locale, ()))
    link = next((link for link in links if link), None)
    if link is None:
        # Until there is one: a page that is made, or published, says its type.
        renderer.note(list_tag(model))
        return None
    path: str = link["path"]
    return path


def term_model() -> Any:
    return apps.get_model("cms", "Term")


def glossary_model() -> Any:
    return apps.get_model("cms", "GlossaryPage")
