"""From a row of the log to the thing it stands for, and back."""

from collections.abc import Iterator
from typing import Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from .models import Resource
from .publishable import Publishable, is_publishable
from .registry import published_type
from .site_in_locale import SiteInLocale

BATCH = 200

# Resource and object id, under which the log knows a thing.
Reference = tuple[str, int]


def reference_to(obj: Any) -> Reference:
    return published_type(type(obj)).resource, obj.pk


def load(resource: str, object_id: int) -> Publishable | None:
    """Return the thing as the database has it now, or None where it is gone."""
    if resource == Resource.SITE:
        return SiteInLocale.load(object_id)
    if resource == Resource.PAGES:
        return load_page(object_id)
    model = _models()[resource]
    return cast(Publishable | None, model._default_manager.filter(pk=object_id).first())


def load_page(page_id: int) -> Publishable | None:
    page = Page.objects.filter(pk=page_id).first()
    try:
        specific = page.specific if page else None
    except ObjectDoesNotExist:
        # It is being deleted: its own table comes first, Wagtail's last.
        return None
    return specific if is_publishable(specific) else None


def load_all(resource: str) -> Iterator[Publishable]:
    """Yield every thing of a resource, public or not, in batches."""
    if resource == Resource.SITE:
        yield from SiteInLocale.load_all()
    elif resource == Resource.PAGES:
        pages = Page.objects.order_by("pk").specific()
        yield from filter(is_publishable, pages.iterator(chunk_size=BATCH))
    else:
        things = _models()[resource]._default_manager.order_by("pk")
        yield from cast(Iterator[Publishable], things.iterator(chunk_size=BATCH))


def _models() -> dict[str, type[models.Model]]:
    return {
        Resource.DOCUMENTS: get_document_model(),
        Resource.IMAGES: get_image_model(),
    }
