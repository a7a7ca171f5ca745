"""Documents and images that are not public, one for each way."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
)

from cms import images
from tests import factories

from .canaries import filled
from .secrets import state

TOMORROW, YESTERDAY = timedelta(days=1), timedelta(days=-1)


def document(canary: str, **values: Any) -> factories.CustomDocument:
    made = factories.DocumentFactory(
        **filled(factories.CustomDocument, canary),
        file__data=factories.PDF + f"%{canary}\n".encode(),
        file__filename=f"{canary}.pdf",
        document_type="guidance",
        releases_with_page=False,
        **values,
    )
    factories.give_text(made, f"The text of {canary}.")
    factories.give_cover(made)
    return made


def replaced_by_public_file(
    document: factories.CustomDocument, note: str
) -> factories.CustomDocument:
    """Put a file in the place of a secret one, and remember where that was."""
    document.path_before = document.versions.get().download_path
    document.replace_file(ContentFile(factories.PDF, "public.pdf"), note)
    return document


def public_words(canary: str) -> factories.CustomDocument:
    """Return a document of which the file alone is secret."""
    return factories.DocumentFactory(
        title="Public words",
        file__data=factories.PDF + f"%{canary}\n".encode(),
        file__filename=f"{canary}.pdf",
        document_type="guidance",
        released_at=None,
    )


def image(canary: str, **values: Any) -> factories.CustomImage:
    return factories.ImageFactory(
        **filled(factories.CustomImage, canary),
        file__filename=f"{canary}.png",
        **values,
    )


def private_collection() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection


def below_private_collection() -> Collection:
    return private_collection().add_child(name="Inside")


@state("unreleased document")
def unreleased(canary: str) -> factories.CustomDocument:
    return document(canary, released_at=None)


@state("document with a release to come")
def release_to_come(canary: str) -> factories.CustomDocument:
    release_at = timezone.now() + TOMORROW
    return document(canary, released_at=None, release_at=release_at)


@state("document in a private collection")
def private_document(canary: str) -> factories.CustomDocument:
    return document(canary, collection=private_collection())


@state("document below a private collection")
def document_below_private(canary: str) -> factories.CustomDocument:
    return document(canary, collection=below_private_collection())


@state("replaced file of a document that was for staff only")
def replaced_draft(canary: str) -> factories.CustomDocument:
    shown = public_words(canary)
    factories.give_text(shown, f"The text of {canary}.")
    factories.give_cover(shown)
    replaced_by_public_file(shown, "")
    shown.release()
    return shown


@state("earlier version of a public document that members alone had")
def members_version(canary: str) -> factories.CustomDocument:
    shown = public_words(canary)
    shown.collection = private_collection()
    # Before its release, which stores nothing else: it must be private by then.
    shown.save()
    shown.release()
    factories.give_text(shown, f"The text of {canary}.")
    factories.give_cover(shown)
    replaced_by_public_file(shown, "Takes names out.")
    shown.collection = Collection.get_first_root_node()
    shown.save()
    return shown


@state("image in a private collection")
def private_image(canary: str) -> factories.CustomImage:
    return image(canary, collection=private_collection())


@state("image below a private collection")
def image_below_private(canary: str) -> factories.CustomImage:
    return image(canary, collection=below_private_collection())


@state("replaced file of a public image")
def replaced_file(canary: str) -> factories.CustomImage:
    picture = factories.ImageFactory.build().file.read()
    first = ContentFile(picture + canary.encode(), f"{canary}.png")
    shown = factories.ImageFactory(file=first)
    shown.path_before = images.original_path(shown)
    shown.file = ContentFile(picture, "public.png")
    shown.save()
    return shown
