"""The pages and terms that readers also find in Spanish.

They are made as an editor makes them: sent to translators, each string translated,
published. So the editor knows them as translations that are in step, and tells when
the English page has changed.
"""

import json
from collections.abc import Iterable

from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)

from cms.models import Term

from .placing import publish
from .spanish_measures import spanish_measure
from .spanish_words import spanish_words

# Addresses that an editor has typed.
ADDRESSES = {"/legislation/#mep-policy-qas": "/es/legislacion/#mep-policy-qas"}


def place_spanish(pages: Iterable[Page]) -> None:
    """Publish pages in Spanish; each comes after the one above it."""
    locale, _ = Locale.objects.get_or_create(language_code="es")
    for page in pages:
        place_in_spanish(page, locale)


def place_spanish_terms(terms: Iterable[Term]) -> None:
    """Translate terms, which are public with the glossary of their language."""
    locale = Locale.objects.get(language_code="es")
    for term in terms:
        begin_translation(term, locale).save_target()


def place_in_spanish(page: Page, locale: Locale) -> Page:
    """Publish the page in Spanish: its own words, and the rest as it is in English."""
    translation = begin_translation(page, locale)
    replace_values(translation)
    translation.save_target(publish=False)
    copy = translation.get_target_instance().get_latest_revision_as_object()
    return publish(copy)


def begin_translation(thing: Page | Term, locale: Locale) -> Translation:
    """Send a page or a term to translators, and translate what they find."""
    source, _ = TranslationSource.update_or_create_from_instance(thing)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translate_strings(translation)
    return translation


def translate_strings(translation: Translation) -> None:
    """Translate what `spanish.po` has; the rest waits for a translator."""
    words = spanish_words()
    segments = translation.source.stringsegment_set
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=words[segment.string.data],
        )
        for segment in segments.select_related("string", "context")
        if segment.string.data in words
    )


def replace_values(translation: Translation) -> None:
    """Give the translation measures and typed addresses of its own."""
    segments = translation.source.overridablesegment_set
    for segment in segments.select_related("context"):
        value = replaced(segment)
        if value is not None:
            SegmentOverride.objects.create(
                locale=translation.target_locale,
                context=segment.context,
                data_json=json.dumps(value),
            )


def replaced(segment: OverridableSegment) -> int | str | None:
    """Return the value of the Spanish page, or None where it has the same."""
    if segment.context.path.endswith(".measure"):
        return spanish_measure(segment.data).pk
    return ADDRESSES.get(segment.data)
