"""What keeps a document from being deleted, told before the database refuses."""

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from wagtail.models import Page, ReferenceIndex

from cms.models import Attachment

from .models import CustomDocument, DocumentVersion
from .permissions import may_release


def refusal(user: Any, documents: Collection[CustomDocument]) -> str:
    """Return why the user cannot delete one of the documents, or nothing."""
    published = published_among(documents)
    for document in documents:
        if document.is_released or document.pk in published:
            return published_refusal(user, document)
        users = users_of(document)
        if users:
            return (
                f"“{document}” cannot be deleted while it is in use: "
                f"{'; '.join(users)}. Remove it there first."
            )
    return ""


def published_among(documents: Collection[CustomDocument]) -> set[int]:
    """Return the numbers of the documents of which a version was ever published."""
    versions = DocumentVersion.objects.exclude(published_at=None)
    found = versions.filter(document__in=[document.pk for document in documents])
    return set(found.values_list("document", flat=True))


def published_refusal(user: Any, document: CustomDocument) -> str:
    asked = "Withdraw it" if may_release(user) else "Ask a publisher to withdraw it"
    return (
        f"“{document}” was published, and what was published is not deleted. {asked} "
        "by the status “Withdrawn”: its page stays and says why."
    )


def users_of(document: CustomDocument) -> list[str]:
    """Return what uses a document, in words, as far as anybody knows.

    The database protects it for some; of others, such as links in a text, Wagtail's
    index of references knows.
    """
    protecting = protectors_of(document)
    named = {user.page_id for user in protecting if isinstance(user, Attachment)}
    also = [
        user
        for user in referring_to(document)
        if not (isinstance(user, Page) and user.pk in named)
    ]
    return sorted({in_words(user) for user in [*protecting, *also]})


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


def in_words(user: Any) -> str:
    """Say what uses a document, as an editor knows it."""
    if isinstance(user, Attachment):
        return f"attached to “{user.page.title}”"
    if isinstance(user, CustomDocument):
        return f"replaces “{user}”"
    if isinstance(user, Page):
        return f"used on “{user.title}”"
    return f"shown by {user._meta.verbose_name} “{user}”"
