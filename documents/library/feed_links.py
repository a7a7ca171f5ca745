"""How pages link to the feeds of documents, in the active language."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.feeds import FORMATS, FeedLink, links_to


def links_to_all() -> list[FeedLink]:
    addresses = {n: reverse("documents_feed", kwargs={"kind": n}) for n in FORMATS}
    return links_to(_("Documents"), addresses)


def links_to_series(slug: str, name: str) -> list[FeedLink]:
    addresses = {
        kind: reverse("series_feed", kwargs={"slug": slug, "kind": kind})
        for kind in FORMATS
    }
    return links_to(name, addresses)
