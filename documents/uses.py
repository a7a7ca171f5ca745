"""What uses a document, as far as anybody knows: public or not, published or draft."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError, TextField
from django.db.models.deletion import Collector
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from cms.models import Attachment

from .models import CustomDocument


def uses_of(document: CustomDocument) -> list[str]:
    """Return what uses a document, in words: “attached to …”.

    The database protects it for some; of others, such as links in a text, Wagtail's
    index of references knows, and of drafts nobody but themselves.
    """
    protecting = protectors_of(document)
    named = {user.page_id for user in protecting if isinstance(user, Attachment)}
    also = [user for user in referring_to(document) if not names(user, named)]
    named |= {user.pk for user in also if isinstance(user, Page)}
    drafts = [page for page in drafts_with(document) if page.pk not in named]
    return sorted(
        {in_words(user) for user in [*protecting, *also]}
        | {f"in the draft of “{page.title}”" for page in drafts}
    )


def names(user: Any, pages: set[int]) -> bool:
    return isinstance(user, Page) and user.pk in pages


def protectors_of(document: CustomDocument) -> set[Any]:
    """Return what the database would protect the document for."""
    collector = Collector(using=document._state.db or "default", origin=document)
    try:
        collector.collect([document])
    except ProtectedError as error:
        return set(error.protected_objects)
    return set()


def referring_to(document: CustomDocument) -> Iterator[Any]:
    """Yield what refers to the document and is still there."""
    references = ReferenceIndex.get_references_to(document)
    found = references.values_list("base_content_type", "object_id").distinct()
    for content_type, number in found:
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None:
            yield from model._base_manager.filter(pk=number)


def drafts_with(document: CustomDocument) -> Iterator[Page]:
    """Yield the pages in whose draft, as it is now, the document is."""
    drafts = Page.objects.filter(has_unpublished_changes=True)
    text = Cast("latest_revision__content", TextField())
    # What does not even have its number need not be read.
    likely = drafts.alias(text=text).filter(text__contains=str(document.pk))
    for page in likely.select_related("latest_revision"):
        if document.pk in documents_in(page.get_latest_revision_as_object()):
            yield page


def documents_in(page: Page) -> set[int]:
    """Return the numbers of the documents to which a page refers, however it does."""
    documents = ContentType.objects.get_for_model(CustomDocument).pk
    # What Wagtail keeps in its index is of the page as it was published.
    references = ReferenceIndex._extract_references_from_object(page)
    return {int(pk) for kind, pk, *_ in references if kind == documents}


def in_words(user: Any) -> str:
    """Say what uses a document, as an editor knows it."""
    if isinstance(user, Attachment):
        return f"attached to “{user.page.title}”"
    if isinstance(user, CustomDocument):
        return f"replaces “{user}”"
    if isinstance(user, Page):
        return f"used on “{user.title}”"
    return f"shown by {user._meta.verbose_name} “{user}”"
