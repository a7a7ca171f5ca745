"""A store of files that anybody could enter, or that loses files, is refused."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.files.storage import storages

from .stores import Store

# What holds files of editors.
ALIASES = ("default", "documents")
LONGEST_SECONDS = 300


@register()
def stores_are_known(**kwargs: Any) -> list[CheckMessage]:
    """Report stores from which no file can be streamed."""
    return [
        Error(
            f"STORAGES[{alias!r}] is {type(storages[alias]).__name__}, which cannot "
            "stream files.",
            hint="Take cms.storages.local.LocalStorage or "
            "cms.storages.bucket.BucketStorage.",
            id="cms.E008",
        )
        for alias in ALIASES
        if not isinstance(storages[alias], Store)
    ]


@register()
def buckets_are_private(**kwargs: Any) -> list[CheckMessage]:
    """Report buckets that are open, or whose files can be written over."""
    stores = ((alias, storages[alias]) for alias in ALIASES)
    return [
        message
        for alias, storage in stores
        # Not by its class: where there is no bucket, boto3 is not loaded for this.
        if hasattr(storage, "querystring_auth")
        for message in openings(alias, storage)
    ]


def openings(alias: str, storage: Any) -> Iterator[CheckMessage]:
    """Yield what opens a bucket to more than it should."""
    place = f"STORAGES[{alias!r}]"
    if not storage.querystring_auth:
        yield Error(
            f"{place} has addresses that are not signed.",
            hint="Set its option querystring_auth to True: whoever has such an address "
            "keeps the file, whatever becomes of it.",
            id="cms.E003",
        )
    if storage.querystring_expire > LONGEST_SECONDS:
        yield Error(
            f"{place} signs addresses for {storage.querystring_expire} seconds.",
            hint=f"Set its option querystring_expire to 60, and not above "
            f"{LONGEST_SECONDS}: a withdrawn file can be had for as long.",
            id="cms.E004",
        )
    if storage.default_acl:
        yield Error(
            f"{place} gives its files the ACL {storage.default_acl!r}.",
            hint="Set its option default_acl to None, and block public access to the "
            "bucket (docs/storage.md): its policy alone says who may read.",
            id="cms.E005",
        )
    if storage.custom_domain and not storage.cloudfront_signer:
        yield Error(
            f"{place} serves files from {storage.custom_domain} without a signature.",
            hint="Remove its option custom_domain: files are sent by this server or at "
            "signed addresses of the bucket.",
            id="cms.E006",
        )
    if storage.file_overwrite:
        yield Error(
            f"{place} puts new files in the place of others with the same name.",
            hint="Set its option file_overwrite to False.",
            id="cms.E007",
        )
