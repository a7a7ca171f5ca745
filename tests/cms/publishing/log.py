"""What tests ask of the publication log, and how they make things private."""

import json

from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
)

from cms.publishing.models import Publication


def row(resource: str, object_id: int) -> Publication | None:
    rows = Publication.objects.filter(resource=resource, object_id=object_id)
    return rows.first()


def page_row(page) -> Publication | None:
    return row("pages", page.pk)


def body(page) -> dict:
    return json.loads(page_row(page).body)


def is_live(resource: str, obj) -> bool:
    found = row(resource, obj.pk)
    return bool(found and found.live)


def restrict(page, **values) -> PageViewRestriction:
    values = {"restriction_type": "login", **values}
    return PageViewRestriction.objects.create(page=page, **values)


def private_collection(parent: Collection | None = None) -> Collection:
    parent = parent or Collection.get_first_root_node()
    collection = parent.add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection
