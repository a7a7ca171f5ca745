"""The tags of renderings beside Wagtail's index of references: what does either miss?

The index is made from fields and blocks, the tags by rendering. Neither is right
alone: the index lags behind and knows no lists, and a rendering might forget to note
what it shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from .known import knowing, known
from .models import Facet, Resource
from .sources import Reference, batches, load_many
from .stored import Stored, stored_rows
from .tags import CONTACT, SITE, TRANSLATION, content_tag, list_tag, tag_of
from .terms import glossary_model, term_model

# Fields that refer to what no reader sees, as their path in the index ends. Owners,
# locks, revisions and sources of aliases are not in the index to begin with.
INTERNAL = {
    "collection": "decides who may see a file, and is followed by signals of its own",
}

# Tags that say what the index cannot know, as they begin. A thing that has a tag of its
# own because of one of them is no miss, either: an ancestor, a page in another
# language, what stands in a list or on the card of another page.
UNKNOWN_TO_INDEX = {
    SITE: "the address of the site, and with it its settings, stands in every link",
    CONTACT: "the settings say whom readers may ask",
    "content-of-": "says that more than a link is shown of a page",
    TRANSLATION: "pages are translations of each other by a key",
    "list-": "a query finds what stands in a list",
    "uses-of-": "the log itself says which pages link to a document",
}

# What surrounds the content is known to the index under other numbers, and an image
# refers to nothing.
COMPARED = (Resource.PAGES, Resource.DOCUMENTS)


@dataclass(frozen=True)
class Miss:
    """One reference that either the rendering or the index does not have."""

    resource: str
    object_id: int
    what: str

    def __str__(self) -> str:
        return f"{self.resource}/{self.object_id}: {self.what}"


def check() -> Iterator[Miss]:
    """Yield the references in which live rows and the index differ."""
    for resource in COMPARED:
        for references in batches(resource):
            with knowing(anew=True):
                rows = stored_rows(references)
                for reference, thing in load_many(references).items():
                    if rows[reference].is_live:
                        for what in misses(thing, rows[reference]):
                            yield Miss(*reference, what)


def misses(thing: Any, stored: Stored) -> Iterator[str]:
    """Yield what a row and the index do not both have, in words."""
    noted = set(stored.tags)
    indexed = with_terms_in_language(references_of(thing), thing, noted)
    translated = in_all_languages(noted)
    for tag, path in sorted(indexed.items()):
        if tag not in noted | translated and not is_internal(path):
            yield f"shows {tag} ({path}) without having noted it"
    unknown = unknown_to_index(thing, noted) | translated
    for tag in sorted(noted - set(indexed) - unknown):
        yield f"has noted {tag}, of which Wagtail's index does not know"


def with_terms_in_language(
    indexed: dict[str, str], thing: Any, noted: set[str]
) -> dict[str, str]:
    """Return the references, with those to terms as a reader gets them.

    The index knows which term was marked. What is explained is that term in the
    language of the text, if its glossary is public.
    """
    kind, found = term_model()._meta.label_lower, {}
    is_explained = list_tag(glossary_model()) not in noted
    for tag, path in indexed.items():
        name, _dash, number = tag.rpartition("-")
        if name != kind:
            found[tag] = path
        elif is_explained and (shown := term_in(thing.locale_id, int(number))):
            found[tag_of(shown)] = path
    return found


def term_in(locale: int, number: int) -> Any:
    """Return the translation of a term, or itself, in a language."""
    terms = term_model()._default_manager
    keys = terms.filter(pk=number).values("translation_key")
    return terms.filter(translation_key__in=keys, locale=locale).first()


def is_internal(path: str) -> bool:
    return path.rpartition(".")[2] in INTERNAL


def references_of(thing: Any) -> dict[str, str]:
    """Return the tags of what a thing refers to, with the path to one reference."""
    base = type(thing)._meta.get_parent_list() or [type(thing)]
    own = ContentType.objects.get_for_model(base[-1])
    found = ReferenceIndex.objects.filter(base_content_type=own, object_id=thing.pk)
    return {
        tag_for(content_type, int(pk)): path
        for content_type, pk, path in found.values_list(
            *("to_content_type", "to_object_id", "model_path")
        )
    }


def tag_for(content_type: int, pk: int) -> str:
    """Return the tag under which a thing is noted that the index has as a number."""
    model = ContentType.objects.get_for_id(content_type).model_class() or models.Model
    whole = page_of_part(model)
    if whole:
        # A part of a page, such as one figure: noted as the content of the page.
        page = model._default_manager.filter(pk=pk).values_list(whole, flat=True)
        return content_tag(Page(pk=page.first()))
    return tag_of(model(pk=pk))


def in_all_languages(noted: set[str]) -> set[str]:
    """Return the tags of pages that were noted in all their languages.

    What an editor chose in one language is shown in that of the reader.
    """
    begin = len(TRANSLATION)
    keys = {tag[begin:] for tag in noted if tag.startswith(TRANSLATION)}
    pages = Page.objects.filter(translation_key__in=keys)
    return {tag for page in pages for tag in (tag_of(page), content_tag(page))}


@cache
def page_of_part(model: type[models.Model]) -> str:
    """Return the key to the page of which things of this model are a part, if any."""
    keys = (f for f in model._meta.concrete_fields if isinstance(f, ParentalKey))
    return next(
        (key.attname for key in keys if issubclass(key.related_model, Page)), ""
    )


def unknown_to_index(thing: Any, noted: set[str]) -> set[str]:
    """Return which of the noted tags the index cannot have."""
    unknown = {tag for tag in noted if tag.startswith(tuple(UNKNOWN_TO_INDEX))}
    unknown |= {tag_of(thing)} | tags_of_many_to_many(thing)
    if isinstance(thing, Page):
        near = [*known().ancestors(thing), *known().translations(thing)]
        # To which each term leads.
        near += glossary_model()._default_manager.filter(locale=thing.locale)
        unknown |= {tag_of(page) for page in near}
    else:
        unknown |= users_of(thing)
    unknown |= on_cards(thing, noted)
    return unknown | in_lists(noted - unknown, noted)


def tags_of_many_to_many(thing: Any) -> set[str]:
    """Return topics and the like: the index follows foreign keys alone."""
    return {
        tag_of(other)
        for relation in type(thing)._meta.many_to_many
        if isinstance(relation, models.ManyToManyField)
        for other in getattr(thing, relation.name).all()
    }


def users_of(document: Any) -> set[str]:
    """Return the pages that link to a document, as the log has them."""
    facets = Facet.objects.filter(name="document", value=str(document.pk))
    pages = facets.values_list("publication__object_id", flat=True)
    return {tag_of(Page(pk=pk)) for pk in pages}


def on_cards(thing: Any, noted: set[str]) -> set[str]:
    """Return what stands on the cards of other pages, which is theirs to refer to."""
    own = tag_of(thing)
    shown = [
        int(tag.rpartition("-")[2])
        for tag in noted
        if tag.startswith("content-of-") and not tag.endswith(f"-{own}")
    ]
    found: set[str] = set()
    for page in load_many((str(Resource.PAGES), pk) for pk in shown).values():
        found |= {*references_of(page), *tags_of_many_to_many(page)}
        found |= {tag_of(above) for above in known().ancestors(page)}
    return found


def in_lists(candidates: set[str], noted: set[str]) -> set[str]:
    """Return the tags of things that stand in a list which was noted."""
    things = load_many(filter(None, map(reference_in, candidates))).values()
    found: list[Any] = [thing for thing in things if thing.list_tags() & noted]
    return {tag_of(thing) for thing in found}


def reference_in(tag: str) -> Reference | None:
    """Return the page, document or term that a tag names, if it names one."""
    name, _dash, number = tag.rpartition("-")
    resource = {
        "page": str(Resource.PAGES),
        get_document_model()._meta.label_lower: str(Resource.DOCUMENTS),
        term_model()._meta.label_lower: str(Resource.TERMS),
    }.get(name)
    return (resource, int(number)) if resource else None
