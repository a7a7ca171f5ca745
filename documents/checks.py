"""Documents are reached through our views alone; anything else is refused."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.files.storage import FileSystemStorage, storages

from cms.storages.stores import Store


@register()
def documents_are_served_by_us(**kwargs: Any) -> list[CheckMessage]:
    """Report a way to serve documents that asks nobody who may see them."""
    method = settings.WAGTAILDOCS_SERVE_METHOD
    if method == "serve_view":
        return []
    return [
        Error(
            f"WAGTAILDOCS_SERVE_METHOD is {method!r}: files are had past the release "
            "and the collection of their document.",
            hint='Set it to "serve_view", the only one that is allowed here.',
            id="documents.E001",
        )
    ]


@register()
def documents_have_no_address(**kwargs: Any) -> list[CheckMessage]:
    """Report a store of documents whose files have addresses of their own."""
    storage = storages["documents"]
    if isinstance(storage, Store) and storage.base_url is None:
        return []
    return [
        Error(
            "STORAGES['documents'] gives its files addresses of their own.",
            hint="Take cms.storages.local.LocalStorage or "
            "cms.storages.bucket.BucketStorage, without a base_url.",
            id="documents.E002",
        )
    ]


@register()
def documents_stand_apart(**kwargs: Any) -> list[CheckMessage]:
    """Report documents among the files that the editor shows by their names."""
    documents, media = storages["documents"], storages["default"]
    if not same_kind(documents, media) or not inside(documents, media):
        return []
    return [
        Error(
            "STORAGES['documents'] is inside STORAGES['default']: its files are had "
            "by their names, past the release and the collection of their document.",
            hint="Give it a location of its own, beside that of the others.",
            id="documents.E003",
        )
    ]


def same_kind(documents: Any, media: Any) -> bool:
    if isinstance(documents, FileSystemStorage):
        return isinstance(media, FileSystemStorage)
    names = [getattr(store, "bucket_name", None) for store in (documents, media)]
    return names[0] is not None and names[0] == names[1]


def inside(documents: Any, media: Any) -> bool:
    # Below a root, so that the places of a bucket are told apart by whole words.
    inner, outer = (Path("/") / str(s.location) for s in (documents, media))
    return inner.is_relative_to(outer)
